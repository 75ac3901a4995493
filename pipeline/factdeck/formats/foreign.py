"""A deck of another program, whatever its format: what it holds, and its media."""

from __future__ import annotations

import shutil
from pathlib import Path

from factdeck.errors import UserError
from factdeck.formats import apkg, crowdanki, text
from factdeck.formats.deck import PACKAGES, Contents

_TEXTS = (".csv", ".tsv", ".txt")
_KNOWN = ".apkg, .colpkg, a CrowdAnki folder or its .json, .csv, .tsv, .txt"


def read(path: Path) -> Contents:
    """What the deck at ``path`` holds; UserError when it is none that is known."""
    suffix = path.suffix.lower()
    if not path.exists():
        raise UserError(f"There is no file or folder {path}.")
    if path.is_dir() or suffix == ".json":
        return crowdanki.read(path)
    if suffix in PACKAGES:
        return apkg.read(path)
    if suffix in _TEXTS:
        return text.read(path)
    raise UserError(f"{path} is no deck that can be read; known are {_KNOWN}.")


def extract_media(path: Path, name: str, member: str, target: Path) -> None:
    """Write the media file ``name``, which ``member`` of the deck holds, to ``target``.

    Raises UserError when it is missing or damaged.
    """
    if path.suffix.lower() in PACKAGES and path.is_file():
        apkg.extract_media(path, member, target)
        return
    source = crowdanki.media_file(path, name)
    folder = source.parent if "/" not in name and "\\" not in name else None
    try:
        if folder is None or not source.resolve().is_relative_to(folder.resolve()):
            raise UserError(f'The media file "{name}" of {path} does not lie in its media folder.')
        shutil.copyfile(source, target)
    except OSError as error:
        raise UserError(f"The media of {path} cannot be read: {error}.") from error
