"""What the notes themselves say about their names: which words are names, what stands for what.

Every file gives a :class:`Vocabulary`; the knowledge of a corpus is all of them added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from factdeck.claims.vocabulary import Vocabulary
from factdeck.claims.words import SMALL, content, light
from factdeck.corpus.aliases import Aliases

_NAME_SHARE, _PART_SHARE = 0.6, 0.3
_UBIQUITOUS, _MANY = 0.3, 20
_VENDOR = 2
_TOGETHER = 2


@dataclass(frozen=True)
class Knowledge:
    """What all files together say; made by :func:`knowledge`."""

    marked: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    expansions: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)
    followed: Counter[tuple[str, str]] = field(default_factory=Counter)
    titles: Counter[tuple[str, ...]] = field(default_factory=Counter)
    spread: Counter[str] = field(default_factory=Counter)
    files: int = 0

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
        for acronym, words in self._initials():
            made.add(words, acronym)
        return made

    def _initials(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Acronyms that nobody writes out, with the one heading whose words they begin."""
        rows: dict[str, list[tuple[str, ...]]] = {}
        for row in self.titles:
            rows.setdefault("".join(word[0] for word in row), []).append(row)
        explained = {acronym for acronym, _ in self.expansions}
        for acronym, found in rows.items():
            if len(found) == 1 and acronym not in explained and self.marked[acronym]:
                yield acronym, found[0]

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
    total = Knowledge()
    files = 0
    for part in parts:
        files += 1
        total.marked.update(part.marked)
        total.capital.update(part.capital)
        total.small.update(part.small)
        total.expansions.update(part.expansions)
        total.followed.update(part.followed)
        total.titles.update(part.titles)
        total.spread.update(part.marked.keys() | part.capital.keys())
    return replace(total, files=files)


def heavy(text: str) -> tuple[str, ...]:
    """The words of a text that tell one thing from another."""
    return tuple(word for word in content(text) if not light(word))
