"""How many there are: "4 kinds of load balancers" claims four of (load balancer, kind)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, Measure
from factdeck.claims.frames import Frame
from factdeck.claims.words import content, normalised
from factdeck.facts.counts import Count, count_in, counts_of
from factdeck.facts.headings import facet, thing
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
    said = count.what or _titled(frame, count)
    of, what = normalised(said or frame.fact.subject), normalised(count.noun)
    if of and what:
        value = Measure(count.number, count.number, "count", count.noun, count.text)
        yield frame.claim(
            "counts",
            value,
            attribute=what,
            of=count.noun,
            words=content(said or frame.lead or _up_to(frame.text, count.text)),
            subject=said,
            confidence=1.0 if said else _BARE,
        )


def _titled(frame: Frame, count: Count) -> str:
    """What the line or heading right above says that there are kinds of: "Types of ports"."""
    kind = normalised(count.noun)[-1:]
    said = (frame.lead, *(part for part in frame.scope if normalised(part) == kind))
    above = next((p for p in frame.scope if p not in said and count.text not in p), "")
    if normalised(facet(above))[-1:] == kind:
        return thing(above)
    *what, last = above.split() or [""]
    return " ".join(what) if normalised(last) == kind else ""


def _up_to(text: str, count: str) -> str:
    """A text up to its count: what stands behind are often the members."""
    before, found, _ = text.partition(count)
    return before + found


EXTRACTOR = Extractor("counts", extract)
