"""Write a package as an .apkg: Anki's legacy format (schema 11), which every client reads.

The same package gives the same bytes. Rows are inserted here and not by genanki, which checks
fields in quadratic time, overlooks the cards of nested clozes, and gives neither cards an
order nor notes a time of their own.
"""

from __future__ import annotations

import errno
import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from factdeck.errors import UserError
from factdeck.formats import archive, sqlite_pages
from factdeck.formats.archive import Member
from factdeck.formats.collection import FIELD_SEPARATOR
from factdeck.formats.digest import sha256
from factdeck.model import IdentifiedNote, Media
from factdeck.package import Package
from factdeck.package.collection import deck_id, head, schema
from factdeck.package.notetypes import field_values, type_id
from factdeck.package.text import plain

_COLLECTION = "collection.anki2"
_HEAD = "INSERT INTO col VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


class _Numbered(NamedTuple):
    """A note with its id in the package and its position among the new cards."""

    id: int
    position: int
    identified: IdentifiedNote


def write(package: Package, file: Path) -> None:
    """Write ``package`` to ``file``; its database lies in a folder beside it meanwhile.

    Raises UserError for media that are gone or have changed since they were found, OSError
    when there is no room.
    """
    hidden = f".{file.name.removeprefix('.')}."  # the name by which staging knows a left-over
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=hidden) as folder:
        collection = Path(folder) / _COLLECTION
        try:
            _write_collection(package, collection)
        except sqlite3.OperationalError as error:
            is_full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
            raise OSError(errno.ENOSPC if is_full else errno.EIO, str(error)) from error
        sqlite_pages.normalise(collection)
        archive.write(file, (Member(_COLLECTION, collection), *_media(package.media)))


def _write_collection(package: Package, file: Path) -> None:
    notes = _numbered(package)
    tables, indexes = schema()
    sqlite_pages.create(file)
    with closing(sqlite3.connect(file)) as connection:
        # what a crash would lose is a temporary file
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(tables)
        connection.execute(_HEAD, head(package))
        connection.executemany(_NOTE, map(_note_row, notes))
        connection.executemany(_CARD, _card_rows(notes))
        connection.commit()
        connection.executescript(indexes)


def _numbered(package: Package) -> list[_Numbered]:
    """The notes, the oldest first, so that rows come in the order of their ids."""
    aged = sorted(enumerate(package.notes, start=1), key=lambda each: (each[1].modified, each[0]))
    ids = _ids(identified.modified for _, identified in aged)
    return [_Numbered(number, *each) for number, each in zip(ids, aged, strict=True)]


def _ids(times: Iterable[int]) -> Iterator[int]:
    """For each of ``times``, which grow, the id that Anki would give: its ms, or the next free."""
    last = 0
    for time in times:
        last = max(last + 1, time * 1000)
        yield last


def _note_row(note: _Numbered) -> tuple[Any, ...]:
    tags = sorted(set(note.identified.note.tags))
    return (
        note.id,
        note.identified.guid,
        type_id(note.identified),
        note.identified.modified,
        f" {' '.join(tags)} " if tags else "",
        FIELD_SEPARATOR.join(field_values(note.identified)),
        *sort_key(note.identified),
    )


def sort_key(identified: IdentifiedNote) -> tuple[str, int]:
    """What Anki sorts a note by, and what it looks for duplicates with."""
    text = plain(field_values(identified)[0])
    digest = hashlib.sha1(text.encode(), usedforsecurity=False).digest()
    return text, int.from_bytes(digest[:4])


def _card_rows(notes: list[_Numbered]) -> Iterator[tuple[Any, ...]]:
    decks = {name: deck_id(name) for name in {each.identified.note.deck for each in notes}}
    cards = [(each, ordinal) for each in notes for ordinal in each.identified.note.ordinals]
    ids = _ids(each.identified.modified for each, _ in cards)
    for number, (each, ordinal) in zip(ids, cards, strict=True):
        note, modified = each.identified.note, each.identified.modified
        yield number, each.id, decks[note.deck], ordinal, modified, each.position


def _media(media: tuple[Media, ...]) -> Iterator[Member]:
    for number, each in enumerate(media):
        _check(each)
        yield Member(str(number), Path(each.file))
    names = {str(number): each.name for number, each in enumerate(media)}
    yield Member("media", json.dumps(names, sort_keys=True).encode())


def _check(media: Media) -> None:
    try:
        digest = sha256(Path(media.file))
    except OSError as error:
        reason = error.strerror or error
        raise UserError(f"The media file {media.file} cannot be read: {reason}.") from error
    if digest != media.sha256:
        raise UserError(f"The media file {media.file} has just changed; build again.")
