"""What an acronym stands for, wherever it is written out beside itself."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.facts.acronyms import expansions
from factdeck.facts.text import plain
from factdeck.model import Claim, Fact, FactKind

STANDS_FOR = ("stand", "for")


def extract(fact: Fact) -> Iterator[Claim]:
    """The expansions in the text of a fact; the subject is the acronym as written, singular."""
    if fact.kind is FactKind.DEFINITION and fact.predicate == "stands for":
        yield _claim(fact.subject, str(fact.object), fact)
        return
    for found in expansions(plain(fact.text)):
        yield _claim(found.acronym, found.words, fact)


def _claim(acronym: str, words: str, fact: Fact) -> Claim:
    plural = len(acronym) > 2 and acronym.endswith("s") and acronym[:-1].isupper()
    return Claim((acronym[:-1] if plural else acronym,), STANDS_FOR, words, fact, "expansions")


EXTRACTOR = Extractor("expansions", extract)
