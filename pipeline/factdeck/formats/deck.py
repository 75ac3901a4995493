"""Decks of other programs as values: what an .apkg, a CrowdAnki folder or a CSV file holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

PACKAGES = (".apkg", ".colpkg")
"""How the names of Anki's packages end."""

TAGS_OF_ANKI = ("leech", "marked")
"""Tags that Anki keeps for itself, in small letters."""


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


class DeckRow(NamedTuple):
    """A deck: its full name with ``::``, and its description as HTML."""

    name: str
    description: str = ""


class FieldRow(NamedTuple):
    """A field of a note type; ``id`` is None in packages that give fields none."""

    name: str
    id: int | None = None


class TemplateRow(NamedTuple):
    """A template of a note type: the HTML of question and answer."""

    name: str
    question: str
    answer: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class NoteTypeRow:
    """A note type; ``modified`` in epoch seconds, ``uuid`` what CrowdAnki knows it by.

    A CSV file names note types and says nothing of them: they have no template.
    """

    name: str
    is_cloze: bool
    fields: tuple[FieldRow, ...]
    templates: tuple[TemplateRow, ...]
    css: str = ""
    modified: int = 0
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a package: notes and cards sorted by id, decks and note types by id.

    ``media`` are pairs of name and the archive member that holds the file, sorted.
    """

    notes: tuple[NoteRow, ...]
    cards: tuple[CardRow, ...]
    decks: Mapping[int, DeckRow]
    note_types: Mapping[int, NoteTypeRow]
    media: tuple[tuple[str, str], ...] = ()
