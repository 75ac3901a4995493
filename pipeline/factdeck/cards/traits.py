"""Traits after the name of a thing: they read like a list, but say what the thing is."""

from __future__ import annotations

import re
from dataclasses import replace

from factdeck.facts.text import lead, plain
from factdeck.model import Fact, FactKind

IS_LIKE = "is like"
"""The predicate of such a definition: other things have the same traits."""
_DASHES = "-–—"
_GROUP = re.compile(
    r"(?:types|kinds|options|modes|methods|models|classes|levels|tiers|layers|settings|states|"
    r"sources|targets|destinations|channels|protocols|ports|components|parts|tools|steps|stages|"
    r"phases|uses|cases|benefits|features|(?:dis)?advantages|limitations|limits|characteristics|"
    r"requirements|examples|concepts|terms|strategies|engines|providers|formats|metrics|arten|"
    r"teile|vorteile|nachteile|merkmale|beispiele)",
    re.I,
)
"""What labels name whose members follow: "Payment options"."""
_OF = re.compile(r"\s(?:of|for|in|on|with|to|von|für)\s|\s*\(")
_NAME_WORDS = 2
_WORD = re.compile(r"[^\W_]+")


def as_meaning(fact: Fact) -> Fact:
    """A definition instead of a list "Name – trait, trait, trait"; any other fact as it is.

    The words of a name are capitals and it names no group; traits begin small.
    """
    split = lead(fact.text) if _has_traits(fact) else None
    if split is None or split[2] not in _DASHES or not _is_name(plain(fact.predicate)):
        return fact
    term, meaning = fact.predicate, split[1]
    return replace(fact, kind=FactKind.DEFINITION, subject=term, predicate=IS_LIKE, object=meaning)


def _has_traits(fact: Fact) -> bool:
    """Whether a list stands in one line and all of its members begin small."""
    members = fact.object if isinstance(fact.object, tuple) else ()
    in_line = fact.span.line == fact.span.end_line and not fact.place.table
    return in_line and bool(members) and all(plain(each)[:1].islower() for each in members)


def _is_name(label: str) -> bool:
    """Whether a label is a name of several words, all with capitals, and of no group."""
    head = _WORD.findall(_OF.split(label)[0])
    if len(head) < _NAME_WORDS or _GROUP.fullmatch(head[-1]):
        return False
    return all(not word[0].islower() for word in head)
