"""Names that stand for each other, found in running words by a trie of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Node:
    name: str = ""
    next: dict[str, _Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Aliases:
    """Sequences of words with the name that each of them stands for.

    A lookup takes time in proportion to the words that are read, however many names there are.
    """

    root: _Node = field(default_factory=_Node)

    def add(self, words: Iterable[str], name: str) -> None:
        """Let ``words`` stand for ``name``; what was said first stays."""
        node = self.root
        for word in words:
            node = node.next.setdefault(word, _Node())
        node.name = node.name or name

    def found(self, words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
        """The longest alias at each word: where it begins and ends, and the name."""
        start = 0
        while start < len(words):
            end, name = self._longest(words, start)
            if name:
                yield start, end, name
            start = end

    def _longest(self, words: tuple[str, ...], start: int) -> tuple[int, str]:
        node, end, name = self.root, start + 1, ""
        for index in range(start, len(words)):
            if words[index] not in node.next:
                break
            node = node.next[words[index]]
            if node.name:
                end, name = index + 1, node.name
        return end, name
