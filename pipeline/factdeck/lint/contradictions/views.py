"""A claim as the whole corpus sees it: its subject by name, and the words that its place knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factdeck.claims.claim import Claim, Measure
from factdeck.claims.concepts import concept, unified
from factdeck.claims.words import content, stem, telling
from factdeck.corpus.knowledge import Knowledge
from factdeck.facts.text import name, without_asides

_LONGEST_ACRONYM = 5
_VERSUS = re.compile(r"\s+(?:vs\.?|versus)\s+", re.I)
_BESIDE = re.compile(
    r"\b(?:compared (?:to|with)|unlike|instead of|rather than|as opposed to|im vergleich zu)\b.*",
    re.I,
)
"""What only stands beside the thing that is spoken of."""
_PLACED = frozenset({"port", "layer"})
"""Concepts of the thing that the clause names, not of what stands above it."""
_WHOLE = frozenset({"consistency"})
"""Concepts of a thing as a whole: what they hold for, in a lead term or list, is a condition."""


@dataclass(frozen=True, slots=True)
class View:
    """A claim with its subject in names.

    ``focus``: the names of the nearest place that has any. ``names``: all names from the claim
    up to there, which the other side must know, without the ``prefixes`` that many names have
    in common. ``heads``: the telling words of headings, heads and labels on the way there.
    ``known``: the words that this side knows, and their stems. ``attribute``: its telling
    words, those of one concept made one.
    """

    claim: Claim
    focus: frozenset[str]
    names: frozenset[str]
    heads: frozenset[str]
    known: frozenset[str]
    attribute: frozenset[str]
    prefixes: frozenset[str]

    @property
    def dimension(self) -> str:
        """What the value measures, or which template read it when it is no measure."""
        value = self.claim.value
        return value.dimension if isinstance(value, Measure) else self.claim.extractor

    def key_words(self) -> Iterator[tuple[str, str, str]]:
        """Claims that share none of these have nothing to do with each other."""
        for subject in self.focus:
            for word in self.attribute - self.focus:
                yield subject, self.dimension, word


def view(claim: Claim, knowledge: Knowledge) -> View:
    """The view of a claim."""
    scope = claim.scope[_local(claim) :] if claim.concept in _WHOLE else claim.scope
    zones = [claim.words, *_sided(claim.words, scope)]
    known, attribute = _known(claim, zones, knowledge), _attribute(claim, knowledge)
    named = [knowledge.names(zone) - _concepts(zone, _dimension(claim)) for zone in zones]
    if isinstance(claim.value, Measure):
        named[0] -= set(content(claim.value.unit))
    if claim.extractor == "only":
        return _limited(claim, known, attribute, knowledge)
    if own := _own_subject(claim, named[0]):
        return View(claim, own, own, frozenset(), known | own, attribute, frozenset())
    depth = next((index for index, names in enumerate(named) if names), -1)
    focus = named[depth] if depth >= 0 else _described(claim)
    least = 1 if scope is not claim.scope else _local(claim) + 1
    reach = _reach(claim, named, max(depth + 1, least))
    nearer = zones[1 : max(depth, reach - 1, 1) if depth >= 0 else min(3, len(zones) - 1)]
    above = frozenset(word for zone in nearer for word in zone if telling(word))
    names = frozenset().union(*named[:reach])
    prefixes = frozenset().union(*map(knowledge.prefixed, zones[: depth + 1]))
    if prefixes < focus:
        focus -= prefixes
    if claim.extractor == "counts":
        focus |= frozenset(filter(telling, (*claim.words, *content(claim.name))))
        names |= frozenset(claim.words) if claim.confidence == 1 else frozenset()
    heads = above - names - _covered(nearer, knowledge)
    return View(claim, focus, names - prefixes, heads, known, attribute, prefixes)


def _limited(
    claim: Claim, known: frozenset[str], attribute: frozenset[str], knowledge: Knowledge
) -> View:
    """The view of an "only", which holds for what the claim names in full."""
    phrase = _phrase(claim, knowledge)
    extra = frozenset(filter(telling, claim.words)) - {*phrase, *content(claim.name)}
    focus = frozenset({" ".join(phrase)} if phrase else ())
    return View(claim, focus, extra, extra, known, attribute, frozenset())


def _reach(claim: Claim, named: Sequence[frozenset[str]], least: int) -> int:
    """How many zones the other side must know the names of.

    Of a clause that is itself what is said the subject may stand above it.
    """
    if claim.concept != "said":
        return least
    return next((i + 1 for i, names in enumerate(named) if i >= max(1, least - 1) and names), least)


def _sided(words: tuple[str, ...], scope: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of each part of the scope; of "A vs B" those of the side that is spoken of."""
    nearer = set(words)
    for part in scope:
        spoken = _BESIDE.sub("", part)
        sides = [content(side) for side in _VERSUS.split(spoken)]
        shared = [len(nearer & set(side)) for side in sides]
        most = max(shared)
        yield sides[shared.index(most)] if shared.count(most) == 1 else content(spoken)
        nearer.update(content(part))


