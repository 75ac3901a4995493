"""What a maker of cards gets, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass

from factdeck.cards.markup import Renderer
from factdeck.cards.phrases import Phrases
from factdeck.model import Fact, NoteKind


@dataclass(frozen=True, slots=True)
class Task:
    """A fact to make notes of; ``members`` are what its own list names, when it is a count."""

    fact: Fact
    render: Renderer
    phrases: Phrases
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The two sides of a note as HTML; ``part`` tells it from the others of its fact."""

    kind: NoteKind
    front: str
    back: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class NoCard:
    """Why a fact gives no card, in words that follow on "no card:"."""

    why: str


Result = tuple[Draft, ...] | NoCard
