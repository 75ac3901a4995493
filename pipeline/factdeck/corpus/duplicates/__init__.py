"""Groups of facts that say the same about the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from factdeck.corpus.duplicates.alike import Likeness, likeness
from factdeck.corpus.duplicates.statements import (
    Statement,
    is_comparable,
    proper_words,
    statement,
)
from factdeck.corpus.duplicates.subjects import Level, Name, Subjects, subjects, titles_of
from factdeck.corpus.duplicates.things import same_thing
from factdeck.facts.text import plain
from factdeck.model import Fact

__all__ = ["Duplicates", "Likeness", "find_duplicates"]

_RAREST = 0.4
_COMPARED = 24
"""Of so many statements about one thing that share a rare word each is compared with the others."""
_ASKED = 8
"""So many of a group must be like so many of another before they are one group."""


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Facts that say the same about one thing, in order of their places.

    ``pair`` are the two that are most alike, in order, and ``likeness`` is how alike these are.
    ``wordings`` are what is said, without capitals and punctuation, sorted, each once.
    """

    likeness: Likeness
    pair: tuple[Fact, Fact]
    facts: tuple[Fact, ...]
    wordings: tuple[str, ...]


def find_duplicates(facts: Sequence[Fact]) -> tuple[Duplicates, ...]:
    """All groups, in the order of their first places."""
    texts = [plain(fact.text) for fact in facts]
    proper = proper_words(texts).__contains__
    known = subjects(facts, proper)
    statements = tuple(_comparable(zip(facts, texts, strict=True), known))

    def alike(first: int, second: int) -> Likeness | None:
        one, other = statements[first], statements[second]
        thing = same_thing(one, other, known.labels)
        return likeness(one, other, thing, proper) if thing else None

    return tuple(sorted(_groups(statements, alike), key=lambda group: group.facts[0].span))


def _comparable(facts: Iterable[tuple[Fact, str]], known: Subjects) -> Iterator[Statement]:
    """What those facts say that can be compared; what a line says counts once."""
    told: set[tuple[str, int, str]] = set()
    opened: set[tuple[str, str]] = set()
    levels_of: dict[tuple[str, ...], tuple[Level, ...]] = {}
    for fact, text in facts:
        subject = fact.span.path, fact.subject
        opens = subject not in opened
        opened.add(subject)
        titles = titles_of(fact)
        if titles not in levels_of:
            levels_of[titles] = known.levels(titles)
        levels = levels_of[titles]
        line = fact.span.path, fact.span.line, text
        if levels and line not in told and is_comparable(fact, text):
            told.add(line)
            yield statement(fact, text, levels, opens=opens)


def _candidates(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Pairs about one name that share one of the rarer words of the shorter; each pair once."""
    by_name: dict[Name, list[int]] = defaultdict(list)
    for index, each in enumerate(statements):
        for name in frozenset[Name]().union(*(level.names for level in each.levels[:2])):
            by_name[name].append(index)
    tried: set[tuple[int, int]] = set()
    for members in by_name.values():
        if len(members) > 1:
            tried.update(_sharing(members, statements))
    yield from sorted(tried)


def _sharing(members: list[int], statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for index in members:
        for word in statements[index].words.content:
            having[word].append(index)
    for index in members:
        words = sorted(statements[index].words.content, key=lambda word: (len(having[word]), word))
        for word in words[: int(_RAREST * len(words)) + 1]:
            for other in having[word][-_COMPARED:]:
                if other != index:
                    yield min(index, other), max(index, other)


def _groups(
    statements: Sequence[Statement], alike: Callable[[int, int], Likeness | None]
) -> Iterator[Duplicates]:
    """Groups in which each is like the others, made of the closest pairs first."""
    found = ((alike(*pair), *pair) for pair in _candidates(statements))
    pairs = sorted((how, one, other) for how, one, other in found if how)
    group_of = {index: [index] for _, *pair in pairs for index in pair}
    for _, first, second in pairs:
        group, other = group_of[first], group_of[second]
        asked = product(group[:_ASKED], other[:_ASKED])
        if group is not other and all(alike(min(pair), max(pair)) for pair in asked):
            group.extend(other)
            group_of.update((index, group) for index in other)
    closest: dict[int, tuple[Likeness, int, int]] = {}
    for pair in pairs:
        if group_of[pair[1]] is group_of[pair[2]]:
            closest.setdefault(group_of[pair[1]][0], pair)
    for leader, (how, first, second) in closest.items():
        said = [statements[index] for index in sorted(group_of[leader])]
        yield Duplicates(
            how,
            (statements[first].fact, statements[second].fact),
            tuple(each.fact for each in said),
            tuple(sorted({each.text for each in said})),
        )
