"""Sentences that stand in two files under one heading in nearly the same words.

What differs between the two, a number or a "not", is a slip of one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from factdeck.claims.bounds import bound, per
from factdeck.claims.claim import Bound
from factdeck.claims.frames import frame, is_example, is_supposed
from factdeck.claims.opposites import negations, opposites, without_negation
from factdeck.claims.quantities import Amount, amounts
from factdeck.claims.units import unit
from factdeck.claims.words import content, normalised, telling
from factdeck.corpus.knowledge import Knowledge
from factdeck.facts.text import plain, sentences
from factdeck.model import Fact, FactKind, Sentence

_ADDRESS = re.compile(r"\d+\.\d+\.\d+\.\d+|\b0x|\b[0-9a-f]{2} [0-9a-f]{2}\b|\w:\w+:\w")
"""Addresses and dumps differ on purpose."""
_SECTION = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+(?=(?P<next>[A-Z]\w*))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        map(str, range(1, 13)),
        strict=True,
    )
)
_READ = frozenset(FactKind) - {FactKind.ENUMERATION, FactKind.QUESTION, FactKind.CLOZE}
_ALIKE, _SAME = 0.6, 0.85
_FEWEST, _ENOUGH = 2, 4
_MOST_FILES = 12
"""A heading in more files than this is a template."""


class Difference(StrEnum):
    """What makes two sentences differ."""

    NUMBER = "number"
    COUNT = "count"
    POLARITY = "polarity"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Copy:
    """Two facts that say the same but for one thing; ``texts`` are what of them differs."""

    one: Fact
    other: Fact
    difference: Difference
    texts: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    fact: Fact
    text: str
    words: frozenset[str]
    numbers: tuple[str, ...]
    sides: tuple[object, ...]
    short: bool
    """Whether the heading had to say what it is about."""


def copies(facts: Iterable[Fact], knowledge: Knowledge) -> Iterator[Copy]:
    """The pairs of sentences in two files that differ in a number or in what they deny."""
    read = (fact for fact in facts if fact.kind in _READ)
    for files in sections(read):
        said = {path: list(map(_sentence, found)) for path, found in files.items()}
        for path, other in combinations(sorted(said), 2):
            yield from _between(said[path], said[other], knowledge)


def sections(facts: Iterable[Fact]) -> Iterator[dict[str, list[Fact]]]:
    """The statements under one heading by file, for each heading that a few files have."""
    found: dict[tuple[str, ...], dict[str, list[Fact]]] = {}
    for fact in facts:
        key = _title(fact)
        if key and fact.place.sentence is Sentence.STATEMENT:
            found.setdefault(key, {}).setdefault(fact.span.path, []).append(fact)
    return (files for files in found.values() if 1 < len(files) <= _MOST_FILES)


def _title(fact: Fact) -> tuple[str, ...]:
    """The words of the nearest heading; of a general one ("Limits") with the list parent's."""
    heading = "".join(fact.headings[-1:])
    if heading and fact.place.parent and not _tells(heading):
        return _bag(f"{heading} {fact.place.parent}")
    return _bag(heading)


@lru_cache(maxsize=1 << 14)
def _bag(text: str) -> tuple[str, ...]:
    return tuple(sorted(set(normalised(text))))


def _placed(fact: Fact) -> bool:
    """Whether the nearest heading or the list parent tells what a sentence is about."""
    return _tells(" ".join((*fact.headings[-1:], fact.place.parent)))


@lru_cache(maxsize=1 << 14)
def _tells(heading: str) -> bool:
    """Whether a heading tells one thing from another."""
    return any(map(telling, content(heading)))


