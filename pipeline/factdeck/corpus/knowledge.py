"""What the notes themselves say about their names: which words are names, what stands for what.

Every file gives a :class:`Vocabulary`; the knowledge of a corpus is all of them added up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from factdeck.claims.claim import Claim, Symbol
from factdeck.claims.words import SMALL, content, light, singular
from factdeck.corpus.aliases import Aliases
from factdeck.facts.text import plain
from factdeck.model import Fact

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&+@-][^\W_]+)*")
_OPENS = re.compile(r"(?:^|[.:;!?(\[\"“•|/=–—>-])\s*$")
_MIXED = re.compile(r"[A-Z].*[A-Z]|[A-Za-z]\d|\d[A-Za-z]")
_TITLE_SHARE = 0.6
_NAME_SHARE, _PART_SHARE = 0.6, 0.3
_UBIQUITOUS, _MANY = 0.3, 20
_VENDOR = 2
_TOGETHER = 2
_LONG_ACRONYM = 5


@dataclass(frozen=True)
class Vocabulary:
    """How one file writes its words, singular and in lower case.

    ``marked`` are those with the look of a name (EC2, gRPC), ``capital`` those with a capital
    inside a sentence, ``small`` the others there. ``expansions`` are
    (acronym, its words), ``followed`` two words with capitals side by side.
    """

    marked: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    expansions: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)
    followed: Counter[tuple[str, str]] = field(default_factory=Counter)


def vocabulary(facts: Iterable[Fact], claims: Iterable[Claim]) -> Vocabulary:
    """The vocabulary of the facts of a file; each text is read once."""
    known = Vocabulary()
    every = tuple(facts)
    for text in dict.fromkeys(fact.text for fact in every):
        _read(plain(text), known)
    titles = dict.fromkeys(heading for fact in every for heading in fact.headings)
    for parent in dict.fromkeys(fact.place.parent for fact in every):
        _read_pairs(plain(parent), known)
    for title in titles:  # they have capitals everywhere: only the look of a name counts
        tokens = _TOKEN.findall(plain(title))
        known.marked.update(singular(token.lower()) for token in tokens if _marked(token))
    for claim in claims:
        if claim.extractor == "expansions" and isinstance(claim.value, Symbol):
            words = tuple(singular(word) for word in _tokens(claim.value.text))
            known.expansions[claim.subject[0].lower(), words] += 1
    return known


def _marked(token: str) -> bool:
    """Whether a word of a title has the look of a name: EC2, gRPC, but not OVERVIEW."""
    return bool(_MIXED.search(token)) and not (token.isupper() and len(token) > _LONG_ACRONYM)


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in _TOKEN.findall(text)]


def _written(text: str) -> list[tuple[int, str]]:
    """The words of a text and where they begin."""
    tokens = ((match.start(), match[0]) for match in _TOKEN.finditer(text))
    return [(start, token) for start, token in tokens if not token.isdigit()]


def _read_pairs(text: str, known: Vocabulary) -> None:
    """Two words with capitals side by side; also "SSD (GP2)"."""
    for (start, token), (after, next_) in pairwise(_written(text)):
        between = text[start + len(token) : after]
        beside = len(between) == 1 or (between == " (" and _MIXED.search(token))
        if token[:1].isupper() and next_[:1].isupper() and beside:
            known.followed[singular(token.lower()), singular(next_.lower())] += 1


def _read(text: str, known: Vocabulary) -> None:
    _read_pairs(text, known)
    inner = _written(text)
    capitals = sum(token[:1].isupper() for _, token in inner)
    title = len(inner) > 1 and capitals > _TITLE_SHARE * len(inner)
    for start, token in inner:
        word = singular(token.lower())
        if _marked(token) if title else _MIXED.search(token):
            known.marked[word] += 1
        elif token[:1].islower():
            known.small[word] += 1
        elif not title and not _OPENS.search(text, max(0, start - 3), start):
            known.capital[word] += 1


@dataclass(frozen=True)
class Knowledge:
    """What all files together say; made by :func:`knowledge`."""

    marked: Counter[str]
    capital: Counter[str]
    small: Counter[str]
    expansions: Counter[tuple[str, tuple[str, ...]]]
    followed: Counter[tuple[str, str]]
    spread: Counter[str]
    files: int

    def is_name(self, word: str) -> bool:
        """Whether the notes write the word as a name, more often than not."""
        if word in SMALL or light(word) or word.isdigit():
            return False
        if " " in word:  # Category 6
            return True
        named = self.marked[word] + self.capital[word]
        return named > 0 and named >= _NAME_SHARE * (named + self.small[word])

    def all_names(self) -> dict[str, int]:
        """The names with how often they are written as such, the most frequent first."""
        words = {*self.marked, *self.capital}
        counts = {
            word: self.marked[word] + self.capital[word] for word in words if self.is_name(word)
        }
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def is_everywhere(self, word: str) -> bool:
        """Whether a name stands in so many files that it tells nothing ("AWS" in notes on it)."""
        return self.files >= _MANY and self.spread[word] > _UBIQUITOUS * self.files

    @cached_property
    def aliases(self) -> Aliases:
        """Expansions with the acronym that each stands for, the most frequent first."""
        made = Aliases()
        for (acronym, words), _ in self.expansions.most_common():
            made.add(words, acronym)
        return made

    @cached_property
    def _expanded(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for acronym, words in self.expansions:
            found.setdefault(acronym, set()).update(words)
        return {acronym: frozenset(words) for acronym, words in found.items()}

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """Names that stand before many others, as that of a vendor does before its products."""
        after = Counter(first for first, _ in self.followed)
        return frozenset(
            word for word, count in after.items() if count >= _VENDOR and self.is_name(word)
        )

    def prefixed(self, words: tuple[str, ...]) -> frozenset[str]:
        """Those of the names among words that only stand before another as its prefix."""
        kept = self.canonical(words)
        return frozenset(
            first
            for first, second in pairwise(kept)
            if first in self.prefixes
            and first != second
            and (self.is_name(second) or second in self._expanded)
        )

    def names(self, words: tuple[str, ...]) -> frozenset[str]:
        """The names among words; those that an acronym stands for are that acronym.

        A word beside a name is part of it when the notes often write both with capitals.
        """
        kept = list(words)
        found = set()
        for start, end, name in self.aliases.found(words):
            found.add(name)
            kept[start:end] = [""] * (end - start)
        found.update(word for word in kept if word and self.is_name(word))
        for pair in pairwise(kept):
            if self.followed[pair] >= _TOGETHER and found.intersection(pair):
                found.update(word for word in pair if not light(word) and self._often_capital(word))
        return frozenset(name for name in found if not self.is_everywhere(name))

    def _often_capital(self, word: str) -> bool:
        named = self.marked[word] + self.capital[word]
        return named >= _PART_SHARE * (named + self.small[word])

    def canonical(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words with the acronym of each phrase that has one in its place."""
        kept = list(words)
        for start, end, name in reversed(list(self.aliases.found(words))):
            kept[start:end] = [name]
        return tuple(kept)

    def known(self, words: Iterable[str]) -> frozenset[str]:
        """The words, the acronyms of those of them that have one, and the words of acronyms."""
        listed = tuple(words)
        found = set(listed)
        found.update(name for _, _, name in self.aliases.found(listed))
        for word in listed:
            found.update(self._expanded.get(word, ()))
        return frozenset(found)


def knowledge(parts: Iterable[Vocabulary]) -> Knowledge:
    """The vocabularies of all files added up."""
    total = Vocabulary()
    spread: Counter[str] = Counter()
    files = 0
    for part in parts:
        files += 1
        for mine, theirs in (
            (total.marked, part.marked),
            (total.capital, part.capital),
            (total.small, part.small),
        ):
            mine.update(theirs)
        total.expansions.update(part.expansions)
        total.followed.update(part.followed)
        spread.update(part.marked.keys() | part.capital.keys())
    return Knowledge(
        total.marked, total.capital, total.small, total.expansions, total.followed, spread, files
    )


def heavy(text: str) -> tuple[str, ...]:
    """The words of a text that tell one thing from another."""
    return tuple(word for word in content(text) if not light(word))
