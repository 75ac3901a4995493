"""What a list of something holds: the members of an enumeration."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, Members
from factdeck.claims.frames import Frame
from factdeck.claims.words import normalised
from factdeck.facts.text import plain
from factdeck.model import FactKind


def extract(frame: Frame) -> Iterator[Claim]:
    """The members, in order, of an ENUMERATION with a subject."""
    fact = frame.fact
    if fact.kind is FactKind.ENUMERATION and isinstance(fact.object, tuple):
        attribute = normalised(fact.predicate)
        if fact.subject and attribute:
            members = Members(tuple(map(plain, fact.object)))
            yield frame.claim("members", members, attribute=attribute, of=fact.predicate)


EXTRACTOR = Extractor("members", extract)
