"""A summary that repeats what the same source said before is a second source, not a second card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from factdeck.facts.text import plain
from factdeck.model import Fact, FactKind, Quantity

SAID_ABOVE = "said above"
"""Why a fact of a summary has no card."""

_SUMMARY = re.compile(
    r"\b(?:summar(?:y|ies)|takeaways?|recap|conclusions?|in short|tl;?dr|review|"
    r"zusammenfassung|fazit)\b",
    re.I,
)
_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
_SMALL = frozenset(
    """
    a an and are as at be by can for from has have in into is it its of on or that the their they
    this to with you your auch das dem den der des die ein eine einem einen einer es für hat im in
    ist kann mit oder sie sind und von zu zum zur
    """.split()
)
_OPPOSITES = frozenset(
    "no not never without only except cannot kein keine nicht nie ohne nur".split()
)
_LEAST_WORDS = 3
_SHARED = 0.85
_RAREST, _COMPARED = 2, 200
"""Compared are the latest so many earlier facts that have one of the rarest words in common."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A fact with the words of its subject, and those that it says of it."""

    fact: Fact
    subject: frozenset[str]
    words: frozenset[str]


def without_repeats(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of one source in order; those of a summary that an earlier one says get no card."""
    said: dict[str, list[_Said]] = {}
    for fact in facts:
        each = _Said(fact, _content(fact.subject), _words(fact))
        if not _in_summary(fact):
            for word in each.subject | each.words:
                said.setdefault(word, []).append(each)
        elif any(_says(earlier, each) for earlier in _candidates(said, each)):
            fact = replace(fact, no_card=fact.no_card or SAID_ABOVE)
        yield fact


def _candidates(said: Mapping[str, list[_Said]], each: _Said) -> Iterator[_Said]:
    """Earlier facts that share a rare word with this one, the rarest first."""
    if len(each.words) < _LEAST_WORDS:
        return
    shared = sorted((said[word] for word in each.subject | each.words if word in said), key=len)
    for facts in shared[:_RAREST]:
        yield from facts[-_COMPARED:]


def _in_summary(fact: Fact) -> bool:
    return any(_SUMMARY.search(above) for above in (*fact.headings[-1:], fact.place.parent))


def _says(earlier: _Said, this: _Said) -> bool:
    """Whether an earlier fact about the same thing has a card and all but a word or so of this."""
    one, other = earlier.fact, this.fact
    if one.no_card or (one.kind is FactKind.STATEMENT) > (other.kind is FactKind.STATEMENT):
        return False
    known = earlier.subject | earlier.words
    if not (this.subject <= known or (earlier.subject and earlier.subject <= this.subject)):
        return False
    missing = this.words - known
    spare = (1 - _SHARED) * len(this.words) if this.subject else 0
    return len(missing) <= spare and not any(map(_decides, missing))


def _decides(word: str) -> bool:
    """Whether a word alone makes another statement: a number, a negation."""
    return word in _OPPOSITES or any(char.isdigit() for char in word)


def _words(fact: Fact) -> frozenset[str]:
    """What a fact says, without its subject, as a set of words."""
    value = fact.object
    if isinstance(value, Quantity):
        value = value.text
    said = " ".join(value) if isinstance(value, tuple) else value
    of_what = "" if _SUMMARY.search(fact.predicate) else fact.predicate
    return _content(f"{of_what} {said}") - _content(fact.subject) - {"is"}


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(plain(text).casefold())) - _SMALL
