"""CrowdAnki: a folder with a deck as JSON, and its media in a folder of their own.

The subdecks of a deck are its children; their names are their own level alone. CrowdAnki knows
a note by its GUID, a note type and a deck by a UUID. It writes no times and no ids of Anki.
"""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from factdeck.errors import UserError
from factdeck.formats.deck import (
    CardRow,
    Contents,
    DeckRow,
    FieldRow,
    NoteRow,
    NoteTypeRow,
    TemplateRow,
)

FILE, MEDIA = "deck.json", "media"
_CLOZE = 1
_OURS = uuid.UUID("7f1c2a52-4f5b-5f0e-9d9a-3d6b0c6b8f11")
_CONFIG = "factdeck"
_OF_TEMPLATES = "_"


def read(path: Path) -> Contents:
    """The deck in a CrowdAnki file, or in the folder of one; UserError when there is none."""
    file = _file(path)
    try:
        value = json.loads(file.read_text("utf-8"))
        return _contents(value)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else error
        raise UserError(f"{file} cannot be read as a deck of CrowdAnki: {reason}.") from error


def media_file(path: Path, name: str) -> Path:
    """Where the media file called ``name`` of the deck at ``path`` lies."""
    return _file(path).parent / MEDIA / name


def _file(path: Path) -> Path:
    if not path.is_dir():
        return path
    found = sorted(path.glob("*.json"))
    likely = [each for each in found if each.stem in ("deck", path.resolve().name)]
    chosen = (likely or found)[:1] if len(found) == 1 or likely else []
    if not chosen:
        raise UserError(f"{path} holds no deck of CrowdAnki: there is no deck.json in it.")
    return chosen[0]


# --- in ----------------------------------------------------------------------------------


def _contents(value: Mapping[str, Any]) -> Contents:
    if not isinstance(value, dict) or value.get("__type__") != "Deck":
        raise ValueError('its "__type__" is not "Deck"')
    kinds = {model["crowdanki_uuid"]: _note_type(model) for model in value["note_models"]}
    decks = dict(enumerate(_decks(value, ""), start=1))
    notes: list[NoteRow] = []
    cards: list[CardRow] = []
    for number, (_, deck) in decks.items():
        for note in deck["notes"]:
            row = _note(len(notes) + 1, note)
            ordinals = range(len(kinds[note["note_model_uuid"]].templates))
            notes.append(row)
            cards += (
                CardRow(len(cards) + 1 + ordinal, row.id, number, ordinal, row.id)
                for ordinal in ordinals
            )
    return Contents(
        notes=tuple(notes),
        cards=tuple(cards),
        decks={number: row for number, (row, _) in decks.items()},
        note_types={type_id(key): kind for key, kind in kinds.items()},
        media=tuple(sorted({(name, name) for _, deck in decks.values() for name in _media(deck)})),
    )


def type_id(key: str) -> int:
    """The id for a note type that has only the UUID ``key``."""
    return 10**12 + uuid.uuid5(_OURS, key).int % 10**12


def _decks(value: Mapping[str, Any], above: str) -> Iterator[tuple[DeckRow, Mapping[str, Any]]]:
    name = "::".join(filter(None, [above, str(value["name"])]))
    yield DeckRow(name, str(value.get("desc", ""))), value
    for child in value.get("children", ()):
        yield from _decks(child, name)


def _media(deck: Mapping[str, Any]) -> list[str]:
    return [str(name) for name in deck.get("media_files", ())]


def _note(number: int, value: Mapping[str, Any]) -> NoteRow:
    tags = " ".join(map(str, value.get("tags", ()))).split()
    fields = map(str, value["fields"])
    kind = type_id(value["note_model_uuid"])
    return NoteRow(number, str(value["guid"]), kind, 0, tuple(tags), tuple(fields))


def _note_type(model: Mapping[str, Any]) -> NoteTypeRow:
    return NoteTypeRow(
        name=str(model["name"]),
        is_cloze=model.get("type", 0) == _CLOZE,
        fields=tuple(FieldRow(each["name"], each.get("id")) for each in model["flds"]),
        templates=tuple(
            TemplateRow(each["name"], each["qfmt"], each["afmt"], each.get("id"))
            for each in model["tmpls"]
        ),
        css=model.get("css", ""),
        uuid=str(model["crowdanki_uuid"]),
    )


