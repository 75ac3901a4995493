"""What the markers of a cloze note delete, and by which numbers."""

from __future__ import annotations

from collections.abc import Collection

from factdeck.cards import cloze
from factdeck.model import Note, NoteKind
from factdeck.package.text import summary

MOST = 500
"""The greatest number that makes a card of its own."""

Deletions = tuple[tuple[int, str], ...]
"""Numbers of deletions and their plain text, in the order in which they stand in the note."""

_SHORTENED = 160


def deleted(note: Note) -> Deletions:
    """The deletions of a note; none when it is no cloze."""
    if note.kind is not NoteKind.CLOZE:
        return ()
    found = cloze.deletions(note.front)
    return tuple((number, _plain(html)) for number, html in found.items())


def _plain(deleted_html: str) -> str:
    """The text without its hint, which only :func:`summary` of a whole marker can tell."""
    return summary(f"{{{{c1::{deleted_html}}}}}", _SHORTENED)


def canonical(note: Note) -> str:
    """The front with its deletions numbered as they come: numbers are no content."""
    if note.kind is not NoteKind.CLOZE:
        return note.front
    now = cloze.deletions(note.front)
    numbers = {number: n for n, number in enumerate(now, 1)}
    if all(number == n for number, n in numbers.items()) or not are_ordinary(now):
        return note.front
    return cloze.renumber(note.front, numbers)


def are_ordinary(numbers: Collection[int]) -> bool:
    """Whether each number makes a card of its own."""
    return bool(numbers) and all(0 < number <= MOST for number in numbers)
