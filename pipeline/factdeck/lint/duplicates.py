"""Findings about groups of duplicates: one for a group, at the later of its closest pair."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from factdeck.claims.words import normalised
from factdeck.corpus import Corpus
from factdeck.corpus.duplicates import Duplicates, Likeness
from factdeck.facts.text import plain
from factdeck.lint.rule import Rule
from factdeck.model import Fact, Finding, Related

_WIDTH = 120


def findings(
    rule: Rule[Corpus],
    corpus: Corpus,
    likeness: Likeness,
    message: Callable[[Fact, Fact], str],
) -> Iterator[Finding]:
    """One finding for each group whose closest pair is so alike.

    ``message`` is given the earlier and the later of that pair.
    """
    for group in corpus.duplicates:
        if group.likeness is likeness:
            yield rule.finding(
                group.pair[1].span,
                message(*group.pair),
                min(" ".join(normalised(fact.subject)) for fact in group.pair),
                *group.wordings,
                related=_related(group),
            )


def place(fact: Fact) -> str:
    """Where a fact stands, in words: "s3.md:12"."""
    return f"{fact.span.path}:{fact.span.line}"


def quoted(text: str) -> str:
    """A text without markup in quotes; a long one is cut."""
    return f'"{textwrap.shorten(plain(text), _WIDTH, placeholder=" …")}"'


def _related(group: Duplicates) -> tuple[Related, ...]:
    """The places of a group but that of the finding, in order, each line once."""
    first, primary = group.pair
    places = {place(fact): fact for fact in group.facts if place(fact) != place(primary)}
    return tuple(
        Related(
            fact.span, "said here first" if fact is first else f"said here too: {quoted(fact.text)}"
        )
        for fact in places.values()
    )
