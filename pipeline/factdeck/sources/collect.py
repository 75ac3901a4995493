"""Which files hold notes: paths, folders and globs → files, sorted, each once."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck.config import NOTES, Config, place_of_notes
from factdeck.errors import UserError
from factdeck.sources.globs import anchored, fixed_part, is_glob
from factdeck.sources.ignore import ignore_for
from factdeck.sources.walk import SUFFIXES, Hit, is_note, link_trouble, walk

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """A file that holds notes; ``path``, ``name`` and ``file`` are those of its Source.

    ``trouble`` says why it cannot be read when that is known already.
    """

    path: str
    name: str
    file: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class _Top:
    """What was ``asked`` for: a file, or a folder with the glob that its files must match."""

    asked: str
    path: str
    glob: GitIgnoreSpec | None = None


def collect(
    config: Config, paths: Sequence[str] = (), folder: Path | None = None
) -> tuple[SourceFile, ...]:
    """The files of notes at ``paths``, or those that the settings name, sorted by path.

    ``paths`` are files, folders and globs, relative to ``folder`` (the working folder).
    A file is listed once, however many ways lead to it, and the changelog never. Raises
    UserError for a path that does not exist, a glob that matches nothing and a file that is
    neither Markdown nor text.
    """
    here = (folder or Path.cwd()).resolve() if paths else config.root
    tops: list[_Top] = []
    hits: dict[str, Hit] = {}
    for asked in paths or _configured(config):
        try:
            tops.append(_top(asked, here, config))
            for hit in _hits(tops[-1], config):
                hits[hit.real] = min(hit, hits.get(hit.real, hit))
        except UserError as error:
            if paths or config.file is None:
                raise
            place = place_of_notes(config.file, asked)
            raise UserError(f"{place}: the settings name these notes: {error}") from error
    base = _shared_folder(tops)
    hits.pop(os.path.realpath(config.root / config.changelog), None)
    return tuple(sorted(_source_file(hit, base, config) for hit in hits.values()))


def named(config: Config, path: str) -> SourceFile:
    """The file at a path as a file of notes, whether there is one or not.

    Raises UserError when its name is not that of a file of notes.
    """
    if not is_note(path):
        known = ", ".join(SUFFIXES)
        raise UserError(f"{path} is no file of notes: its name ends in none of {known}.")
    return _source_file(Hit(False, path, os.path.realpath(path)), os.path.dirname(path), config)


def members(config: Config, notes: Sequence[str]) -> frozenset[str]:
    """The real paths of all files that ``notes``, as the settings of a deck name them, lead to."""
    found = collect(replace(config, notes=tuple(notes)))
    return frozenset(os.path.realpath(file.file) for file in found)


def _configured(config: Config) -> tuple[str, ...]:
    """The notes of the settings; where nobody has set any, ``notes`` need not exist."""
    unset = config.file is None and config.notes == NOTES
    return () if unset and not (config.root / NOTES[0]).exists() else config.notes


def _top(asked: str, here: Path, config: Config) -> _Top:
    glob = asked.replace(os.sep, "/")
    if is_glob(glob, here):
        folder = fixed_part(glob)
        path = _absolute(here / folder, config)
        return _Top(asked, path, anchored([glob[len(folder) :].lstrip("/")]))
    path = _absolute(here / asked, config)
    if not os.path.lexists(path):
        raise UserError(f"There is no file or folder {asked} (looked for in {here}).")
    if os.path.isfile(path) and not is_note(path):
        known = ", ".join(SUFFIXES)
        raise UserError(f"{asked} is no file of notes: its name ends in none of {known}.")
    return _Top(asked, path)


def _absolute(path: Path, config: Config) -> str:
    """``path`` from the root of the file system, by way of the project where it lies inside."""
    plain = os.path.normpath(path)
    real = os.path.realpath(plain)
    return real if _below(real, config.root) and not _below(plain, config.root) else plain


def _hits(top: _Top, config: Config) -> list[Hit]:
    if not os.path.isdir(top.path) and not top.glob:
        trouble = link_trouble(top.path) if os.path.islink(top.path) else ""
        real = top.path if trouble else os.path.realpath(top.path)
        return [Hit(os.path.islink(top.path), top.path, real, trouble)]
    hits = [
        hit
        for hit in walk(top.path, ignore_for(top.path, config))
        if top.glob is None or top.glob.match_file(_relative(hit.path, top.path))
    ]
    if top.glob and not hits:
        but = " that exclude does not leave out" if config.exclude else ""
        raise UserError(f"No file of notes matches {top.asked}{but}.")
    return hits


# --- names --------------------------------------------------------------------------------


def _source_file(hit: Hit, base: str, config: Config) -> SourceFile:
    path = _readable(_relative(hit.path, os.fspath(config.root)))
    of_project = config.file is not None and _below(hit.path, config.root)
    name = path if of_project else _readable(_relative(hit.path, base))
    return SourceFile(path, unicodedata.normalize("NFC", name), hit.path, hit.trouble)


def _shared_folder(tops: Sequence[_Top]) -> str:
    """The folder that holds all that was asked for, however it was spelled."""
    folders = [top.path if os.path.isdir(top.path) else os.path.dirname(top.path) for top in tops]
    try:
        return os.path.commonpath(folders)
    except ValueError:  # nothing, or several drives
        return ""


def _below(path: str, folder: str | Path) -> bool:
    return path.startswith(os.path.join(folder, ""))


def _relative(path: str, folder: str) -> str:
    """``path`` as seen from ``folder``, with ``/``; as it is when no way leads there."""
    if _below(path, folder):
        path = path[len(os.path.join(folder, "")) :]
    else:
        with contextlib.suppress(ValueError):  # another drive
            path = os.path.relpath(path, folder)
    return path.replace(os.sep, "/")


def _readable(path: str) -> str:
    """``path`` as text: a byte of a file name that is no UTF-8 is shown by its number."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace")
