"""How one file writes its names, and what its acronyms stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from factdeck.claims.claim import Claim, Symbol
from factdeck.claims.frames import file_words
from factdeck.claims.words import singular, telling
from factdeck.facts.headings import thing
from factdeck.facts.text import name, plain
from factdeck.model import Fact

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&+@-][^\W_]+)*")
_OPENS = re.compile(r"(?:^|[.:;!?(\[\"“•|/=–—>-])\s*$")
_MIXED = re.compile(r"[A-Z].*[A-Z]|[A-Za-z]\d|\d[A-Za-z]")
_TITLE_SHARE = 0.6
_LONG_ACRONYM = 5
_SHORTEST_ROW, _LONGEST_ROW = 3, 5
_TOPIC_WORDS = 2
_SEVERAL = re.compile(r"\b(?:vs|versus|and|or|und|oder)\b|[&/,]", re.I)


@dataclass(frozen=True)
class Vocabulary:
    """How often one file writes its words in which way; words singular and in lower case.

    ``marked`` are those with the look of a name (EC2, gRPC), ``capital`` those with a capital
    inside a sentence, ``small`` the others there. ``expansions`` are
    (acronym, its words), ``followed`` two words with capitals side by side. ``titles`` are the
    rows of capitalised words in headings that an acronym may stand for.
    """

    marked: dict[str, int]
    capital: dict[str, int]
    small: dict[str, int]
    expansions: dict[tuple[str, tuple[str, ...]], int]
    followed: dict[tuple[str, str], int]
    titles: dict[tuple[str, ...], int]


def vocabulary(facts: Iterable[Fact], claims: Iterable[Claim]) -> Vocabulary:
    """The vocabulary of the facts of a file; each text is read once."""
    every = tuple(facts)
    texts = [plain(text) for text in dict.fromkeys(fact.text for fact in every)]
    parents = [plain(parent) for parent in dict.fromkeys(fact.place.parent for fact in every)]
    titles = dict.fromkeys(heading for fact in every for heading in fact.headings)
    ways: dict[str, Counter[str]] = {"marked": Counter(), "capital": Counter(), "small": Counter()}
    for text in texts:
        for way, word in _ways(text):
            ways[way][word] += 1
    for title in titles:  # they have capitals everywhere: only the look of a name counts
        ways["marked"].update(_marked_words(plain(title)))
    ways["capital"].update(word for topic in _topics(every) for word in _topic_words(topic))
    followed = Counter(pair for text in (*texts, *parents) for pair in _pairs(text))
    rows = Counter(row for title in titles for row in _rows(plain(title)))
    return Vocabulary(
        **ways, expansions=Counter(_expansions(claims)), followed=followed, titles=rows
    )


def _expansions(claims: Iterable[Claim]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for claim in claims:
        if claim.extractor == "expansions" and isinstance(claim.value, Symbol):
            words = tuple(singular(word.lower()) for word in _TOKEN.findall(claim.value.text))
            yield claim.subject[0].lower(), words


def _topics(facts: Iterable[Fact]) -> Iterator[str]:
    """What the file is about, as its name and its first heading say."""
    for fact in facts:
        yield file_words(fact.span.path)
        yield from map(name, fact.headings[:1])
        return


def _topic_words(topic: str) -> list[str]:
    """The words of a topic that can be names: those of a short one that names a thing."""
    words = [singular(token.lower()) for token in _TOKEN.findall(topic) if not token.isdigit()]
    telling_ = [word for word in words if telling(word)]
    one = thing(topic) and len(telling_) <= _TOPIC_WORDS and not _SEVERAL.search(topic)
    return telling_ if one else []


def _marked(token: str) -> bool:
    """Whether a word of a title has the look of a name: EC2, gRPC, but not OVERVIEW."""
    return bool(_MIXED.search(token)) and not (token.isupper() and len(token) > _LONG_ACRONYM)


def _marked_words(title: str) -> list[str]:
    return [singular(token.lower()) for token in _TOKEN.findall(title) if _marked(token)]


def _written(text: str) -> list[tuple[int, str]]:
    """The words of a text and where they begin."""
    tokens = ((match.start(), match[0]) for match in _TOKEN.finditer(text))
    return [(start, token) for start, token in tokens if not token.isdigit()]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Two words with capitals side by side; also "SSD (GP2)"."""
    for (start, token), (after, next_) in pairwise(_written(text)):
        between = text[start + len(token) : after]
        beside = len(between) == 1 or (between == " (" and _MIXED.search(token))
        if token[:1].isupper() and next_[:1].isupper() and beside:
            yield singular(token.lower()), singular(next_.lower())


def _rows(title: str) -> Iterator[tuple[str, ...]]:
    """Three to five words of a heading with capitals, one after the other."""
    tokens = _TOKEN.findall(title)
    for start in range(len(tokens)):
        for end in range(start + _SHORTEST_ROW, min(start + _LONGEST_ROW, len(tokens)) + 1):
            row = tokens[start:end]
            if all(token[:1].isupper() and not _MIXED.search(token) for token in row):
                yield tuple(singular(token.lower()) for token in row)


def _ways(text: str) -> Iterator[tuple[str, str]]:
    """The words of a sentence, each with the way it is written; none where that tells nothing."""
    inner = _written(text)
    capitals = sum(token[:1].isupper() for _, token in inner)
    title = len(inner) > 1 and capitals > _TITLE_SHARE * len(inner)
    for start, token in inner:
        word = singular(token.lower())
        if _marked(token) if title else _MIXED.search(token):
            yield "marked", word
        elif token[:1].islower():
            yield "small", word
        elif not title and not _OPENS.search(text, max(0, start - 3), start):
            yield "capital", word
