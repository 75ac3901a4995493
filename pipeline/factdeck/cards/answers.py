"""One question, one answer: what a deck would ask twice, or answer in two ways, it does not ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factdeck.cards.words import words
from factdeck.facts.text import plain
from factdeck.model import Fact, FactKind, Note, NoteKind

EXPLICIT = (FactKind.QUESTION, FactKind.CLOZE)
"""What an author wrote as a card."""
_SHORT = 8
TWICE = "asked already"
SHOWN = "the answer stands in the question"
SEVERAL = "the same question has several answers"


def refused(asked: Sequence[tuple[Fact, Note]]) -> dict[int, str]:
    """The notes, by index, that are better not made, each with the reason.

    Of equal notes the first stays. Of notes that ask the same in the same context none can
    be answered. What an author wrote as a card is never refused.
    """
    why: dict[int, str] = {}
    first: dict[tuple[str, str], int] = {}
    same_question: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, (fact, note) in enumerate(asked):
        front, back = _read(note.front), _read(note.back)
        if first.setdefault((front, back), index) != index and fact.kind not in EXPLICIT:
            why[index] = TWICE
        elif note.kind is NoteKind.BASIC and _shown(fact, note, front, back):
            why[index] = SHOWN
        elif note.kind is not NoteKind.CLOZE:
            same_question[note.deck, note.context, front].append(index)
    for indexes in same_question.values():
        made = [index for index in indexes if asked[index][0].kind not in EXPLICIT]
        if len(indexes) > 1:
            why.update(dict.fromkeys(made, SEVERAL))
    return why


def _shown(fact: Fact, note: Note, front: str, back: str) -> bool:
    """Whether every word of a short answer stands in the question or the context above it."""
    answer = set(words(back))
    if fact.kind in EXPLICIT or fact.place.table or not 1 < len(answer) <= _SHORT:
        return False
    return answer <= set(words(f"{front} {_read(note.context)}"))


def _read(html: str) -> str:
    return plain(html).casefold()
