"""Which card of a cloze note is which: each deletion keeps its number as long as it lives.

Anki knows a card by the GUID of its note and the number of its deletion. A list that gets a
member in its middle must not hand the history of one member to the next: known deletions
keep their numbers, a new one gets the next that was never used, and that of one which is gone
stays unused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from factdeck.cards import cloze
from factdeck.model import Note
from factdeck.package.deletions import MOST, Deletions, are_ordinary, deleted
from factdeck.package.matching.differences import difference, has_other_numbers, is_turned
from factdeck.package.matching.questions import words_of

_ENOUGH, _GROWN = 0.75, 0.5
_LIST = ("<li>", " → ")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A note with the numbers that its cards keep, and the deletions that had others before."""

    note: Note
    deletions: Deletions
    former: Deletions


def numbered(
    note: Note, known: Deletions, former: Deletions, *, same_text: Callable[[], bool]
) -> Numbered:
    """``note`` with the numbers of the deletions that are ``known``, or were once.

    ``same_text`` tells whether it reads as before around the deletions.
    """
    now = deleted(note)
    if not known or now == known or not are_ordinary(dict(now)):
        return Numbered(note, now, former)
    kept = _kept(now, known, former, in_place=not _is_list(note) and same_text())
    fresh = count(1 + max(number for number, _ in (*known, *former)))
    numbers = {number: kept[number] if number in kept else next(fresh) for number, _ in now}
    if max(numbers.values()) > MOST:  # Anki has no more: those that are gone are forgotten
        return Numbered(note, now, ())
    front = cloze.renumber(note.front, numbers)
    here = tuple((numbers[number], text) for number, text in now)
    living = {number for number, _ in here}
    gone = {number: text for number, text in (*former, *known) if number not in living}
    return Numbered(
        replace(note, front=front, ordinals=cloze.ordinals(front)),
        here,
        tuple(sorted(gone.items())),
    )


def _is_list(note: Note) -> bool:
    return any(mark in note.front for mark in _LIST)


def _kept(
    now: Deletions, known: Deletions, former: Deletions, *, in_place: bool
) -> Mapping[int, int]:
    """The old number of each deletion of today, by its number of today, as far as it has one."""
    kept: dict[int, int] = {}
    for old in (known, former):
        for is_same in (_equal, _alike):
            for number, text in now:
                spare = [pair for pair in old if pair[0] not in kept.values()]
                found = [n for n, was in spare if number not in kept and is_same(was, text)]
                if len(found) == 1 or (found and is_same is _equal):
                    kept[number] = found[0]
    if in_place and len(now) == len(known):
        for (number, _), (was, _) in zip(now, known, strict=True):
            if number not in kept and was not in kept.values():
                kept[number] = was
    return kept


def _equal(old: str, new: str) -> bool:
    return words_of(old) == words_of(new)


def _alike(old: str, new: str) -> bool:
    """Whether it is the same answer in other words: a slip mended, something added."""
    found = difference(words_of(old), words_of(new))
    if is_turned(found) or has_other_numbers(found):
        return False
    has_grown = found.containment == 1 and found.likeness >= _GROWN and found.shared > 1
    return found.likeness >= _ENOUGH or has_grown
