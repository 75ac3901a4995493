"""Lists that stand in two files under one heading with nearly the same members.

What differs between the two, a member or a number, is a slip of one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from factdeck.claims.frames import is_example
from factdeck.claims.words import content
from factdeck.corpus.copies import Copy, Difference, sections
from factdeck.facts.text import lead, plain
from factdeck.model import Fact, FactKind

_OPEN = re.compile(r"\b(?:like|including|use cases?)\b", re.I)
_GOES_ON = re.compile(r"\betc\b|…|\.\.\.", re.I)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FEWEST = 4
_ALIKE = 0.6


Member = tuple[str, Fact]
"""What a list names, and the fact that holds it."""


@dataclass(frozen=True, slots=True)
class _List:
    label: str
    members: tuple[Member, ...]


def list_copies(facts: Iterable[Fact]) -> Iterator[Copy]:
    """The pairs of lists that differ in one member, or in a number of label or member."""
    for files in sections(facts):
        lists = {path: list(_lists(found)) for path, found in files.items()}
        for path, other in combinations(sorted(lists), 2):
            for one, two in _partners(lists[path], lists[other]):
                yield from _differences(one, two)


def _partners(mine: Sequence[_List], theirs: Sequence[_List]) -> Iterator[tuple[_List, _List]]:
    """The lists of two sections with one label, when no other list of them has it."""
    pairs = [(a, b) for a, b in product(mine, theirs) if _alike(a.label, b.label)]
    once = Counter(id(each) for pair in pairs for each in pair)
    for a, b in pairs:
        if once[id(a)] == once[id(b)] == 1 and len(a.members) == len(b.members):
            yield a, b


def _lists(facts: Iterable[Fact]) -> Iterator[_List]:
    """The lists of a section: those read as one fact, and items below one label."""
    items: dict[tuple[str, str], list[Fact]] = {}
    whole: set[tuple[str, str]] = set()
    found = []
    for fact in facts:
        if fact.kind is FactKind.ENUMERATION and isinstance(fact.object, tuple):
            label = f"{fact.subject}: {fact.predicate}"
            found.append(_List(label, tuple((plain(name), fact) for name in fact.object)))
            whole.add((fact.place.list, fact.place.parent))
        elif fact.place.list and fact.place.parent:
            items.setdefault((fact.place.list, fact.place.parent), []).append(fact)
    for (list_, parent), below in items.items():
        if (list_, parent) not in whole:
            found.append(_List(parent, tuple((head(fact), fact) for fact in below)))
    return (each for each in found if not _is_open(each))


def _is_open(listed: _List) -> bool:
    """Whether a list says that it holds some of its things only."""
    if is_example(listed.label) or _OPEN.search(listed.label):
        return True
    names = (name for name, _ in listed.members)
    return any(map(_GOES_ON.search, (listed.label, *names)))


def head(fact: Fact) -> str:
    """What an item is about: its lead term, or all of it."""
    text = plain(fact.text)
    split = lead(text)
    return split[0] if split else text


def _differences(one: _List, other: _List) -> Iterator[Copy]:
    """One member with nothing in common with that in its place, or a number when all are alike."""
    mine, theirs = list(one.members), list(other.members)
    pairs = []
    for member in one.members:
        alike = [each for each in theirs if _alike(member[0], each[0])]
        same = next((each for each in alike if each[0] == member[0]), alike[0] if alike else None)
        if same:
            pairs.append((member, same))
            mine.remove(member)
            theirs.remove(same)
    if len(mine) == 1 and len(pairs) >= _FEWEST - 1:
        (name, fact), (name_, fact_) = mine[0], theirs[0]
        if _words(name) and _words(name_) and not _words(name) & _words(name_):
            yield Copy(fact, fact_, Difference.MEMBER, (name, name_))
    elif not mine:
        yield from _other_number(one, other, pairs)


def _other_number(
    one: _List, other: _List, pairs: Iterable[tuple[Member, Member]]
) -> Iterator[Copy]:
    """The first of the label and the members of two enumerations that has another number."""
    (_, fact), (_, fact_) = one.members[0], other.members[0]
    if fact.kind is FactKind.ENUMERATION is fact_.kind:
        if _renumbered(one.label, other.label):
            yield Copy(fact, fact_, Difference.COUNT, (one.label, other.label))
            return
        names = ((mine, theirs) for (mine, _), (theirs, _) in pairs)
        if texts := next((pair for pair in names if _renumbered(*pair)), None):
            yield Copy(fact, fact_, Difference.NUMBER, texts)


def _renumbered(a: str, b: str) -> bool:
    mine, theirs = _NUMBER.findall(a), _NUMBER.findall(b)
    return len(mine) == len(theirs) and mine != theirs


def _alike(a: str, b: str) -> bool:
    mine, theirs = _words(a), _words(b)
    return a == b or (bool(mine | theirs) and len(mine & theirs) >= _ALIKE * len(mine | theirs))


def _words(text: str) -> frozenset[str]:
    return frozenset(content(text))
