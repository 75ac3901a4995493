"""Read an Anki collection (SQLite), of schema 11 with its JSON or of a later one with tables.

The protobuf messages of the later schema are those of Anki's ``notetypes.proto`` and
``decks.proto``; of them only the fields named here are read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from factdeck.formats import protobuf
from factdeck.formats.deck import (
    CardRow,
    Contents,
    DeckRow,
    FieldRow,
    NoteRow,
    NoteTypeRow,
    TemplateRow,
)

FIELD_SEPARATOR = "\x1f"
_TABLES_SINCE = 15
_CLOZE = 1
_KIND, _CSS = 1, 3
_QUESTION, _ANSWER, _TEMPLATE_ID = 1, 2, 8
_FIELD_ID = 9
# a card in a filtered deck has its home in odid
_CARDS = "SELECT id, nid, CASE odid WHEN 0 THEN did ELSE odid END, ord, due FROM cards ORDER BY id"
_NORMAL_DECK, _DESCRIPTION = 1, 4


def read(connection: sqlite3.Connection, media: tuple[tuple[str, str], ...]) -> Contents:
    """The notes, cards, decks and note types of a collection, with ``media`` as given.

    Raises sqlite3.DatabaseError, ValueError, TypeError or KeyError when it is none.
    """
    connection.create_collation("unicase", _compare_without_case)
    row = connection.execute("SELECT ver, decks, models FROM col").fetchone()
    if row is None:
        raise ValueError("its collection is empty")
    schema, decks, models = row
    has_tables = schema >= _TABLES_SINCE
    notes = connection.execute("SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id")
    cards = connection.execute(_CARDS)
    return Contents(
        notes=tuple(_note(*row) for row in notes),
        cards=tuple(CardRow(*row) for row in cards),
        decks=_decks(connection) if has_tables else _json_decks(json.loads(decks)),
        note_types=_note_types(connection) if has_tables else _json_note_types(json.loads(models)),
        media=media,
    )


def _compare_without_case(one: str, other: str) -> int:
    """Anki's own collation, without which its tables cannot be sorted."""
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)


def _note(number: int, guid: str, note_type: int, time: int, tags: str, fields: str) -> NoteRow:
    separated = tuple(fields.split(FIELD_SEPARATOR))
    return NoteRow(number, str(guid), note_type, time, tuple(tags.split()), separated)


# --- schema 11 ---------------------------------------------------------------------------


def _json_decks(decks: dict[str, dict[str, Any]]) -> dict[int, DeckRow]:
    return {
        int(number): DeckRow(deck["name"], deck.get("desc", "")) for number, deck in decks.items()
    }


def _json_note_types(models: dict[str, dict[str, Any]]) -> dict[int, NoteTypeRow]:
    return {int(number): _json_note_type(model) for number, model in models.items()}


def _json_note_type(model: dict[str, Any]) -> NoteTypeRow:
    return NoteTypeRow(
        name=model["name"],
        is_cloze=model.get("type", 0) == _CLOZE,
        fields=tuple(FieldRow(each["name"], each.get("id")) for each in model["flds"]),
        templates=tuple(
            TemplateRow(each["name"], each["qfmt"], each["afmt"], each.get("id"))
            for each in model["tmpls"]
        ),
        css=model.get("css", ""),
        modified=int(model.get("mod", 0)),
    )


# --- later schemas -----------------------------------------------------------------------


def _decks(connection: sqlite3.Connection) -> dict[int, DeckRow]:
    rows = connection.execute("SELECT id, name, kind FROM decks")
    return {
        number: DeckRow(name.replace(FIELD_SEPARATOR, "::"), _description(kind))
        for number, name, kind in rows
    }


def _description(kind: bytes) -> str:
    normal = protobuf.last(kind).get(_NORMAL_DECK, b"")
    return protobuf.text(protobuf.last(normal), _DESCRIPTION) if isinstance(normal, bytes) else ""


def _note_types(connection: sqlite3.Connection) -> dict[int, NoteTypeRow]:
    fields = _grouped(
        connection.execute("SELECT ntid, name, config FROM fields ORDER BY ntid, ord")
    )
    templates = _grouped(
        connection.execute("SELECT ntid, name, config FROM templates ORDER BY ntid, ord")
    )
    rows = connection.execute("SELECT id, name, mtime_secs, config FROM notetypes")
    return {
        number: _note_type(name, time, config, fields.get(number, []), templates.get(number, []))
        for number, name, time, config in rows
    }


def _grouped(rows: Iterable[tuple[int, str, bytes]]) -> dict[int, list[tuple[str, bytes]]]:
    groups: dict[int, list[tuple[str, bytes]]] = {}
    for number, name, config in rows:
        groups.setdefault(number, []).append((name, config))
    return groups


def _note_type(
    name: str,
    modified: int,
    config: bytes,
    fields: list[tuple[str, bytes]],
    templates: list[tuple[str, bytes]],
) -> NoteTypeRow:
    values = protobuf.last(config)
    return NoteTypeRow(
        name=name,
        is_cloze=protobuf.integer(values, _KIND) == _CLOZE,
        fields=tuple(FieldRow(name, _id(config, _FIELD_ID)) for name, config in fields),
        templates=tuple(_template(name, config) for name, config in templates),
        css=protobuf.text(values, _CSS),
        modified=modified,
    )


def _template(name: str, config: bytes) -> TemplateRow:
    values = protobuf.last(config)
    question, answer = protobuf.text(values, _QUESTION), protobuf.text(values, _ANSWER)
    return TemplateRow(name, question, answer, _id(config, _TEMPLATE_ID))


def _id(config: bytes, number: int) -> int | None:
    values = protobuf.last(config)
    if number not in values:
        return None
    value = protobuf.integer(values, number)
    return value - 2**64 if value >= 2**63 else value  # an int64: negative ones fill ten bytes
