"""SQLite files whose bytes depend on their content alone."""

from __future__ import annotations

import random
import sqlite3
import struct
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.formats import sqlite_pages

Row = tuple[int, str, bytes]
SIZES = st.integers(0, 12_000) | st.integers(400, 600) | st.integers(4000, 4200)
ROWS = st.lists(st.tuples(st.text(max_size=40), SIZES), min_size=1, max_size=12).map(
    lambda rows: [(n, name, b"\xff" * size) for n, (name, size) in enumerate(rows)]
)


def database(file: Path, rows: Iterable[Row]) -> Path:
    sqlite_pages.create(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB)")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        connection.execute("CREATE INDEX by_name ON t (name, data)")
        connection.commit()
    return file


def content(file: Path) -> list[Row]:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM t INDEXED BY by_name").fetchone()
        return connection.execute("SELECT * FROM t ORDER BY id").fetchall()


def test_an_empty_database_is_one_that_sqlite_takes(tmp_path: Path) -> None:
    sqlite_pages.create(tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA page_size").fetchone() == (4096,)
        assert connection.execute("PRAGMA encoding").fetchone() == ("UTF-8",)


@given(ROWS)
def test_normalising_keeps_the_content_and_is_done_once(rows: list[Row]) -> None:
    with TemporaryDirectory() as folder:
        file = database(Path(folder, "a.db"), rows)
        sqlite_pages.normalise(file)
        once = file.read_bytes()
        assert content(file) == rows
        sqlite_pages.normalise(file)
        assert file.read_bytes() == once


@given(ROWS, st.integers())
def test_what_no_cell_uses_is_cleared(rows: list[Row], seed: int) -> None:
    with TemporaryDirectory() as folder:
        file, other = database(Path(folder, "a.db"), rows), Path(folder, "b.db")
        other.write_bytes(with_noise(file.read_bytes(), random.Random(seed)))
        assert content(other) == rows
        sqlite_pages.normalise(file)
        sqlite_pages.normalise(other)
        assert file.read_bytes() == other.read_bytes()


def with_noise(data: bytes, noise: random.Random) -> bytes:
    """Noise in the gaps of all pages, and the marks of another library in the head."""
    changed = bytearray(data)
    for start in range(0, len(data), 4096):
        head = start + (100 if start == 0 else 0)
        if data[head] in (2, 5, 10, 13):
            count, top = struct.unpack_from(">HH", data, head + 3)
            begin = head + (12 if data[head] in (2, 5) else 8) + 2 * count
            end = start + top
        else:  # an overflow page: the rows end in 0xFF or in an id, so zeros are the gap
            begin, end = len(data[: start + 4096].rstrip(b"\0")) + 1, start + 4096
        changed[begin:end] = noise.randbytes(max(0, end - begin))
    for at in (24, 92):  # the change counter, and the one that the next number is valid for
        changed[at : at + 4] = b"\x00\x00\x02\x00"
    changed[96:100] = struct.pack(">I", 3_050_000)
    return bytes(changed)


def test_the_history_of_a_page_does_not_show(tmp_path: Path) -> None:
    rows = [(number, f"name {number}", bytes([number]) * 50) for number in range(20)]
    straight = database(tmp_path / "straight.db", rows)
    crooked = database(tmp_path / "crooked.db", [(n, "", b"x" * 90) for n in range(0, 20, 2)])
    with closing(sqlite3.connect(crooked)) as connection:
        connection.execute("DELETE FROM t")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", random.Random(3).sample(rows, 20))
        connection.commit()
    assert straight.read_bytes() != crooked.read_bytes()
    sqlite_pages.normalise(straight)
    sqlite_pages.normalise(crooked)
    assert straight.read_bytes() == crooked.read_bytes()


def test_a_tree_of_many_pages_is_normalised(tmp_path: Path) -> None:
    rows = [(n * n, f"{n:>500}", bytes(n % 7 * 900)) for n in range(2000)]
    file = database(tmp_path / "a.db", rows)
    sqlite_pages.normalise(file)
    assert content(file) == rows


def test_a_database_with_free_pages_is_refused(tmp_path: Path) -> None:
    file = database(tmp_path / "a.db", [(n, "name", bytes(5000)) for n in range(50)])
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM t")
        connection.commit()
    with pytest.raises(ValueError, match="VACUUM"):
        sqlite_pages.normalise(file)
