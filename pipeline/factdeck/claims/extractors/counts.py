"""How many there are: "4 kinds of load balancers" claims four of (load balancer, kind)."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.words import normalised
from factdeck.facts.counts import Count, counts_of
from factdeck.facts.text import plain
from factdeck.model import Claim, Fact, FactKind, Quantity


def extract(fact: Fact) -> Iterator[Claim]:
    """The count that is the fact, else the counts of things that its text names."""
    if fact.kind is FactKind.COUNT and isinstance(fact.object, Quantity):
        yield from _claim(fact.subject, fact.predicate, fact.object, fact)
    elif fact.kind not in (FactKind.ENUMERATION, FactKind.QUESTION, FactKind.CLOZE):
        for found in counts_of(plain(fact.text)):
            yield from _claim(found.what, found.noun, _quantity(found), fact)


def _claim(subject: str, attribute: str, value: Quantity, fact: Fact) -> Iterator[Claim]:
    """A claim; without a subject it is of nothing that could be compared."""
    of, what = normalised(subject), normalised(attribute)
    if of and what:
        yield Claim(of, what, value, fact, "counts")


def _quantity(found: Count) -> Quantity:
    return Quantity(found.number, found.noun, found.text)


EXTRACTOR = Extractor("counts", extract)
