"""Lists that name all kinds of a thing, and whether one of two lacks some.

A list names all kinds when the label or the heading right above it ends in a word such as
"types", "options" or "classes". One with an open end, or with items that no fact tells, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from factdeck.claims.claim import Claim, Members
from factdeck.claims.frames import frame, is_supposed
from factdeck.claims.words import content, normalised, stem, telling
from factdeck.corpus import Corpus, File
from factdeck.corpus.knowledge import Knowledge
from factdeck.corpus.listings import head
from factdeck.facts.counts import count_in
from factdeck.facts.text import inline_list, plain, without_asides
from factdeck.model import Fact, FactKind, Sentence

_KINDS = frozenset(
    """
    kind class category option model mode tier level layer pillar strategy phase stage state plane
    family klasse kategorie stufe schicht ebene phase
    """.split()
)
_OPEN = re.compile(
    r"\b(?:such as|like|including|includes?|e\.?g|for example|examples?|etc|some|other|popular|"
    r"common|following|more|supports?|supported|z\.\s?b|zum beispiel|usw|einige)\b|…|\.\.\.",
    re.I,
)
_PART = re.compile(
    r"\b(?:main|basic|default|major|key|important|primary|newe?r?|old|required|recommended|typical|"
    r"selected|certain|specific|top|free|first|last|wichtigste\w*|neue\w*|typische\w*)\b",
    re.I,
)
"""Labels of lists that say which of all they name."""
_GONE = re.compile(r"\b(?:deprecated|legacy|obsolete|discontinued|retired|veraltet)\b", re.I)
"""What is marked so may be left out elsewhere."""
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+•·]|\d+[.)])\s+\S")
_FEWEST, _MEMBER_WORDS = 3, 6
_CROWDED = 60
"""A word in more titles than this tells too little to compare what shares it."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """A list of all kinds: its claim, and the telling words of its members, title and place.

    ``said`` are the words of the title, ``names`` the names of it, or of the nearest heading
    that has any. ``known`` are all words that stand in or above the list.
    """

    claim: Claim
    members: tuple[frozenset[str], ...]
    said: frozenset[str]
    names: frozenset[str]
    known: frozenset[str]


def kinds(corpus: Corpus) -> Iterator[Kinds]:
    """The lists of a corpus that name all kinds of something."""
    for file in corpus.files:
        for fact, label, members in _lists(file):
            whole = len(members) >= _FEWEST and not _is_open(fact, label, members)
            found = _kinds(fact, label, members, corpus.knowledge) if whole else None
            if found and all(found.members):
                yield found


def _is_open(fact: Fact, label: str, members: tuple[str, ...]) -> bool:
    """Whether a list says that it names only some, or has more than kinds in it."""
    said = f"{label} {fact.text} {members[-1]}"
    count = count_in(plain(fact.text))
    if count and count.number < len(members):
        return True
    return bool(_OPEN.search(said) or _PART.search(label)) or is_supposed(frame(fact))


def lacking(a: Kinds, b: Kinds) -> bool:
    """Whether all members of one are among those of the other, which has more."""
    if not _same_thing(a, b) or _counted_apart(a.claim.fact, b.claim.fact):
        return False
    fewer, more = sorted((a, b), key=lambda each: len(each.members))
    named = zip(more.members, _names(more.claim), strict=True)
    kept = [_GONE.search(name) or any(map(words.__and__, fewer.members)) for words, name in named]
    found = all(any(map(member.__and__, more.members)) for member in fewer.members)
    return found and not all(kept) and sum(map(bool, kept)) * 2 >= len(kept)


def _counted_apart(a: Fact, b: Fact) -> bool:
    """Whether both say how many there are, and not the same: another rule tells of that."""
    counts = [count_in(plain(fact.text)) for fact in (a, b)]
    return len({count.number for count in counts if count}) > 1


def _names(claim: Claim) -> tuple[str, ...]:
    return claim.value.names if isinstance(claim.value, Members) else ()


def groups(found: Iterable[Kinds]) -> Iterator[list[Claim]]:
    """The claims of lists of the same thing of which one lacks some of another's members."""
    by_title: dict[tuple[str, str], list[Kinds]] = {}
    for each in found:
        for word in each.said:
            by_title.setdefault((each.claim.attribute[-1], word), []).append(each)
    joined: list[dict[int, Claim]] = []
    for lists in by_title.values():
        for a, b in combinations(lists if len(lists) <= _CROWDED else (), 2):
            if lacking(a, b):
                pair = {id(each): each.claim for each in (a, b)}
                group = next((each for each in joined if each.keys() & pair.keys()), None)
                if group is None:
                    joined.append(group := {})
                group.update(pair)
    return (list(group.values()) for group in joined)


