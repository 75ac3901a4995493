"""Cells that say yes or no, and the statements elsewhere that say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factdeck.claims import bounds
from factdeck.claims.claim import Claim, Symbol
from factdeck.claims.extractors.cells import yes_or_no
from factdeck.claims.frames import Frame, frame, is_example, readable
from factdeck.claims.opposites import negations, without_negation
from factdeck.claims.words import content, stem, telling
from factdeck.corpus import Corpus
from factdeck.corpus.knowledge import Knowledge
from factdeck.facts.text import without_asides
from factdeck.model import Fact, Sentence

_SIDES = re.compile(r"\s*/\s*|,\s+|\s+(?:and|or|und|oder|&)\s+")
_PIECES = re.compile(r"[,;()]|\s[-–—]\s|\.(?=\s|$)|\s+(?:and|or|und|oder|&)\s+")
_AGAINST = re.compile(
    r"\b(?:limit\w*|restrictions?|drawbacks?|disadvantages?|cons|caveats?|instead|alternatives?|"
    r"vs|versus|unlike|only|except|by default|nachteile|einschränkungen|nur|außer)\b",
    re.I,
)
_HAS = re.compile(
    r"\b(?:supports?|supported|offers?|offered|provides?|provided|allows?|allowed|uses?|used|"
    r"available|possible|unterstützt|möglich)\b",
    re.I,
)
_MODIFIERS = 2

Said = tuple[str, frozenset[str]]
"""A thing as one phrase, and the stems of what it has or can do."""
Pieces = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell, and a statement that says the opposite."""

    cell: Claim
    fact: Fact


def clashes(corpus: Corpus) -> Iterator[Clash]:
    """Each yes or no of a table with a statement elsewhere that denies it."""
    ticks = dict[str, list[tuple[frozenset[str], Claim]]]()
    for claim in corpus.claims_of("cells"):
        for thing, feature in _ticked(claim, corpus.knowledge):
            ticks.setdefault(thing, []).append((feature, claim))
    for fact in corpus.facts if ticks else ():
        for thing in _things(fact, corpus.knowledge) & ticks.keys():
            yes, no = _pieces(frame(fact))
            for feature, cell in ticks[thing]:
                if not _beside(fact, cell.fact) and _denied(cell, feature, yes, no):
                    yield Clash(cell, fact)


def _beside(a: Fact, b: Fact) -> bool:
    return a.span.path == b.span.path and a.headings == b.headings


def _ticked(cell: Claim, knowledge: Knowledge) -> Iterator[Said]:
    """What a yes or no is said of: either head may name the thing."""
    place = cell.fact.place
    if isinstance(cell.value, Symbol):
        for thing, feature in ((place.row, place.column), (place.column, place.row)):
            stems = _stems(feature)
            for side in _SIDES.split(thing) if stems else ():
                if phrase := _phrase(side, knowledge):
                    yield phrase, stems


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content(without_asides(text)) if telling(word))


def _phrase(text: str, knowledge: Knowledge) -> str:
    """A thing by its words, an acronym in place of what it stands for, without a vendor's name."""
    words = knowledge.canonical(content(without_asides(text)))
    before = knowledge.prefixed(words)
    kept = [word for word in words if word not in before]
    return " ".join(kept) if any(map(telling, kept)) else ""


def _things(fact: Fact, knowledge: Knowledge) -> set[str]:
    """What a plain statement is about: its subject."""
    if fact.place.sentence is not Sentence.STATEMENT or fact.place.table or not readable(fact):
        return set()
    return {_phrase(fact.subject, knowledge)} - {""}


def _pieces(seen: Frame) -> tuple[Pieces, Pieces]:
    """The stems of each thing that a statement says, and of each that it denies."""
    said: tuple[Pieces, Pieces] = ([], [])
    above = " ".join((*seen.scope[:2], seen.text))
    if _AGAINST.search(above) or is_example(seen.text) or bounds.conditions(seen.text):
        return said
    term, _, rest = seen.text.rpartition(":")  # "Retries: no"; what another rest is of is open
    answer = yes_or_no(rest)
    for piece in _PIECES.split(term if answer else rest):
        words = tuple(stem(word) for word in content(_HAS.sub(" ", without_negation(piece))))
        said[answer == "no" or negations(piece) % 2].append(words)
    return said


def _denied(cell: Claim, feature: frozenset[str], yes: Pieces, no: Pieces) -> bool:
    """Whether what a cell says is denied; that there is none of it, by one of its kinds, too."""
    if isinstance(cell.value, Symbol) and cell.value.name == "yes":
        return any(frozenset(piece) == feature for piece in no)
    return any(
        frozenset(piece[-len(feature) :]) == feature and len(piece) <= len(feature) + _MODIFIERS
        for piece in yes
    )
