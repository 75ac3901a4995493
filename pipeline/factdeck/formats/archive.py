"""Zip archives whose bytes depend on what is in them alone.

Members are sorted by name, dated 1980-01-01 and have the same attributes on every system.
They are deflated at a fixed level. What remains is the zlib that Python was built with: the
original writes the same bytes on every machine, a rewrite of it (zlib-ng) packs differently.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LEVEL = 6
EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_REGULAR_FILE = 0o100644 << 16
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its bytes, or the path of the file that they are read from."""

    name: str
    content: bytes | Path


def write(file: Path, members: Iterable[Member]) -> None:
    """Write an archive of ``members`` to ``file``; large ones are streamed.

    Raises OSError when a member cannot be read or the archive cannot be written.
    """
    with zipfile.ZipFile(file, "w") as archive:
        for member in sorted(members, key=lambda member: member.name):
            _add(archive, member)


def _add(archive: zipfile.ZipFile, member: Member) -> None:
    info = zipfile.ZipInfo(member.name, EPOCH)
    info.create_system = _UNIX
    info.external_attr = _REGULAR_FILE
    info.compress_type = zipfile.ZIP_DEFLATED
    info._compresslevel = LEVEL  # type: ignore[attr-defined]  # public only from Python 3.13 on
    if isinstance(member.content, bytes):
        archive.writestr(info, member.content)
        return
    info.file_size = member.content.stat().st_size  # from it zipfile knows whether it needs zip64
    with member.content.open("rb") as source, archive.open(info, "w") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
