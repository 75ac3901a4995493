"""What an acronym stands for, wherever it is written out beside itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, Symbol
from factdeck.claims.frames import Frame
from factdeck.facts.acronyms import expansions
from factdeck.model import FactKind

STANDS_FOR = ("stand", "for")


def extract(frame: Frame) -> Iterator[Claim]:
    """The expansions in the text of a fact; the subject is the acronym as written, singular."""
    fact = frame.fact
    if fact.kind is FactKind.DEFINITION and fact.predicate == "stands for":
        yield _claim(fact.subject, str(fact.object), frame)
        return
    for found in expansions(frame.text):
        yield _claim(found.acronym, found.words, frame)


def _claim(acronym: str, words: str, frame: Frame) -> Claim:
    plural = len(acronym) > 2 and acronym.endswith("s") and acronym[:-1].isupper()
    short = acronym[:-1] if plural else acronym
    value = Symbol(words.lower(), words)
    made = frame.claim(
        "expansions",
        value,
        attribute=STANDS_FOR,
        of="stands for",
        subject=short,
        concept="expansion",
    )
    return replace(made, subject=(short,))


EXTRACTOR = Extractor("expansions", extract)
