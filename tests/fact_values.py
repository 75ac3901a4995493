"""Facts, and the notes that are made of them, as short as a test wants them."""

from __future__ import annotations

from typing import Any

from factdeck.cards import Deck, make
from factdeck.config import DeckSettings
from factdeck.model import Fact, FactKind, FactObject, Media, Note, Place, Span

SETTINGS = DeckSettings("Tests", "tests")


def fact(
    kind: FactKind, subject: str = "", predicate: str = "", object_: FactObject = "", **more: Any
) -> Fact:
    """A fact of ``notes.md``; ``text`` is its object unless given."""
    key = more.pop("key", f"notes.md › {subject} › {predicate}")
    line = more.pop("line", 1)
    return Fact(
        key=key,
        id="0",
        kind=kind,
        subject=subject,
        headings=more.pop("headings", ("Heading",)),
        predicate=predicate,
        object=object_,
        text=more.pop("text", object_ if isinstance(object_, str) else ""),
        span=more.pop("span", Span("notes.md", line)),
        syntax="test",
        place=more.pop("place", Place()),
        **more,
    )


def no_media(_source: str, _path: str) -> Media | None:
    return None


def deck(*facts: Fact, settings: DeckSettings = SETTINGS) -> Deck:
    return make(facts, settings, no_media)


def note(*facts: Fact, settings: DeckSettings = SETTINGS) -> Note:
    """The only note of some facts."""
    made = deck(*facts, settings=settings)
    assert len(made.notes) == 1, made.without
    return made.notes[0]
