"""Read an Anki package (.apkg, .colpkg) in each of its formats, without Anki.

Legacy 1 holds ``collection.anki2``, legacy 2 ``collection.anki21`` (and a dummy of the first);
since Anki 2.1.50 there is ``collection.anki21b``: compressed with Zstandard, like each media
file, and the list of media is a protobuf message. Its schema (15 and later) keeps decks and
note types in tables of their own: :mod:`factdeck.formats.collection`.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from factdeck.errors import UserError
from factdeck.formats import collection, protobuf
from factdeck.formats.deck import Contents

_NEW = "collection.anki21b"
_COLLECTIONS = (_NEW, "collection.anki21", "collection.anki2")  # where there are several, the first
_META, _MEDIA = "meta", "media"
_META_VERSION, _ENTRIES, _ENTRY_NAME, _ENTRY_MEMBER = 1, 1, 1, 255
_NEWEST_VERSION = 3
_CHUNK = 1 << 20


def read(file: Path) -> Contents:
    """The content of the package ``file``; UserError when it is none."""
    try:
        with zipfile.ZipFile(file) as archive, tempfile.TemporaryDirectory() as folder:
            _check_version(archive)
            member = _collection(archive)
            database = Path(folder, "collection")
            _extract(archive, member, database, is_compressed=member == _NEW)
            media = _media(archive, is_new=member == _NEW)
            with closing(sqlite3.connect(database)) as connection:
                return collection.read(connection, media)
    except _UNREADABLE as error:
        raise UserError(f"{file} cannot be read as an Anki package: {error}.") from error


def extract_media(file: Path, member: str, target: Path) -> None:
    """Write the media file that ``member`` of the package ``file`` holds to ``target``.

    Raises UserError when the package has no such member or it is damaged.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            is_new = _NEW in archive.namelist()
            _extract(archive, member, target, is_compressed=is_new)
    except _UNREADABLE as error:
        raise UserError(f"The media of {file} cannot be read: {error}.") from error


_UNREADABLE = (
    *(OSError, EOFError, KeyError, ValueError, TypeError, RuntimeError, NotImplementedError),
    *(zipfile.BadZipFile, sqlite3.DatabaseError),
)
"""What the libraries below raise for damaged, encrypted or foreign input."""


def _check_version(archive: zipfile.ZipFile) -> None:
    if _META not in archive.namelist():
        return
    version = protobuf.integer(protobuf.last(archive.read(_META)), _META_VERSION)
    if version > _NEWEST_VERSION:
        raise ValueError(f"its format {version} is newer than this version of factdeck knows")


def _collection(archive: zipfile.ZipFile) -> str:
    members = archive.namelist()
    for name in _COLLECTIONS:
        if name in members:
            return name
    raise ValueError("it holds no collection")


def _extract(archive: zipfile.ZipFile, member: str, target: Path, *, is_compressed: bool) -> None:
    with archive.open(member) as packed, target.open("wb") as out:
        chunks = iter(lambda: packed.read(_CHUNK), b"")
        out.writelines(_unpacked(chunks, member) if is_compressed else chunks)


def _unpacked(chunks: Iterable[bytes], member: str) -> Iterator[bytes]:
    """Decompress; ValueError when the data of the ``member`` is damaged or ends too early."""
    import zstandard

    stream = zstandard.ZstdDecompressor().decompressobj()
    try:
        for chunk in chunks:
            yield stream.decompress(chunk)
    except zstandard.ZstdError as error:
        raise ValueError(f"{member} in it is damaged ({error})") from error
    if not stream.eof:
        raise ValueError(f"{member} in it ends too early")


def _media(archive: zipfile.ZipFile, *, is_new: bool) -> tuple[tuple[str, str], ...]:
    """Pairs of name and member, sorted; a package without media need not list them."""
    if _MEDIA not in archive.namelist():
        return ()
    if is_new:
        return tuple(sorted(_media_entries(b"".join(_unpacked([archive.read(_MEDIA)], _MEDIA)))))
    listed = json.loads(archive.read(_MEDIA))
    return tuple(sorted((str(name), str(member)) for member, name in dict(listed).items()))


def _media_entries(message: bytes) -> list[tuple[str, str]]:
    entries = [value for number, value in protobuf.fields(message) if number == _ENTRIES]
    found = []
    for index, entry in enumerate(entries):
        if not isinstance(entry, bytes):
            raise ValueError("its list of media is damaged")
        values = protobuf.last(entry)
        member = values.get(_ENTRY_MEMBER, index)
        found.append((protobuf.text(values, _ENTRY_NAME), str(member)))
    return found
