"""How many there are: "4 kinds of load balancers" claims four of (load balancer, kind)."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.words import normalised
from factdeck.model import Claim, Fact, FactKind, Quantity


def extract(fact: Fact) -> Iterator[Claim]:
    """The count of a COUNT fact; without a subject it is of nothing that could be compared."""
    if fact.kind is not FactKind.COUNT or not isinstance(fact.object, Quantity):
        return
    subject, attribute = normalised(fact.subject), normalised(fact.predicate)
    if subject and attribute:
        yield Claim(subject, attribute, fact.object, fact, "counts")


EXTRACTOR = Extractor("counts", extract)
