"""Read an Anki package (.apkg) of the legacy format: collection.anki2 or collection.anki21."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from factdeck.errors import UserError

FIELD_SEPARATOR = "\x1f"
_NEW_FORMAT = "collection.anki21b"
_COLLECTIONS = ("collection.anki21", "collection.anki2")  # where there are both, the first counts


class NoteRow(NamedTuple):
    """A note as it stands in a package; ``modified`` in epoch seconds."""

    id: int
    guid: str
    note_type: int
    modified: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


class CardRow(NamedTuple):
    """A card as it stands in a package; ``due`` of a new card is its position."""

    id: int
    note: int
    deck: int
    ordinal: int
    due: int


@dataclass(frozen=True, slots=True)
class Apkg:
    """What is in a package: notes and cards by id, decks and note types as Anki's JSON.

    ``media`` are pairs of name and the archive member that holds the file.
    """

    notes: tuple[NoteRow, ...]
    cards: tuple[CardRow, ...]
    decks: dict[int, dict[str, Any]]
    note_types: dict[int, dict[str, Any]]
    media: tuple[tuple[str, str], ...]


def read(file: Path) -> Apkg:
    """The content of the package ``file``; UserError when it is none of the legacy format."""
    try:
        with zipfile.ZipFile(file) as archive, tempfile.TemporaryDirectory() as folder:
            collection = archive.extract(_collection(file, archive), folder)
            media = json.loads(archive.read("media"))
            with closing(sqlite3.connect(collection)) as connection:
                return _read(connection, media)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, sqlite3.DatabaseError) as error:
        raise UserError(f"{file} cannot be read as an Anki package: {error}.") from error


def _collection(file: Path, archive: zipfile.ZipFile) -> str:
    members = archive.namelist()
    if _NEW_FORMAT in members:
        raise UserError(
            f"{file} has Anki's newer package format; export it again from Anki with "
            '"Support older Anki versions" switched on.'
        )
    for name in _COLLECTIONS:
        if name in members:
            return name
    raise ValueError("it holds no collection")


def _read(connection: sqlite3.Connection, media: dict[str, str]) -> Apkg:
    decks, note_types = connection.execute("SELECT decks, models FROM col").fetchone()
    notes = connection.execute("SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id")
    cards = connection.execute("SELECT id, nid, did, ord, due FROM cards ORDER BY id")
    return Apkg(
        notes=tuple(_note(*row) for row in notes),
        cards=tuple(CardRow(*row) for row in cards),
        decks={int(number): deck for number, deck in json.loads(decks).items()},
        note_types={int(number): kind for number, kind in json.loads(note_types).items()},
        media=tuple(sorted((name, member) for member, name in media.items())),
    )


def _note(number: int, guid: str, note_type: int, time: int, tags: str, fields: str) -> NoteRow:
    separated = tuple(fields.split(FIELD_SEPARATOR))
    return NoteRow(number, guid, note_type, time, tuple(tags.split()), separated)
