"""Disagreements as findings, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factdeck.claims.claim import Claim
from factdeck.corpus import Corpus
from factdeck.corpus.copies import Copy
from factdeck.lint.contradictions.conflicts import Disagreement, shown
from factdeck.lint.places import named, related
from factdeck.lint.rule import Rule
from factdeck.model import Fact, Finding


def disagreement(rule: Rule[Corpus], found: Disagreement, thing: str = "") -> Finding:
    """A finding at the first place of a rarer value: "X retention: 7 days here, 14 days in …"."""
    usual, here, *others = found.sides
    first, *rest = here
    told = [f"{_quoted(side[0])} in {named(side)}" for side in (usual, *others)]
    also = [f"{_quoted(first)} also in {named(rest)}"] if rest else []
    return rule.finding(
        first.fact.span,
        f"{thing or _thing(first)}: {_quoted(first)} here, but {', '.join([*told, *also])}",
        # whichever side stands first, and however often a value is said
        *min((*side[0].subject, *side[0].attribute) for side in found.sides),
        *sorted(min(map(shown, side)) for side in found.sides),
        related=[
            place
            for side in (usual, tuple(rest), *others)
            if side
            for place in related((claim.fact for claim in side), f"{shown(side[0])} here")
        ],
    )


def copies(rule: Rule[Corpus], found: Iterable[Copy], told: Iterable[Finding]) -> Iterator[Finding]:
    """A finding for each pair of near copies whose two places no other finding names already."""
    named_ = [_places(finding) for finding in told]
    for copy in found:
        one, other = copy.one.span, copy.other.span
        places = {(one.path, one.line), (other.path, other.line)}
        if not any(places <= each for each in named_):
            mine, theirs = _apart(*reversed(copy.texts))
            place = f"{one.path}:{one.line}"
            yield rule.finding(
                other,
                f'{_above(copy.other)}: "{mine}" here, but "{theirs}" in {place}',
                *sorted(copy.texts),
                related=related([copy.one], f'"{theirs}" here'),
            )


def _above(fact: Fact) -> str:
    """The nearest heading; a fact may stand before the first."""
    return fact.headings[-1] if fact.headings else fact.subject or "the same sentence"


def _places(finding: Finding) -> set[tuple[str, int]]:
    spans = (finding.span, *(each.span for each in finding.related))
    return {(span.path, span.line) for span in spans}


def _apart(one: str, other: str) -> tuple[str, str]:
    """The words in which two sentences differ, with one word on each side."""
    mine, theirs = one.split(), other.split()
    start = end = 0
    while start < min(len(mine), len(theirs)) and mine[start] == theirs[start]:
        start += 1
    while end < min(len(mine), len(theirs)) - start and mine[-1 - end] == theirs[-1 - end]:
        end += 1
    first, behind = max(0, start - 1), max(0, end - 1)
    one, other = (" ".join(each[first : len(each) - behind]) for each in (mine, theirs))
    return one, other


def _quoted(claim: Claim) -> str:
    """The value as it is quoted: a bare number is not."""
    text = shown(claim)
    return text if text.isdigit() else f'"{text}"'


def _thing(claim: Claim) -> str:
    of = claim.of if claim.of.lower() not in claim.name.lower() else ""
    return f"{claim.name} {of}".strip() or "this"
