"""Make the bytes of a SQLite file depend on its content alone.

SQLite keeps a b-tree in each page: a head, an array of pointers, and towards the end of the
page the cells that they point to. Where exactly a cell lies, what was left in the gaps by
cells that moved away, and some counters in the head of the file depend on the version of the
library and on how it was built. Here each page is laid out anew: cells in their order, close
together at the end of the page, zeros in between; and the counters get fixed values.

Which cell stands on which page is left alone. It is the same for every SQLite when a file
begins as :func:`create` makes it, rows are added in the order of their keys, indexes after
them, and nothing is deleted. The format: https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

PAGE_SIZE = 4096
_FILE_HEAD = 100
_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_SMALLEST_CELL = 4
# what the library writes into the head of the file about itself and the file's history
_CHANGE_COUNTER, _SCHEMA_COOKIE, _VALID_FOR, _LIBRARY = 24, 40, 92, 96
_LIBRARY_VERSION = 3_040_000


def create(file: Path) -> None:
    """Make ``file`` an empty database.

    SQLite would choose page size, reserved bytes and encoding by how it was compiled.
    """
    head = struct.pack(
        ">16sH6B12I20sII",
        *(b"SQLite format 3", PAGE_SIZE, 1, 1, 0, 64, 32, 32),  # rollback journal, none reserved
        *(1, 1, 0, 0, 0, 4, 0, 0, 1, 0, 0, 0),  # one page, none free, schema format 4, UTF-8
        *(b"", 1, _LIBRARY_VERSION),
    )
    tree = struct.pack(">BHHHB", _LEAF_TABLE, 0, 0, PAGE_SIZE, 0)
    file.write_bytes((head + tree).ljust(PAGE_SIZE, b"\0"))


def normalise(file: Path) -> None:
    """Lay out every page of the database ``file`` anew, in place; its content stays the same.

    No connection may be open. Raises ValueError for a file with free or pointer-map pages:
    run VACUUM, and switch auto_vacuum off.
    """
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0")
        roots = [root for (root,) in rows]
    with file.open("r+b") as handle:
        size, usable = _normalise_head(handle)
        pages = _Pages(handle, size, usable)
        pending = [1, *roots]
        while pending:
            pending.extend(pages.tidy(pending.pop()))


def _normalise_head(file: BinaryIO) -> tuple[int, int]:
    """Fix the counters; give the size of a page in bytes, and how much of it is in use."""
    head = bytearray(file.read(_FILE_HEAD))
    _, free_pages = struct.unpack_from(">II", head, 32)
    (pointer_map,) = struct.unpack_from(">I", head, 52)
    if free_pages or pointer_map:
        raise ValueError("a database with free or pointer-map pages; VACUUM it first")
    for at, value in (
        (_CHANGE_COUNTER, 1),
        (_SCHEMA_COOKIE, 1),
        (_VALID_FOR, 1),
        (_LIBRARY, _LIBRARY_VERSION),
    ):
        struct.pack_into(">I", head, at, value)
    file.seek(0)
    file.write(head)
    (size,) = struct.unpack_from(">H", head, 16)
    size = 65536 if size == 1 else size
    return size, size - head[20]


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of a database: ``size`` bytes each, of which the last few may be reserved."""

    file: BinaryIO
    size: int
    usable: int

    def tidy(self, number: int) -> list[int]:
        """Lay out page ``number`` of a b-tree anew and give the pages below it."""
        page = self._read(number)
        head = _FILE_HEAD if number == 1 else 0
        kind = page[head]
        is_interior = kind in (_INTERIOR_INDEX, _INTERIOR_TABLE)
        (count,) = struct.unpack_from(">H", page, head + 3)
        array = head + (12 if is_interior else 8)
        pointers = struct.unpack_from(f">{count}H", page, array)
        cells = [self._cell(page, pointer, kind) for pointer in pointers]
        self._write(number, self._laid_out(page[:array], head, cells))
        if not is_interior:
            return []
        last = int.from_bytes(page[head + 8 : array])
        return [*(int.from_bytes(cell[:4]) for cell in cells), last]

    def _laid_out(self, before: bytearray, head: int, cells: list[bytes]) -> bytes:
        """A page: what stands ``before`` the pointers, they, a gap, the cells from the end on."""
        end = self.usable
        pointers = [end := end - len(cell) for cell in cells]
        # no free block, where the cells begin (65536 as 0), no fragments
        struct.pack_into(">H", before, head + 1, 0)
        struct.pack_into(">HB", before, head + 5, end & 0xFFFF, 0)
        start = before + struct.pack(f">{len(pointers)}H", *pointers)
        return b"".join((start.ljust(end, b"\0"), *reversed(cells)))

    def _cell(self, page: bytearray, begin: int, kind: int) -> bytes:
        """The bytes of the cell at ``begin``; the slack of its overflow pages is cleared."""
        at = begin + 4 if kind in (_INTERIOR_INDEX, _INTERIOR_TABLE) else begin
        payload, at = _varint(page, at)
        if kind == _INTERIOR_TABLE:  # this number is a key: there is no payload
            return bytes(page[begin:at]).ljust(_SMALLEST_CELL, b"\0")
        if kind == _LEAF_TABLE:
            _, at = _varint(page, at)
        local = self._local(payload, kind)
        end = at + local
        if local < payload:
            self._clear_slack(int.from_bytes(page[end : end + 4]), payload - local)
            end += 4
        return bytes(page[begin:end]).ljust(_SMALLEST_CELL, b"\0")

    def _local(self, payload: int, kind: int) -> int:
        """How many bytes of a payload stand in its cell; the others are on overflow pages."""
        most = self.usable - 35 if kind == _LEAF_TABLE else (self.usable - 12) * 64 // 255 - 23
        if payload <= most:
            return payload
        least = (self.usable - 12) * 32 // 255 - 23
        wanted = least + (payload - least) % (self.usable - 4)
        return wanted if wanted <= most else least

    def _clear_slack(self, number: int, left: int) -> None:
        """Clear what lies behind the ``left`` bytes on the chain of pages from ``number`` on."""
        while number:
            page = self._read(number)
            self._write(number, page[: 4 + min(left, self.usable - 4)])
            number = int.from_bytes(page[:4])
            left -= self.usable - 4

    def _read(self, number: int) -> bytearray:
        self.file.seek((number - 1) * self.size)
        return bytearray(self.file.read(self.size))

    def _write(self, number: int, used: bytes | bytearray) -> None:
        self.file.seek((number - 1) * self.size)
        self.file.write(used.ljust(self.size, b"\0"))


def _varint(page: bytearray, at: int) -> tuple[int, int]:
    """The number of variable length at ``at``, and where it ends."""
    value = 0
    for byte in page[at : at + 8]:
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | page[at], at + 1
