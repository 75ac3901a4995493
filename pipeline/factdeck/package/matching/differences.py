"""What two lists of words have in common, and what is only in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import OSA

_NEGATIONS = frozenset(
    """
    no not never none nothing neither nor without non except only unless cannot can't don't doesn't
    isn't aren't won't nicht nie kein keine ohne nur
    """.split()
)
"""Words that alone turn what is said into something else."""

_POLES = frozenset(
    """
    before after first last minimum maximum min max least most more less fewer highest lowest
    advantage disadvantage pro con true false yes no in out up down inbound outbound
    vor nach erste letzte mehr weniger vorteil nachteil ja nein
    """.split()
)
"""Words that say the contrary of one another: one in the place of another turns it, too."""

_CONTRARY = (
    ("hyper", "hypo"),
    ("macro", "micro"),
    ("exo", "endo"),
    ("inter", "intra"),
    ("pre", "post"),
    ("ab", "ad"),
)
"""Beginnings that make contraries of one word, and look like a slip."""

_CLAUSE = 4
"""When more words differ, one of these decides nothing by itself."""

_DIGITS = re.compile(r"\d+")
_BENT_LETTERS = 5
_SLIPS = 0.2
_STEM = 0.6


@dataclass(frozen=True, slots=True)
class Difference:
    """How many words two texts share, and the words that only the old or the new one has.

    A word that was only bent or misspelled counts as shared.
    """

    shared: int
    removed: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def likeness(self) -> float:
        """From 0, nothing in common, to 1, the same words."""
        most = self.shared + max(len(self.removed), len(self.added))
        return self.shared / most if most else 1.0

    @property
    def containment(self) -> float:
        """1 when one text has all the words of the other, which may only have grown."""
        least = self.shared + min(len(self.removed), len(self.added))
        return self.shared / least if least else 1.0


def difference(old: Mapping[str, int], new: Mapping[str, int]) -> Difference:
    """Compare words, each with its number."""
    shared = sum(min(count, new.get(word, 0)) for word, count in old.items())
    removed = _only(old, new)
    added = _only(new, old)
    if not removed or not added:
        return Difference(shared, removed, added)
    bent = _bent(removed, added)
    gone, come = {one for one, _ in bent}, {other for _, other in bent}
    return Difference(
        shared + len(bent),
        tuple(word for word in removed if word not in gone),
        tuple(word for word in added if word not in come),
    )


def _only(here: Mapping[str, int], there: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(word for word, count in here.items() if count > there.get(word, 0))


def _bent(removed: Iterable[str], added: Iterable[str]) -> list[tuple[str, str]]:
    of_letter: dict[str, list[str]] = {}
    for word in added:
        of_letter.setdefault(word[0], []).append(word)
    pairs = []
    for word in removed:
        left = of_letter.get(word[0], [])
        if (other := next((each for each in left if is_bent(word, each)), None)) is not None:
            pairs.append((word, other))
            left.remove(other)
    return pairs


def is_bent(one: str, other: str) -> bool:
    """Whether two words are forms or spellings of one: the same beginning, nearly the same rest.

    Short ones are not: a letter makes another word of them, as of HTTP and HTTPS.
    """
    if one[0] != other[0] or not (one.isalpha() and other.isalpha()):
        return False
    if min(len(one), len(other)) < _BENT_LETTERS:
        return False
    if _are_contrary(one, other):
        return False
    longest = max(len(one), len(other))
    shared = _shared_start(one, other)
    return shared >= _STEM * longest or OSA.distance(one, other) <= _SLIPS * longest


def _are_contrary(one: str, other: str) -> bool:
    return any(
        word.startswith(prefix) and contrary + word.removeprefix(prefix) == another
        for word, another in ((one, other), (other, one))
        for prefix, contrary in _CONTRARY
    )


def _shared_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def is_turned(found: Difference) -> bool:
    """Whether one of few words that differ makes the contrary of what is said."""
    if len(found.removed + found.added) > _CLAUSE:
        return False
    poles = bool(_POLES & set(found.removed)) and bool(_POLES & set(found.added))
    contraries = any(_are_contrary(*pair) for pair in product(found.removed, found.added))
    return poles or contraries or not _NEGATIONS.isdisjoint(found.removed + found.added)


def has_other_numbers(found: Difference) -> bool:
    """Whether a number, or a name with one, stands in the place of another: "gp2" and "gp3"."""
    return bool(_shapes(found.removed) & _shapes(found.added))


def _shapes(words: Iterable[str]) -> set[str]:
    return {_DIGITS.sub("0", word) for word in words if _DIGITS.search(word)}
