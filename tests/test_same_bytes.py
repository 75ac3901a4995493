"""The same notes and lock give the same bytes, whatever they are built with and wherever."""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.formats import archive, deflate, sqlite_pages
from factdeck.formats.archive import Member

SETTINGS = 'changelog = "news.md"\n\n[[deck]]\nname = "Déck"\nslug = "deck"\n'
NOTES = {
    "zebra.md": "# Zebra\n\nQ: How many stripes?\nA: 26\n\n![a map](map.svg)\n",
    "Ähre.md": "# Ähre\n\nThe tiers are ==hot==, ==warm== and ==cold==.\n",
    "apple.md": "# Apple\n\n" + "".join(f"Q: Why {n}?\nA: For {n * n}.\n\n" for n in range(300)),
    "map.svg": "<svg>" + "<g/>" * 2000 + "</svg>",
}
RELEASE = """
import os, sys
os.umask(int(sys.argv[1], 8))
for name, other in (pair.split("=") for pair in sys.argv[2:]):
    module = __import__(other, fromlist=["x"])
    sys.modules[name] = module
from factdeck import cli
sys.exit(cli.main(["release", "--no-cache"]))
"""
ELSEWHERE: dict[str, tuple[dict[str, str], list[str]]] = {
    "other hash seed": ({"PYTHONHASHSEED": "7"}, []),
    "other time zone": ({"TZ": "Asia/Tokyo"}, []),
    "other locale": ({"LC_ALL": "C", "PYTHONUTF8": "0"}, []),
    "another zlib": ({}, ["zlib=zlib_ng.zlib_ng"]),
}
if sys.platform == "linux":  # there are wheels of it for nothing else
    ELSEWHERE["another SQLite"] = ({}, ["sqlite3=pysqlite3"])


def released(
    folder: Path, *modules: str, names: list[str], umask: str = "022", **variables: str
) -> dict[str, str]:
    """The digests of all that a release writes, in a process of its own."""
    (folder / "notes").mkdir(parents=True)
    (folder / "factdeck.toml").write_text(SETTINGS, encoding="utf-8")
    for name in names:
        (folder / "notes" / name).write_text(NOTES[name], encoding="utf-8")
    environ = os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": "1"} | variables
    environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    command = [sys.executable, "-c", RELEASE, umask, *modules]
    ran = subprocess.run(command, cwd=folder, env=environ, capture_output=True, encoding="utf-8")
    assert (ran.returncode, ran.stderr) == (0, "")
    written = [file for file in folder.rglob("*") if file.is_file() and "notes" not in file.parts]
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in written
    }


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return released(tmp_path_factory.mktemp("here"), names=list(NOTES))


@pytest.mark.parametrize("name", ELSEWHERE)
def test_elsewhere_it_is_the_same(tmp_path: Path, here: dict[str, str], name: str) -> None:
    variables, modules = ELSEWHERE[name]
    assert released(tmp_path, *modules, names=list(NOTES), **variables) == here


def test_the_order_of_files_and_who_may_read_them_do_not_show(
    tmp_path: Path, here: dict[str, str]
) -> None:
    assert released(tmp_path / "other", names=list(NOTES)[::-1], umask="077") == here
    assert {"dist/deck-1.0.0.apkg", "dist/SHA256SUMS", "factdeck.lock"} <= set(here)


# --- what no library may change ----------------------------------------------------------


def test_the_bytes_of_a_database_are_those_of_every_sqlite(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    sqlite_pages.create(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)")
        rows = [(number, f"name {number * 7919 % 1000}" * 9) for number in range(1000)]
        connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
        connection.commit()
        connection.execute("CREATE INDEX by_name ON t (name)")
        connection.commit()
    sqlite_pages.normalise(file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert digest == "69ce3f433502b6c307d4b80dc3558caa8eb227e8c60a38420649676db1678adc"


def test_the_bytes_of_an_archive_are_those_of_every_zlib(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(20_000)
    words = b" ".join(b"%d" % (number * number) for number in range(50_000))
    archive.write(tmp_path / "a.zip", [Member("noise", noise), Member("words", words)])
    digest = hashlib.sha256((tmp_path / "a.zip").read_bytes()).hexdigest()
    assert digest == "0df5fea37e1a55584ceccc43f4bde391a7a5b26f1eba97e916c0b208c9e1a786"


# --- deflate -----------------------------------------------------------------------------

PIECES = st.lists(st.binary(max_size=40), max_size=6)
DATA = st.builds(
    lambda pieces, order: b"".join(pieces[n % len(pieces)] for n in order) if pieces else b"",
    PIECES,
    st.lists(st.integers(0, 5), max_size=200),
)


def inflated(data: bytes) -> bytes:
    unpack = zlib.decompressobj(-15)
    found = unpack.decompress(b"".join(deflate.compress(data)))
    assert (unpack.eof, unpack.unused_data) == (True, b"")
    return found


@given(DATA)
def test_what_is_deflated_inflates_to_the_same(data: bytes) -> None:
    assert inflated(data) == data


@pytest.mark.parametrize("back", [1, 2, 4, 5, 192, 193, 24_576, 24_577, 32_767, 32_768, 32_769])
@pytest.mark.parametrize("size", [3, 4, 5, 10, 11, 130, 131, 257, 258, 259, 600])
def test_every_length_and_distance_inflates_to_the_same(back: int, size: int) -> None:
    noise = random.Random(back).randbytes(back + 300)
    data = noise + noise[-back:][:size]
    assert inflated(data) == data


def test_large_data_are_packed_piece_by_piece() -> None:
    data = random.Random(1).randbytes(600_000) + b"again and again " * 60_000
    pieces = list(deflate.compress(data))
    assert len(pieces) > 3
    assert zlib.decompress(b"".join(pieces), -15) == data


def test_it_packs_not_much_worse_than_zlib() -> None:
    text = " ".join(f"the {n}th of {n * n % 977} words" for n in range(20_000)).encode()
    assert sum(map(len, deflate.compress(text))) < 1.5 * len(zlib.compress(text))
