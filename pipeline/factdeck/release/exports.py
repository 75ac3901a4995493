"""A package in the formats of others, beside it: CrowdAnki, and Anki's own text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factdeck.formats import apkg, crowdanki, text
from factdeck.formats.deck import Contents
from factdeck.formats.staging import staging


def write(package: Path, formats: Sequence[str], uuids: Mapping[int, str]) -> tuple[Path, ...]:
    """Write ``package`` in each of ``formats``, beside it; what was written.

    ``uuids`` are what CrowdAnki knows adopted note types by, by their ids. Raises UserError
    when a deck does not fit a format or nothing can be written.
    """
    contents = _with_uuids(apkg.read(package), uuids)
    return tuple(FORMATS[each](contents, package) for each in formats)


def _with_uuids(contents: Contents, uuids: Mapping[int, str]) -> Contents:
    kinds = {
        number: replace(kind, uuid=uuids.get(number, ""))
        for number, kind in contents.note_types.items()
    }
    return replace(contents, note_types=kinds)


def _crowdanki(contents: Contents, package: Path) -> Path:
    """A folder, as CrowdAnki imports it."""
    folder = package.with_suffix(".crowdanki")
    value = crowdanki.dump(contents)
    with staging() as stage:
        for media, member in contents.media:
            apkg.extract_media(package, member, stage(folder / crowdanki.MEDIA / media))
        deck = json.dumps(value, ensure_ascii=False, indent=4, sort_keys=True) + "\n"
        stage(folder / crowdanki.FILE).write_text(deck, encoding="utf-8", newline="\n")
    return folder


def _text(contents: Contents, package: Path) -> Path:
    """A file that Anki imports over the notes that it has by their GUIDs."""
    file = package.with_suffix(".csv")
    with staging() as stage:
        stage(file).write_text(text.dump(contents), encoding="utf-8", newline="\n")
    return file


FORMATS: Mapping[str, Callable[[Contents, Path], Path]] = {
    "crowdanki": _crowdanki,
    "csv": _text,
}
