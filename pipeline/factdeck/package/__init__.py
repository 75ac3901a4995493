"""Anki notes with an identity, and the packages that carry them."""

from __future__ import annotations

from dataclasses import dataclass

from factdeck.model import IdentifiedNote, Media


@dataclass(frozen=True, slots=True)
class Package:
    """What one .apkg is made of: the notes of one deck, in the order in which they are learned.

    ``name`` is the deck's name in Anki, ``slug`` the beginning of the file's name.
    ``description`` is plain text; ``source_url`` is a pattern with ``{version}``, ``{path}``
    and ``{line}``.
    """

    slug: str
    name: str
    version: str
    notes: tuple[IdentifiedNote, ...]
    description: str = ""
    source_url: str = ""

    @property
    def cards(self) -> int:
        """How many cards Anki will make."""
        return sum(len(identified.note.ordinals) for identified in self.notes)

    @property
    def decks(self) -> tuple[str, ...]:
        """The names of the decks in Anki that cards go to, sorted."""
        return tuple(sorted({identified.note.deck for identified in self.notes}))

    @property
    def media(self) -> tuple[Media, ...]:
        """The media of all notes, each once, sorted by name."""
        return tuple(sorted({media for each in self.notes for media in each.note.media}))
