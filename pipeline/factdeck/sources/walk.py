"""The files of notes below a folder, each once, with or without symbolic links in between."""

from __future__ import annotations

import errno
import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from factdeck.sources.ignore import Ignore

SUFFIXES = (".md", ".markdown", ".txt")
ENVIRONMENT = "pyvenv.cfg"  # stands in every virtual environment, whatever its name


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A file that was come upon at ``path``; ``real`` is the same without links.

    ``trouble`` says why it cannot be read when that is known already. Of two hits on one
    file the lesser is the better: it was reached without a link.
    """

    linked: bool
    path: str
    real: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    real: str
    ignore: Ignore
    linked: bool = False


def is_note(path: str) -> bool:
    """Whether the name of the file says that it is Markdown or plain text."""
    return path.lower().endswith(SUFFIXES)


def link_trouble(path: str) -> str:
    """Why the file that a symbolic link stands for cannot be had; empty when it can."""
    try:
        os.stat(path)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "this symbolic link leads back to itself"
        if isinstance(error, FileNotFoundError):
            return f"this symbolic link leads to {os.readlink(path)}, which does not exist"
        return f"this symbolic link cannot be followed: {error.strerror}"
    return ""


def walk(top: str, ignore: Ignore) -> Iterator[Hit]:
    """All files of notes below the folder ``top`` but those that ``ignore`` leaves out."""
    start = _Place(top, os.path.realpath(top), ignore, linked=os.path.islink(top))
    return _Walk(start).hits()


class _Walk:
    """One walk. Links wait until all folders are done, so that they only add what is new."""

    def __init__(self, start: _Place) -> None:
        self.start = start
        self.folders = [start]
        self.links: deque[_Place] = deque()
        self.seen: set[str] = set()

    def hits(self) -> Iterator[Hit]:
        while self.folders or self.links:
            if self.folders:
                yield from self._folder(self.folders.pop())
            else:
                yield from self._link(self.links.popleft())

    def _folder(self, place: _Place) -> Iterator[Hit]:
        if place.real in self.seen:
            return
        self.seen.add(place.real)
        try:
            entries = sorted(os.scandir(place.path), key=lambda entry: entry.name)
        except OSError as error:
            trouble = f"this folder cannot be read: {error.strerror}"
            yield Hit(place.linked, place.path, place.real, trouble)
            return
        names = {entry.name for entry in entries}
        if ENVIRONMENT in names and place is not self.start:
            return
        ignore = place.ignore.inside(place.path) if ".gitignore" in names else place.ignore
        for entry in entries:
            yield from self._entry(entry, place, ignore)

    def _entry(self, entry: os.DirEntry[str], parent: _Place, ignore: Ignore) -> Iterator[Hit]:
        is_folder = os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir()
        if not (is_folder or entry.is_symlink() or is_note(entry.name)):
            return  # most of what lies beside notes, before any pattern is tried
        if ignore.ignores(entry.path, folder=is_folder):
            return
        real = os.path.join(parent.real, entry.name)
        place = _Place(entry.path, real, ignore, parent.linked)
        if entry.is_symlink():
            self.links.append(place)
        elif is_folder:
            self.folders.append(place)
        else:
            yield Hit(parent.linked, entry.path, real)

    def _link(self, place: _Place) -> Iterator[Hit]:
        trouble = link_trouble(place.path)
        target = os.path.realpath(place.path)
        if not trouble and place.real.startswith(os.path.join(target, "")):
            trouble = "this symbolic link leads back to a folder that it lies in"
        if trouble:
            # a broken link with another suffix is no note: a picture, say
            if is_note(place.path) or "." not in os.path.basename(place.path):
                yield Hit(True, place.path, place.real, trouble)
        elif os.path.isdir(target):
            self.folders.append(_Place(place.path, target, place.ignore, linked=True))
        elif is_note(place.path):
            yield Hit(True, place.path, target)