def _described(claim: Claim) -> frozenset[str]:
    """The subject without a name, as one: half of it is something else."""
    words = " ".join(filter(telling, content(claim.name)))
    return frozenset({words} if words else ())


def _local(claim: Claim) -> int:
    """How many parts of the scope are nearer than the headings: lead term, heads, list parent."""
    headings = {name(heading) for heading in claim.fact.headings}
    return next((i for i, part in enumerate(claim.scope) if part in headings), len(claim.scope) - 1)


def _concepts(words: Iterable[str], dimension: str) -> set[str]:
    """The words that name what is measured: they are no subjects, capitals or not."""
    return {word for word in words if concept((word,), dimension)}


def heading(view_: View) -> frozenset[str]:
    """The telling words of the nearest heading."""
    above = view_.claim.fact.headings[-1:]
    return frozenset(word for text in above for word in content(text) if telling(word))


def _own_subject(claim: Claim, names: frozenset[str]) -> frozenset[str]:
    """The subject of a claim that says in full what it is of, whatever stands above it."""
    if claim.concept == "name":
        return frozenset({claim.name})
    if claim.concept in _PLACED and not names:
        return frozenset(filter(telling, claim.words))
    if claim.extractor == "counts" and claim.confidence == 1:
        words = frozenset(filter(telling, claim.words))
        return words if len(words) > 1 or words & names else frozenset()
    return frozenset()


def _phrase(claim: Claim, knowledge: Knowledge) -> list[str]:
    """The thing that is spoken of in several words, or by a name; one word may be many things."""
    words = knowledge.canonical(content(without_asides(claim.name)))
    kept = [word for word in words if telling(word) and not knowledge.is_everywhere(word)]
    return kept if len(kept) > 1 or any(map(knowledge.is_name, kept)) else []


def _known(claim: Claim, zones: list[tuple[str, ...]], knowledge: Knowledge) -> frozenset[str]:
    zones = [*zones, content(claim.fact.text)]
    words = knowledge.known(part for zone in zones for word in zone for part in _with_parts(word))
    initials = {each for zone in zones for each in _initials(zone)}
    return words | {stem(word) for word in words} | unified(words, _dimension(claim)) | initials


def _with_parts(word: str) -> tuple[str, ...]:
    """A word, and the parts of one with hyphens."""
    return (word, *word.split("-")) if "-" in word else (word,)


def _initials(words: tuple[str, ...]) -> Iterator[str]:
    """What words one after the other could be abbreviated to: "elastic load balancer" → elb."""
    letters = "".join(word[0] for word in words)
    for start in range(len(letters)):
        for end in range(start + 2, min(start + _LONGEST_ACRONYM, len(letters)) + 1):
            yield letters[start:end]


def _attribute(claim: Claim, knowledge: Knowledge) -> frozenset[str]:
    if claim.extractor == "categories":
        return frozenset(" ".join(knowledge.canonical(tuple(a.split()))) for a in claim.attribute)
    if claim.extractor == "counts":
        *modifiers, head = claim.attribute
        return frozenset({f"number of {head}", *modifiers})
    if claim.extractor == "members":
        return frozenset({" ".join(claim.attribute)})
    if claim.extractor == "cells":
        return frozenset({" × ".join(sorted(claim.attribute))})
    if claim.extractor in ("answers", "only"):
        return frozenset(claim.attribute)
    found = unified(filter(telling, claim.attribute), _dimension(claim))
    found |= {word for word in unified(claim.attribute, _dimension(claim)) if word.startswith("=")}
    return found | ({f"={claim.concept}"} if claim.concept else set())


def _dimension(claim: Claim) -> str:
    return claim.value.dimension if isinstance(claim.value, Measure) else ""


def _covered(zones: list[tuple[str, ...]], knowledge: Knowledge) -> set[str]:
    """The words that stand for an acronym: these need not be known when it is."""
    return {
        word
        for zone in zones
        for start, end, _ in knowledge.aliases.found(zone)
        for word in zone[start:end]
    }
