"""Anki notes with an identity, and the packages that carry them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

from factdeck.formats.deck import NoteTypeRow
from factdeck.model import IdentifiedNote, Media
from factdeck.package.notetypes import NOTE_TYPES


@dataclass(frozen=True, slots=True)
class Package:
    """What one .apkg is made of: the notes of one deck, in the order in which they are learned.

    ``name`` is the deck's name in Anki, ``slug`` the beginning of the file's name.
    ``description`` is plain text; ``source_url`` is a pattern with ``{version}``, ``{path}``
    and ``{line}``. ``foreign`` are the note types of adopted notes, by id.
    """

    slug: str
    name: str
    version: str
    notes: tuple[IdentifiedNote, ...]
    description: str = ""
    source_url: str = ""
    foreign: Mapping[int, NoteTypeRow] = field(default_factory=dict)

    @property
    def cards(self) -> int:
        """How many cards Anki will make."""
        return sum(len(identified.note.ordinals) for identified in self.notes)

    def note_type(self, identified: IdentifiedNote) -> str:
        """The name of the note type that a note is shipped in."""
        if identified.foreign:
            return self.foreign[identified.foreign.note_type].name
        return NOTE_TYPES[identified.note.kind].name

    @property
    def decks(self) -> tuple[str, ...]:
        """The names of the decks in Anki that cards go to, sorted."""
        return tuple(sorted({identified.note.deck for identified in self.notes}))

    @property
    def media(self) -> tuple[Media, ...]:
        """The media of all notes, each once, sorted by name."""
        shown = (each.foreign.media if each.foreign else each.note.media for each in self.notes)
        return tuple(sorted(set(chain.from_iterable(shown))))
