"""What a list of something holds: the members of an enumeration."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.words import normalised
from factdeck.model import Claim, Fact, FactKind


def extract(fact: Fact) -> Iterator[Claim]:
    """The members, in order, of an ENUMERATION with a subject."""
    if fact.kind is FactKind.ENUMERATION and isinstance(fact.object, tuple):
        subject, attribute = normalised(fact.subject), normalised(fact.predicate)
        if subject and attribute:
            yield Claim(subject, attribute, fact.object, fact, "members")


EXTRACTOR = Extractor("members", extract)
