"""What a card that the author wrote out answers to its question."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, Symbol
from factdeck.claims.frames import Frame
from factdeck.claims.words import content
from factdeck.facts.text import plain
from factdeck.model import FactKind


def extract(frame: Frame) -> Iterator[Claim]:
    """The answer of a QUESTION."""
    fact = frame.fact
    if fact.kind is FactKind.QUESTION and isinstance(fact.object, str):
        question, answer = plain(fact.predicate), plain(fact.object)
        if len(content(question)) > 1 and answer:
            yield frame.claim(
                "answers",
                Symbol(answer.lower(), answer),
                attribute=content(question),
                of=question,
                words=content(question),
            )


EXTRACTOR = Extractor("answers", extract)
