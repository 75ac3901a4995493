"""Zip archives whose bytes depend on what is in them alone.

Members are sorted by name, dated 1980-01-01 and have the same attributes on every system.
They are deflated by :mod:`factdeck.formats.deflate`, since each build of zlib packs in its own
way; what is packed already, such as pictures, is stored as it is.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from factdeck.formats import deflate

EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_REGULAR_FILE = 0o100644 << 16
_CHUNK = 1 << 20
_SAMPLE = 1 << 14
_WORTH_IT = 0.9
"""What does not shrink to this part of its size is stored."""
_LARGE = 1 << 28
"""So is what would take minutes."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its bytes, or the path of the file that they are read from."""

    name: str
    content: bytes | Path


def write(file: Path, members: Iterable[Member]) -> None:
    """Write an archive of ``members`` to ``file``; what is only stored is streamed.

    Raises OSError when a member cannot be read or the archive cannot be written.
    """
    with file.open("w+b") as handle, zipfile.ZipFile(handle, "w") as archive:
        for member in sorted(members, key=lambda member: member.name):
            info = zipfile.ZipInfo(member.name, EPOCH)
            info.create_system = _UNIX
            info.external_attr = _REGULAR_FILE
            if _shrinks(member.content):
                _deflate(archive, handle, info, member.content)
            else:
                _store(archive, info, member.content)


def _shrinks(content: bytes | Path) -> bool:
    """Whether its beginning is smaller when it is deflated, and it is not too large for that."""
    if isinstance(content, bytes):
        size, sample = len(content), content[:_SAMPLE]
    else:
        with content.open("rb") as source:
            size, sample = content.stat().st_size, source.read(_SAMPLE)
    return size < _LARGE and sum(map(len, deflate.compress(sample))) < _WORTH_IT * len(sample)


def _store(archive: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes | Path) -> None:
    if isinstance(content, bytes):
        archive.writestr(info, content)
        return
    info.file_size = content.stat().st_size  # from it zipfile knows whether it needs zip64
    with content.open("rb") as source, archive.open(info, "w") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)


def _deflate(
    archive: zipfile.ZipFile, handle: BinaryIO, info: zipfile.ZipInfo, content: bytes | Path
) -> None:
    """Store what is deflated already, then have the heads say so: zipfile takes no such thing."""
    data = content if isinstance(content, bytes) else content.read_bytes()
    with archive.open(info, "w") as target:
        target.writelines(deflate.compress(data))
    info.compress_type, info.file_size, info.CRC = zipfile.ZIP_DEFLATED, len(data), crc32(data)
    handle.seek(info.header_offset)
    handle.write(info.FileHeader())