def _same_thing(a: Kinds, b: Kinds) -> bool:
    mine, theirs = a.claim.fact, b.claim.fact
    beside = mine.span.path == theirs.span.path and mine.headings == theirs.headings
    nested = a.said <= b.said or b.said <= a.said
    return nested and not beside and _tells(a, b) and _tells(b, a)


def _tells(one: Kinds, other: Kinds) -> bool:
    """Whether the other's place knows all that the title of one says."""
    return one.said | one.names <= other.known


def _kinds(fact: Fact, label: str, members: tuple[str, ...], knowledge: Knowledge) -> Kinds:
    seen = frame(fact)
    *modifiers, noun = _kind(label)
    said = frozenset(filter(telling, (*modifiers, *content(fact.subject)))) - {noun}
    zones = [content(fact.subject + " " + label), *map(content, reversed(fact.headings))]
    names = next((found for zone in zones if (found := knowledge.names(zone))), frozenset())
    words = [word for zone in (*zones, *map(content, members)) for word in zone]
    known = knowledge.known(words)
    claim = seen.claim("members", Members(members), attribute=(*modifiers, noun), of=label)
    return Kinds(claim, tuple(_telling(members)), said, names, known | {stem(w) for w in known})


def _telling(members: Iterable[str]) -> Iterator[frozenset[str]]:
    """The words of each member without its remarks, and without those that all members have."""
    words = [_stems(without_asides(each)) or _stems(each) for each in members]
    common = frozenset.intersection(*words) if words else frozenset()
    return (each - common for each in words)


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, content(text.replace("-", " "))))


List = tuple[Fact, str, tuple[str, ...]]
"""The first fact of a list, its label, and its members."""


def _lists(file: File) -> Iterator[List]:
    """The lists whose label or heading ends in a word for kinds."""
    items: dict[tuple[str, str], list[Fact]] = {}
    for fact in file.facts:
        if fact.place.sentence is not Sentence.STATEMENT:
            continue
        if _kind(fact.predicate) and (members := _members(fact)):
            yield fact, fact.predicate, members
        elif not fact.place.parent and fact.headings and _kind(fact.headings[-1]):
            items.setdefault((fact.headings[-1], fact.place.list), []).append(fact)
    for (heading, list_), facts in items.items():
        heads = tuple(dict.fromkeys(map(head, facts)))
        short = all(len(head.split()) <= _MEMBER_WORDS for head in heads)
        if list_ and short and _whole(facts, file.lines):
            yield facts[0], heading, heads


def _kind(label: str) -> tuple[str, ...]:
    """The words of a label with that for kinds last: "storage classes", "types of rocks"; or ()."""
    words = normalised(label)
    if len(words) > 2 and words[1] in ("of", "von") and words[0] in _KINDS:
        return (*words[2:], words[0])
    return words if _KINDS.intersection(words[-1:]) else ()


def _members(fact: Fact) -> tuple[str, ...]:
    if fact.kind is FactKind.ENUMERATION and isinstance(fact.object, tuple):
        return tuple(map(plain, fact.object))
    if fact.kind is FactKind.PROPERTY and isinstance(fact.object, str):
        members = tuple(map(plain, inline_list(fact.object)))
        return members if all(len(each.split()) <= _MEMBER_WORDS for each in members) else ()
    return ()


def _whole(facts: list[Fact], lines: tuple[str, ...]) -> bool:
    """Whether every item of a list, as it is written, is among the facts."""
    first = facts[0].span.line
    marker = _ITEM.match(lines[first - 1])
    if not marker:
        return False
    told = {fact.span.line for fact in facts}
    return all(
        number in told or not item or item["indent"] != marker["indent"]
        for number, item in _run(lines, first)
    )


def _run(lines: tuple[str, ...], first: int) -> Iterator[tuple[int, re.Match[str] | None]]:
    """The lines of a list from its first item to the first line that can be none of it."""
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        item = _ITEM.match(line)
        if line.strip() and not item and not line[:1].isspace():
            return
        yield number, item