def _sentence(fact: Fact) -> _Sentence:
    seen = frame(fact)
    text = _SECTION.sub(_unless_amount, seen.text)
    place = fact.place
    bare = " ".join((place.row, place.column, without_negation(text)))
    found = opposites(text)
    words = [word for word in content(bare) if " " not in word and not word[0].isdigit()]
    kept = Counter(words)
    for _, word, pair, _ in found:
        kept[word.lower()] = 0
        kept[pair] += 1
    numbers = _NUMBER.findall(text)
    numbers += [_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _WORDS]
    sides = (negations(text) % 2, *sorted((pair, side) for _, _, pair, side in found))
    short = sum(unit(word) is None for word in kept) < (_FEWEST if _placed(fact) else _ENOUGH)
    if short:
        above = next(filter(_tells, reversed(fact.headings)), "")
        kept.update(content(above))  # "8 bits" below "Time to live"
        if not above:
            kept.clear()  # "Limits" stands in many files, about other things
    usable = not is_example(text) and not is_supposed(seen) and not _ADDRESS.search(text)
    if any(_THOUSANDS.fullmatch(number) for number in numbers):
        usable = False  # 100.000 is a hundred, or a hundred thousand
    named = frozenset(word for word, count in kept.items() if count) if usable else frozenset()
    figures = tuple(number.replace(",", "") for number in numbers)
    return _Sentence(fact, text, named, figures, sides, short)


def _unless_amount(match: re.Match[str]) -> str:
    """Nothing for the number of a section; "16 KB" is none."""
    return match[0] if unit(match["next"]) else ""


def _qualifiers(text: str) -> tuple[object, ...]:
    """What makes a sentence speak of another thing, in nearly the same words."""
    kin = frozenset(word for word in content(_without_amounts(text)) if " " in word)
    return bound(text), per(text), kin, len(list(sentences(text)))


def _without_amounts(text: str) -> str:
    """A text without its amounts: "Waits 20 seconds" names no kin of "Waits"."""
    for each in reversed(amounts(text)):
        if each.dimension:
            text = f"{text[: each.start]}…{text[each.end :]}"
    return text


def _between(
    mine: list[_Sentence], theirs: list[_Sentence], knowledge: Knowledge
) -> Iterator[Copy]:
    """The sentences of two sections that are each other's best match, and differ."""
    for one in mine:
        other = _best(one, theirs)
        back = _best(other, mine) if other else None
        if other and back and back.text == one.text != other.text:
            difference = _difference(one, other, knowledge)
            if difference and not _says_both(one, other, mine, theirs):
                said = plain(one.fact.text), plain(other.fact.text)
                yield Copy(one.fact, other.fact, difference, said)


def _best(sentence: _Sentence, others: Iterable[_Sentence]) -> _Sentence | None:
    """The most similar sentence, when no other comes near it."""
    fewest = 1 if sentence.fact.kind is FactKind.COUNT else _FEWEST
    if len(sentence.words) < fewest:
        return None
    scores = [(_alike(sentence, each), each) for each in others]
    best = max((score for score, _ in scores), default=0.0)
    found = [each for score, each in scores if score == best]
    alone = len({each.text for each in found}) == 1
    return found[0] if alone and best >= (_SAME if sentence.short else _ALIKE) else None


def _alike(a: _Sentence, b: _Sentence) -> float:
    together = len(a.words | b.words)
    return len(a.words & b.words) / together if together else 0.0


def _difference(a: _Sentence, b: _Sentence, knowledge: Knowledge) -> Difference | None:
    if a.numbers == b.numbers and a.sides == b.sides:
        return None
    if any(knowledge.is_name(word) for word in a.words ^ b.words):
        return None
    qualifiers = _qualifiers(a.text)
    if qualifiers != _qualifiers(b.text) or Bound.FORMERLY in qualifiers:
        return None
    if a.numbers != b.numbers:
        if len(a.numbers) != len(b.numbers) or a.sides != b.sides or not _apart(a, b):
            return None
        return Difference.COUNT if a.fact.kind is FactKind.COUNT else Difference.NUMBER
    return Difference.POLARITY if a.sides != b.sides and _alike(a, b) >= _SAME else None


def _apart(a: _Sentence, b: _Sentence) -> bool:
    """Whether the numbers differ once units are converted."""
    mine, theirs = amounts(a.text), amounts(b.text)
    if mine and len(mine) == len(theirs):
        return any(map(_amounts_apart, mine, theirs))
    return True


def _amounts_apart(a: Amount, b: Amount) -> bool:
    return a.dimension == b.dimension and (a.low, a.high, a.per) != (b.low, b.high, b.per)


def _says_both(
    one: _Sentence,
    other: _Sentence,
    mine: Iterable[_Sentence],
    theirs: Iterable[_Sentence],
) -> bool:
    """Whether one section has the sentence of the other as well: then both are meant."""
    return any(each.text == other.text for each in mine) or any(
        each.text == one.text for each in theirs
    )
