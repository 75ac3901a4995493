"""How many there are: "4 kinds of load balancers" claims four of (load balancer, kind)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, Measure
from factdeck.claims.frames import Frame
from factdeck.claims.words import content, normalised
from factdeck.facts.counts import Count, count_in, counts_of
from factdeck.model import FactKind, Quantity

_SILENT = (FactKind.ENUMERATION, FactKind.QUESTION, FactKind.CLOZE)


_PART = re.compile(
    r"\b(?:top|bottom|upper|lower|last|first|next|other|these|those|following|remaining|both|any|each|every|"
    r"same|another|about)\s+$",
    re.I,
)
_BARE = 0.5
"""How sure a count is that does not say of what."""


def extract(frame: Frame) -> Iterator[Claim]:
    """The count that is the fact, else the counts of things that its text names."""
    fact = frame.fact
    if fact.kind is FactKind.COUNT and isinstance(fact.object, Quantity):
        number = round(fact.object.value)
        subject = fact.subject.lower()
        named = subject in frame.text.lower() and subject != fact.object.text.lower()
        said = fact.subject if named else ""
        yield from _claim(Count(number, fact.predicate, said, fact.object.text), frame)
    elif fact.kind not in _SILENT:
        found = list(counts_of(frame.text))
        bare = None if found else count_in(frame.text)
        for each in [*found, *([bare] if bare else [])]:
            if not _PART.search(frame.text[: frame.text.find(each.text)]):
                yield from _claim(each, frame)


def _claim(count: Count, frame: Frame) -> Iterator[Claim]:
    """A claim; without a subject it is of nothing that could be compared."""
    of, what = normalised(count.what or frame.fact.subject), normalised(count.noun)
    if of and what:
        value = Measure(count.number, count.number, "count", count.noun, count.text)
        yield frame.claim(
            "counts",
            value,
            attribute=what,
            of=count.noun,
            words=content(count.what or frame.lead or _up_to(frame.text, count.text)),
            subject=count.what,
            confidence=1.0 if count.what else _BARE,
        )


def _up_to(text: str, count: str) -> str:
    """A text up to its count: what stands behind are often the members."""
    before, found, _ = text.partition(count)
    return before + found


EXTRACTOR = Extractor("counts", extract)
