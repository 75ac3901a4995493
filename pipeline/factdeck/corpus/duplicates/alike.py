"""How alike two statements about one thing are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from factdeck.claims.words import american
from factdeck.corpus.duplicates.statements import Statement, in_summary
from factdeck.corpus.duplicates.subjects import title_names
from factdeck.corpus.duplicates.things import Thing, in_one_source, stems_of
from factdeck.corpus.duplicates.vetoes import Pair, opposites, vetoes
from factdeck.corpus.duplicates.words import NEGATIONS, stem, words_of
from factdeck.facts.text import plain

_LEAST = 2
"""So many stems at least are in both, whatever else they share."""
_SLIP_WORDS = 5
_SLIP_LETTERS = 4


class Likeness(IntEnum):
    """How alike two statements are, the closest first."""

    EXACT = 1
    SLIP = 2
    NEAR = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """What a near duplicate must have.

    At most the share ``missing`` of what the shorter says is not in the longer, and at least
    the share ``covered`` of what the longer says is in the shorter; ``shared`` stems are in both,
    where a name counts twice.
    """

    missing: float
    covered: float
    shared: int


_ELSEWHERE = Measure(0.25, 0.5, 3)
_OPENINGS = Measure(0.34, 0.4, 2)
"""Two sources that open with what a thing is say the same, in words of their own."""
_BY_HEADING = Measure(0.15, 0.6, 3)
_SAME_SOURCE = Measure(0.2, 0.75, 4)
"""What one source says in nearly the same words in two places is mostly meant."""


def likeness(
    one: Statement, other: Statement, thing: Thing, proper: Callable[[str], bool]
) -> Likeness | None:
    """How alike two statements about one thing are, None when they say two things."""
    together = in_one_source(one, other)
    if together and one.fact.span.line == other.fact.span.line:
        return None  # one line may give several facts
    if together and in_summary(one.fact) != in_summary(other.fact):
        return None
    if one.text == other.text:
        return Likeness.EXACT
    if together and one.fact.place.list and one.fact.place.list == other.fact.place.list:
        return None  # siblings
    if is_slip(one, other, proper):
        return Likeness.SLIP
    if together and not _has_section(one, other):
        return None
    return Likeness.NEAR if _near(one, other, thing, proper) else None


def same_answer(one: str, other: str) -> bool:
    """Whether two answers (Markdown) to one question say the same; of code each sign counts."""
    if "`" in one + other:
        return one == other
    said, told = words_of(plain(one)), words_of(plain(other))
    if not (said.content and told.content):
        return plain(one).casefold() == plain(other).casefold()
    pair = Pair(said, told, frozenset(), frozenset(), lambda _: True)
    return said.content == told.content and not any(vetoes(pair))


def _has_section(one: Statement, other: Statement) -> bool:
    """In one source: whether the thing has a section, and only one of the two stands in it."""
    if one.fact.headings == other.fact.headings:
        return False
    subject = one.levels[0].names & other.levels[0].names
    return any(
        subject & title_names(each.fact.headings[-1]).names
        for each in (one, other)
        if each.fact.headings
    )


def words_apart(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """The words that stand in the place of each other, of two texts with as many words."""
    words = zip(one, other, strict=True)
    return [(first, second) for first, second in words if first.lower() != second.lower()]


def is_slip(one: Statement, other: Statement, proper: Callable[[str], bool]) -> bool:
    """Whether the same words stand in the same order, but for one that is written another way."""
    if not _SLIP_WORDS <= len(one.words.tokens) == len(other.words.tokens):
        return False
    apart = words_apart(one.words.tokens, other.words.tokens)
    if len(apart) != 1 or not _misspelled(*apart[0]):
        return False
    return not opposites(Pair(one.words, other.words, frozenset(), frozenset(), proper))


def _misspelled(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    one, other = one.lower(), other.lower()
    shorter = min(len(one), len(other))
    if american(one) == american(other):
        return False
    if shorter < _SLIP_LETTERS or not (one + other).isalpha() or {one, other} & NEGATIONS:
        return False
    return stem(one) == stem(other) or (
        shorter > _SLIP_LETTERS and OSA.distance(one, other, score_cutoff=1) == 1
    )


def _near(one: Statement, other: Statement, thing: Thing, proper: Callable[[str], bool]) -> bool:
    said, told = one.words.content | thing.one, other.words.content | thing.other
    if len((said & told) - thing.known) < _LEAST:
        return False
    spelled = one.optional | other.optional
    given = thing.known | spelled
    shared = (said & told) - given
    only = said - told - given, told - said - given
    weight = len((said & told) - spelled) + sum(map(proper, shared))
    if not _enough(shared, weight, only, _measure(one, other, thing)):
        return False
    pair = Pair(one.words, other.words, *only, proper)
    return _same_parents(one, other, pair, thing.known) and not any(vetoes(pair))


def _measure(one: Statement, other: Statement, thing: Thing) -> Measure:
    if in_one_source(one, other):
        return _SAME_SOURCE
    if not thing.direct:
        return _BY_HEADING
    return _OPENINGS if one.opens and other.opens else _ELSEWHERE


def _enough(
    shared: frozenset[str],
    weight: int,
    only: tuple[frozenset[str], frozenset[str]],
    measure: Measure,
) -> bool:
    missing, more = sorted(map(len, only))
    return (
        len(shared) >= _LEAST
        and weight >= measure.shared
        and missing <= measure.missing * (len(shared) + missing)
        and len(shared) >= measure.covered * (len(shared) + more)
    )


def _same_parents(one: Statement, other: Statement, pair: Pair, known: frozenset[str]) -> bool:
    """Whether the lines above name nothing that the other side does not know."""
    over = [stems_of(title_names(each.fact.place.parent).names) for each in (one, other)]
    if not all(over):
        return True
    strange = over[0] - over[1] - pair.other.content, over[1] - over[0] - pair.one.content
    return not any(map(pair.proper, (strange[0] | strange[1]) - known))
