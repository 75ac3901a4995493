"""Pairs of claims that contradict each other, found by key, and gathered into disagreements."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factdeck.claims.bounds import bound
from factdeck.claims.claim import Bound, Claim, Measure
from factdeck.corpus import Corpus
from factdeck.lint.contradictions.comparable import why_not
from factdeck.lint.contradictions.values import UPPER, apart
from factdeck.lint.contradictions.views import View, view

_CROWDED, _MANY_VALUES = 60, 3
"""A key with more claims than this says too little to compare what shares it."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims of one subject and attribute, by value: that with most places first."""

    sides: tuple[tuple[Claim, ...], ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, those of the most common value first."""
        return tuple(claim for side in self.sides for claim in side)


Check = Callable[[View, View], bool]
_AMONG_OTHERS = frozenset({"quantities", "members", "only"})
"""Templates of which a file may well have several values."""
_SET_APART = frozenset({Bound.DEFAULT, Bound.SOFT})
Key = tuple[str, str, str]
"""Name, dimension, word of the attribute."""


def disagreements(
    corpus: Corpus, extractor: str, conflict: Check | None = None
) -> Iterator[Disagreement]:
    """What the claims of one template disagree about; ``conflict`` says when two of them do.

    The pairs are gathered by subject and attribute: each of these is one disagreement.
    """
    views = [view(claim, corpus.knowledge) for claim in corpus.claims_of(extractor)]
    check = conflict or (lambda a, b: apart(a.claim, b.claim))
    told = {_told(each.claim, name) for each in views for name in each.focus}
    groups: dict[tuple[Key, bool], dict[int, Claim]] = {}
    for key, a, b in candidates(views):
        if check(a, b) and not why_not(a, b) and not _known_to_both(a, b, key[0], told):
            group = groups.setdefault((key, a.claim.bound in _SET_APART), {})
            group.update({id(a): a.claim, id(b): b.claim})
    for group in groups.values():
        found = sides(list(group.values()))
        if len(found) > 1:  # lists may differ in members and be written alike
            yield Disagreement(found)


def candidates(views: Iterable[View]) -> Iterator[tuple[Key, View, View]]:
    """Each pair that shares a key, once, with the most telling key that it shares."""
    buckets: dict[Key, list[View]] = {}
    for each in views:
        for key in each.key_words():
            buckets.setdefault(key, []).append(each)
    seen: set[tuple[int, int]] = set()
    for key in sorted(buckets):  # concepts ("=size") come before other words
        for a, b in combinations(_functional(buckets[key]), 2):
            pair = (id(a), id(b))
            if pair not in seen:
                seen.add(pair)
                yield key, a, b


Told = tuple[str, str, str, bool, str]
"""Path, name, dimension, whether it is a default, value."""


def _told(claim: Claim, name: str) -> Told:
    dimension = claim.value.dimension if isinstance(claim.value, Measure) else ""
    return claim.span.path, name, dimension, claim.bound in _SET_APART, _number(claim)


def _known_to_both(a: View, b: View, name: str, told: Container[Told]) -> bool:
    """Whether one of two files says both amounts of a name: then there is more than one."""
    if a.claim.span.path == b.claim.span.path or a.claim.extractor not in _AMONG_OTHERS:
        return False
    mine, theirs = _told(a.claim, name), _told(b.claim, name)
    return (mine[0], *theirs[1:]) in told or (theirs[0], *mine[1:]) in told


def _functional(bucket: list[View]) -> list[View]:
    """The views without those of files in which the key takes many values: it may have several."""
    if len(bucket) > _CROWDED:
        return []
    values: dict[tuple[object, ...], set[str]] = {}
    for each in bucket:
        values.setdefault(_slot(each), set()).add(_number(each.claim))
    return [each for each in bucket if len(values[_slot(each)]) < _MANY_VALUES]


def _slot(each: View) -> tuple[object, ...]:
    """What has one value in a file when it is functional."""
    return each.claim.span.path, each.claim.bound, each.claim.per, each.attribute


def _number(claim: Claim) -> str:
    value = claim.value
    return (
        f"{value.low} {value.high}"
        if isinstance(value, Measure)
        else getattr(value, "name", value.text)
    )


def shown(claim: Claim) -> str:
    """The value of a claim in words, with its bound."""
    text = claim.value.text
    if isinstance(claim.value, Measure) and claim.value.dimension == "count":
        return f"{claim.value.high:g}"
    told = claim.bound in (Bound.EXACT, Bound.ABOUT) or bound(text) is claim.bound
    return text if told else f"{claim.bound} {text}"


def sides(
    claims: Sequence[Claim], same: Callable[[Claim, Claim], bool] | None = None
) -> tuple[tuple[Claim, ...], ...]:
    """The claims by value, that with most places first; each place once.

    ``same`` says which values are one, those that are not apart unless it is given.
    """
    agree = same or (lambda a, b: (not apart(a, b) and shown(a) == shown(b)) or _equal(a, b))
    found: list[dict[tuple[str, int], Claim]] = []
    for claim in sorted(claims, key=lambda each: each.span):
        side = next((each for each in found if agree(next(iter(each.values())), claim)), None)
        if side is None:
            found.append(side := {})
        side.setdefault((claim.span.path, claim.span.line), claim)
    return tuple(
        sorted(
            (tuple(side.values()) for side in found), key=lambda side: (-len(side), side[0].span)
        )
    )


def _equal(a: Claim, b: Claim) -> bool:
    """Whether two values are the same once written alike; limits are by where they end."""
    if (
        isinstance(a.value, Measure)
        and isinstance(b.value, Measure)
        and {a.bound, b.bound} <= UPPER
    ):
        return a.value.high is not None and a.value.high == b.value.high
    return _number(a) == _number(b) and type(a.value) is type(b.value)
