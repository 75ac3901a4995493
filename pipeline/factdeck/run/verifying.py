"""Check what a build or a release wrote: by itself, against the notes, and in real Anki."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from factdeck.config import Config
from factdeck.errors import UserError
from factdeck.formats.digest import sha256
from factdeck.package import writer
from factdeck.release import dist
from factdeck.release import verify as checks
from factdeck.release.verify import Check
from factdeck.run.diffing import packed_notes


def verify(config: Config, folder: Path, built: Path, *, cached: bool) -> Iterator[Check]:
    """What was looked at in the folder ``built``, and what is wrong with it.

    Raises UserError when there is nothing to look at.
    """
    yield from checks.verify(built)
    yield from _same_bytes(config, folder, built, cached=cached)
    for file in checks.packages(built):
        yield checks.in_anki(file)


def _same_bytes(config: Config, folder: Path, built: Path, *, cached: bool) -> Iterator[Check]:
    """Whether the notes, where they are, give the same bytes again."""
    try:
        packed = packed_notes(config, folder, cached=cached)
    except UserError as error:
        yield Check(f"The notes were not built again: {error}")
        return
    with tempfile.TemporaryDirectory() as temporary:
        for package in packed.packages:
            name = dist.file_name(package)
            if not (built / name).is_file():
                yield Check(f"{name}: the notes make this version now", "it is not there")
                continue
            writer.write(package, Path(temporary, name))
            same = sha256(Path(temporary, name)) == sha256(built / name)
            trouble = "" if same else "the notes and the lock give other bytes"
            yield Check(f"{name}: built again, the same bytes" if same else name, trouble)
