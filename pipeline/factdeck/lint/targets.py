"""What links may lead to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from factdeck.lint.links import Link
from factdeck.lint.subjects import File

_PAGES = ("", ".md", ".markdown")
_INDEXES = ("README.md", "index.md")


def exists(target: Path) -> bool:
    """Whether there is such a file or folder; a page may leave its ending out, or be .html."""
    try:
        if target.suffix in (".html", ".htm"):
            return target.exists() or target.with_suffix(".md").exists()
        return any(target.with_name(target.name + ending).exists() for ending in _PAGES)
    except (OSError, ValueError):  # a name that no file can have
        return False


def is_inside(target: Path, root: Path) -> bool:
    """Whether the path does not lead out of the folder ``root``."""
    return Path(os.path.normpath(target)).is_relative_to(root)


def by_file(files: Iterable[File]) -> dict[str, File]:
    """The Markdown files by where they lie."""
    return {os.path.normpath(file.source.file): file for file in files if file.source.markdown}


def file_of(link: Link, file: File, known: dict[str, File]) -> File | None:
    """The source that a link of ``file`` leads to; None when it is none that was read."""
    if not link.path:
        return file
    target = os.path.normpath(Path(file.source.file).parent / link.path)
    ways = (target + ending for ending in _PAGES)
    pages = (str(Path(target, index)) for index in _INDEXES)
    return next((known[way] for way in (*ways, *pages) if way in known), None)
