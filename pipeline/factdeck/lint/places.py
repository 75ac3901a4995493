"""Saying where else: the related places of a finding, in words and as values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factdeck.claims.claim import Claim
from factdeck.model import Fact, Related

_NAMED = 3


def related(facts: Iterable[Fact], message: str) -> tuple[Related, ...]:
    """Places of facts, sorted, each with the same message."""
    return tuple(sorted({Related(fact.span, message) for fact in facts}))


def named(claims: Sequence[Claim]) -> str:
    """The first places of claims in words: "elb.md:12, s3.md:4 and 2 more"."""
    places = [f"{claim.fact.span.path}:{claim.fact.span.line}" for claim in claims]
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return ", ".join(places[:_NAMED]) + more
