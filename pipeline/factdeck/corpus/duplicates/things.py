"""Whether two statements are about the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from factdeck.corpus.duplicates.statements import Statement
from factdeck.corpus.duplicates.subjects import Level, Name, title_names
from factdeck.corpus.duplicates.words import content

_LONG = 8
"""So many words, said twice in one source, are about one thing whatever the headings are."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What two statements are both about.

    ``known`` are the stems of its names; ``one`` and ``other`` those of the subject of a
    statement that stands under a heading of that name, but says itself what it is about.
    """

    known: frozenset[str]
    one: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()

    @property
    def direct(self) -> bool:
        """Whether it is the subject of both."""
        return not (self.one or self.other)


def same_thing(one: Statement, other: Statement, labels: frozenset[Name]) -> Thing | None:
    """The thing that both are about, None when they are about two.

    Labels are the same when what they stand under is, up to the first title that is a name.
    """
    one_source = in_one_source(one, other)
    for i, j in ((0, 0),) if one_source else ((0, 0), (0, 1), (1, 0)):
        names = _shared(one.levels[i:], other.levels[j:])
        if names and _anchored(one, other, i, j, labels.issuperset):
            if one_source and not _together(one, other):
                return None
            known = stems_of(one.levels[i].names | other.levels[j].names)
            return Thing(known, _own(one, i), _own(other, j))
    return None


def in_one_source(one: Statement, other: Statement) -> bool:
    """Whether both stand in the same source."""
    return one.fact.span.path == other.fact.span.path


def _shared(one: tuple[Level, ...], other: tuple[Level, ...]) -> frozenset[Name]:
    """The names that the first levels share."""
    return one[0].names & other[0].names if one and other else frozenset()


def _own(statement: Statement, level: int) -> frozenset[str]:
    return stems_of(statement.levels[0].names) if level else frozenset()


def _anchored(
    one: Statement, other: Statement, i: int, j: int, are_labels: Callable[[Iterable[Name]], bool]
) -> bool:
    """Whether each level is the same, up to one that is a name."""
    if one.text == other.text and in_one_source(one, other) and len(one.words.tokens) >= _LONG:
        return True
    for above, over in zip(one.levels[i:], other.levels[j:], strict=False):
        names = above.names & over.names
        if not names or not are_labels(names):
            return bool(names)
    return in_one_source(one, other) and len(one.levels) - i == len(other.levels) - j


def _together(one: Statement, other: Statement) -> bool:
    """In one source: under the same line, and under headings that speak of one thing."""
    place, over = one.fact.place, other.fact.place
    if place.parent != over.parent and place.parent and over.parent:
        return bool(title_names(place.parent).names & title_names(over.parent).names)
    headings, others = one.fact.headings, other.fact.headings
    if headings == others:
        return place.list == over.list or len(one.words.tokens) >= _LONG
    if not (headings and others):
        return True
    if headings[-1] == others[-1]:
        return len(one.words.tokens) >= _LONG
    last, least = (stems_of(title_names(each[-1]).names) for each in (headings, others))
    return last <= least or least <= last


@lru_cache(maxsize=1 << 16)
def stems_of(names: frozenset[Name]) -> frozenset[str]:
    """The stems of all words of some names."""
    return frozenset(content(word for each in names for word in each))
