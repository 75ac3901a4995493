"""Slips of the fingers, undone: the words that one slip makes another word of."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("aeiouy", "ckqsxz", "bp", "dt", "fpv", "gj", "mn", "vw")


class Slip(StrEnum):
    """What happened to one letter of a word."""

    SWAPPED = "swapped with the next"
    EXTRA = "struck too often"
    LOST = "lost"
    OTHER = "another one"


@dataclass(frozen=True, slots=True)
class Undone:
    """A word as it was before a slip at ``place``, an offset into the misspelled word."""

    word: str
    slip: Slip
    place: int

    def is_at_end_of(self, wrong: str) -> bool:
        """Whether nothing of the misspelled word stands behind the slip."""
        length = {Slip.SWAPPED: 2, Slip.LOST: 0}.get(self.slip, 1)
        return self.place + length == len(wrong)

    def doubles(self, wrong: str) -> bool:
        """Whether a letter that was lost or struck too often stands beside its like."""
        if self.slip not in (Slip.EXTRA, Slip.LOST):
            return False
        longer = wrong if self.slip is Slip.EXTRA else self.word
        beside = longer[max(0, self.place - 1) : self.place] + longer[self.place + 1 :][:1]
        return longer[self.place] in beside


def adjacent(one: str, other: str) -> bool:
    """Whether the keys of two letters lie side by side."""
    (row, place), (other_row, other_place) = _key(one), _key(other)
    across = other_place - place
    down = other_row - row
    return abs(down) <= 1 and across in ((-1, 1) if not down else (0, -down))


def alike(one: str, other: str) -> bool:
    """Whether people take one letter for the other, by key or by sound."""
    sounds = any(one in sound and other in sound for sound in _SOUNDS)
    return sounds or adjacent(one, other)


def _key(letter: str) -> tuple[int, int]:
    return next(
        ((row, keys.index(letter)) for row, keys in enumerate(_KEYS) if letter in keys), (9, 9)
    )


def undone(
    word: str, exists: Callable[[str], bool], begins: Callable[[str], bool]
) -> Iterator[Undone]:
    """The words that exist and are one slip away from ``word``, each once.

    ``word`` is in lower case; ``begins`` says whether any existing word begins like a text.
    """
    found = {word}
    for place in range(len(word) + 1):
        if place and not begins(word[:place]):
            return  # nothing right begins like this, so the slip was before
        for each in _at(word, place):
            if each.word not in found and exists(each.word):
                found.add(each.word)
                yield each


def _at(word: str, place: int) -> Iterator[Undone]:
    before, behind = word[:place], word[place:]
    if behind[1:] and behind[0] != behind[1]:
        yield Undone(before + behind[1] + behind[0] + behind[2:], Slip.SWAPPED, place)
    if behind:
        yield Undone(before + behind[1:], Slip.EXTRA, place)
        for letter in string.ascii_lowercase:
            yield Undone(before + letter + behind[1:], Slip.OTHER, place)
    for letter in string.ascii_lowercase + "'":
        yield Undone(before + letter + behind, Slip.LOST, place)
