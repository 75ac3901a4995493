"""What one file gives the comparison with others: its claims, and how it writes its names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factdeck.claims import claims
from factdeck.claims.claim import Claim
from factdeck.claims.vocabulary import Vocabulary, vocabulary
from factdeck.model import Fact


@dataclass(frozen=True)
class Evidence:
    """The claims of a file, in order, and its vocabulary."""

    claims: tuple[Claim, ...]
    vocabulary: Vocabulary


def evidence(facts: Sequence[Fact], lines: Sequence[str]) -> Evidence:
    """The evidence of the facts of a source that has these lines."""
    found = tuple(claims(facts, lines))
    return Evidence(found, vocabulary(facts, found))