# --- out ---------------------------------------------------------------------------------


def dump(contents: Contents) -> dict[str, Any]:
    """The deck that all notes are in or below, with those below it as its children.

    Raises UserError when there is no such deck: a file of CrowdAnki holds one.
    """
    in_deck = {card.note: card.deck for card in reversed(contents.cards)}
    notes: dict[str, list[NoteRow]] = defaultdict(list)
    for note in contents.notes:
        notes[contents.decks[in_deck[note.id]].name].append(note)
    levels = sorted(name.split("::") for name in notes)
    pairs = zip(levels[0], levels[-1], strict=False)  # what these two share, all do
    top = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
    if not top:
        raise UserError(
            f'CrowdAnki keeps one deck with those below it in a file; "{"::".join(levels[0])}" and '
            f'"{"::".join(levels[-1])}" have no deck above them. Make them two decks in the '
            "settings, or put both below one."
        )
    config = {"__type__": "DeckConfig", "crowdanki_uuid": _uuid("config"), "name": _CONFIG}
    models = [_model(number, kind) for number, kind in sorted(contents.note_types.items())]
    deck = _deck(top, levels, notes, contents)
    of_templates = {name for name, _ in contents.media if name[:1] == _OF_TEMPLATES}
    return {
        **deck,
        "name": "::".join(top),
        "media_files": sorted(of_templates.union(deck["media_files"])),
        "deck_configurations": [config],
        "note_models": models,
    }


def _deck(
    level: list[str],
    levels: Sequence[list[str]],
    notes: Mapping[str, list[NoteRow]],
    contents: Contents,
) -> dict[str, Any]:
    name, depth = "::".join(level), len(level)
    below = sorted({tuple(each[: depth + 1]) for each in levels if each[:depth] == level})
    children = [list(each) for each in below if len(each) > depth]
    about = {deck.name: deck.description for deck in contents.decks.values()}
    return {
        "__type__": "Deck",
        "children": [_deck(child, levels, notes, contents) for child in children],
        "crowdanki_uuid": _uuid(f"deck {name}"),
        "deck_config_uuid": _uuid("config"),
        "desc": about.get(name, ""),
        "dyn": 0,
        "extendNew": 0,
        "extendRev": 0,
        "media_files": sorted(media for media, _ in contents.media if _shows(notes[name], media)),
        "name": level[-1],
        "notes": [_note_value(note, contents) for note in notes[name]],
    }


def _shows(notes: Sequence[NoteRow], media: str) -> bool:
    return any(media in field for note in notes for field in note.fields)


def _note_value(note: NoteRow, contents: Contents) -> dict[str, Any]:
    return {
        "__type__": "Note",
        "fields": list(note.fields),
        "flags": 0,
        "guid": note.guid,
        "note_model_uuid": _type_uuid(note.note_type, contents.note_types[note.note_type]),
        "tags": list(note.tags),
    }


def _model(number: int, kind: NoteTypeRow) -> dict[str, Any]:
    fields = (
        {"id": each.id, "name": each.name, "ord": index} for index, each in enumerate(kind.fields)
    )
    templates = (
        {"id": each.id, "name": each.name, "ord": index, "qfmt": each.question, "afmt": each.answer}
        for index, each in enumerate(kind.templates)
    )
    return {
        "__type__": "NoteModel",
        "crowdanki_uuid": _type_uuid(number, kind),
        "css": kind.css,
        "flds": [_known(each) for each in fields],
        "name": kind.name,
        "sortf": 0,
        "tags": [],
        "tmpls": [_known(each) for each in templates],
        "type": _CLOZE if kind.is_cloze else 0,
        "vers": [],
    }


def _known(value: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in value.items() if each is not None}


def _type_uuid(number: int, kind: NoteTypeRow) -> str:
    return kind.uuid or _uuid(f"note type {number}")


def _uuid(name: str) -> str:
    return str(uuid.uuid5(_OURS, name))
