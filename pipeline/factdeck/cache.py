"""What was read before is not read again.

One SQLite file in ``.factdeck_cache/`` holds, for each source, what parse, facts and claims
made of it, under a hash of the source and of the code that read it. What it gives is checked
like any input from outside: a damaged or foreign cache costs time, never a wrong answer.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from factdeck.claims.evidence import Evidence
from factdeck.model import Block, Fact, LineUse, Problem, Source

FOLDER = ".factdeck_cache"
_FILE = "read.sqlite"
_READERS = ("model.py", "cache.py", "parse", "facts", "claims", "sources")
"""The code whose change makes what it read before worthless."""
_KEPT_DAYS = 30
_TABLE = """
CREATE TABLE IF NOT EXISTS record (
    key BLOB PRIMARY KEY, used TEXT NOT NULL DEFAULT CURRENT_DATE, data BLOB NOT NULL
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Record:
    """What was made of one source: the parts of its document, its facts, its lines.

    ``evidence`` is None until somebody compares.
    """

    blocks: tuple[Block, ...]
    dropped: tuple[LineUse, ...]
    problems: tuple[Problem, ...]
    facts: tuple[Fact, ...]
    uses: tuple[LineUse, ...]
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Cache:
    """A cache in a folder; ``folder`` None keeps nothing.

    Nothing here raises for what the file system does: without a cache all is read anew.
    """

    folder: Path | None

    def load(self, sources: Sequence[Source]) -> dict[int, Record]:
        """The records of those sources that are known, by index."""
        if not self.folder or not (file := self.folder / _FILE).is_file():
            return {}
        found: dict[int, Record] = {}
        with suppress(sqlite3.Error), closing(_connect(file)) as db:
            for index, source in enumerate(sources):
                row = db.execute("SELECT data FROM record WHERE key = ?", (key(source),)).fetchone()
                if row and (record := _decode(row[0])):
                    found[index] = record
        return found

    def save(self, records: Mapping[Source, Record], used: Iterable[Source]) -> None:
        """Keep new records, and note which old ones were of use; forget those long unused."""
        if not self.folder:
            return
        with suppress(sqlite3.Error, OSError):
            _make(self.folder)
            file = self.folder / _FILE
            try:
                _write(file, records, used)
            except sqlite3.DatabaseError:
                file.unlink(missing_ok=True)
                _write(file, records, ())


def key(source: Source) -> bytes:
    """What a record is found by: all of the source that the reading depends on."""
    parts = (source.path, source.name, str(source.markdown), repr(source.front), source.text)
    digest = hashlib.sha256(_code())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


@cache
def _code() -> bytes:
    """A hash of the code that reads sources."""
    top = Path(__file__).parent
    digest = hashlib.sha256()
    for name in _READERS:
        path = top / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.digest()


def _connect(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=1)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = OFF")
    return db


def _make(folder: Path) -> None:
    """Make the folder, which keeps itself out of git."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _write(file: Path, records: Mapping[Source, Record], used: Iterable[Source]) -> None:
    with closing(_connect(file)) as db, db:
        db.execute(_TABLE)
        rows = ((key(source), _encode(record)) for source, record in records.items())
        db.executemany("INSERT OR REPLACE INTO record (key, data) VALUES (?, ?)", rows)
        touched = ((key(source),) for source in used)
        today = "UPDATE record SET used = CURRENT_DATE WHERE key = ? AND used < CURRENT_DATE"
        db.executemany(today, touched)
        db.execute("DELETE FROM record WHERE used < date('now', ?)", (f"-{_KEPT_DAYS} days",))


def _encode(record: Record) -> bytes:
    return msgspec.msgpack.encode(record)


def _decode(data: bytes) -> Record | None:
    try:
        return _decoder().decode(data)  # type: ignore[no-any-return]  # the decoder's type says Record
    except (msgspec.MsgspecError, RecursionError):
        return None


@cache
def _decoder() -> Any:
    return msgspec.msgpack.Decoder(Record)
