"""The pictures and sounds that notes show, found beside them."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path, PurePosixPath

from factdeck.formats.digest import sha256
from factdeck.model import Media, Source

FindMedia = Callable[[str, str], Media | None]
"""(path of the source, path as it writes it) → the file, or None when it is not there."""
Locate = Callable[[str, str], Path | None]
"""The same, for where the file lies: nothing is read."""

_SUFFIXES = """
    .apng .avif .bmp .gif .ico .jfif .jpeg .jpg .png .svg .tif .tiff .webp
    .3gp .aac .flac .m4a .mp3 .oga .ogg .opus .spx .wav
    .avi .flv .m4v .mkv .mov .mp4 .mpeg .mpg .ogv .webm
"""
SUFFIXES = frozenset(_SUFFIXES.split())
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.I)
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_STEM = 48


def finder(sources: Iterable[Source], root: Path) -> FindMedia:
    """How to find the media of these sources, as :func:`locator` does."""
    locate, read = locator(sources, root), cache(read_media)

    def find(source: str, written: str) -> Media | None:
        path = locate(source, written)
        return read(path) if path else None

    return find


def locator(sources: Iterable[Source], root: Path) -> Locate:
    """Where the media of these sources lie; ``root`` is the folder that none may lie outside of.

    A path is relative to the folder of its source, then to the root (``/img/a.png``); a bare
    name is at last looked for everywhere below the root, as Obsidian does, and found when it
    is the name of one file. Web addresses and files that are no media are never found.
    """
    folders = {source.path: Path(source.file).parent for source in sources}
    root = root.resolve()
    named = cache(lambda: _by_name(root))

    def locate(source: str, written: str) -> Path | None:
        wanted = written.strip().replace("\\", "/").split("#")[0].split("?")[0]
        if _REMOTE.match(wanted) or PurePosixPath(wanted).suffix.lower() not in SUFFIXES:
            return None
        places = [folders.get(source, root) / wanted.lstrip("/"), root / wanted.lstrip("/")]
        for place in places:
            if _is_below(place, root):
                return place.resolve()
        found = named().get(_folded(wanted), []) if "/" not in wanted else []
        return found[0] if len(found) == 1 else None

    return locate


def _is_below(path: Path, root: Path) -> bool:
    try:
        path = path.resolve()
        return path.is_relative_to(root) and path.is_file() and os.access(path, os.R_OK)
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, a circle of links
        return False


def _by_name(root: Path) -> dict[str, list[Path]]:
    """The media files below a folder by name, hidden folders left out."""
    files: dict[str, list[Path]] = {}
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name[0] != "." and name != "node_modules")
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix.lower() in SUFFIXES and _is_below(path, root):
                files.setdefault(_folded(name), []).append(path)
    return files


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def read_media(path: Path) -> Media:
    """The file as the medium that it becomes; OSError when it cannot be read."""
    digest = sha256(path)
    return Media(safe_name(path.name, digest), str(path), digest)


def safe_name(name: str, sha256: str) -> str:
    """A name that Anki keeps as it is, other for other bytes: ``diagram-3f2a9c01d4e5.png``."""
    path = PurePosixPath(unicodedata.normalize("NFKD", name))
    stem = _UNSAFE.sub("-", path.stem.encode("ascii", "ignore").decode()).strip("-._")
    return f"{stem[:_LONGEST_STEM] or 'media'}-{sha256[:12]}{path.suffix.lower()}"
