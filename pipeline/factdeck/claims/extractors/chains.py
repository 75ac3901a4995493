"""The order of things: "A -> B -> C"."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, Members
from factdeck.claims.frames import Frame, is_example
from factdeck.claims.words import content
from factdeck.facts.text import chain, lead, name, plain
from factdeck.model import FactKind

_SHORTEST, _LINK_WORDS = 3, 4


def extract(frame: Frame) -> Iterator[Claim]:
    """A chain of three links or more, each a few words."""
    fact = frame.fact
    if "->" in fact.text or "=>" in fact.text or "→" in fact.text:
        text = fact.text
        split = lead(plain(text))
        links = tuple(name(link) for link in chain(split[1] if split and ":" in split[2] else text))
        short = all(link and len(link.split()) <= _LINK_WORDS for link in links)
        if (
            fact.kind is not FactKind.QUESTION
            and len(links) >= _SHORTEST
            and short
            and not is_example(text)
        ):
            members = tuple(sorted(" ".join(content(link)) for link in links))
            yield frame.claim(
                "chains", Members(links, ordered=True), attribute=members, of="order", words=()
            )


EXTRACTOR = Extractor("chains", extract)
