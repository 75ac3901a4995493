"""The words of all notes with what a spelling checker asks of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from factdeck.corpus import Corpus
from factdeck.lint import lexicon
from factdeck.lint.occurrences import occurrences
from factdeck.lint.spelling import is_plain

_SHORTEST = 4
_OFTEN = 3
_WITHIN = re.compile(r"\w[^\w.!?:]*$")  # a word before, and no end of a sentence between


@dataclass(frozen=True)
class Vocabulary:
    """How often each word (in lower case) stands in the notes, and how it is capitalised there.

    Only words that are written as words count: no acronyms, no names with capitals inside.
    """

    corpus: Corpus
    counts: Counter[str]
    forms: dict[str, set[str]]

    def rank(self, word: str) -> int:
        """As the lexicon ranks the word (in lower case), and words made by rule as rare ones."""
        rank = lexicon.rank(word)
        return lexicon.RARE if rank == lexicon.UNKNOWN and lexicon.knows(word) else rank

    def has(self, word: str) -> bool:
        """Whether the lexicon has the word (in lower case), or the notes do and are right."""
        return lexicon.has(word) or word in self._own

    def begins(self, prefix: str) -> bool:
        """Whether any such word begins like this."""
        return lexicon.begins(prefix) or prefix in self._beginnings

    def is_name(self, word: str) -> bool:
        """Whether the unknown word (in lower case) has a capital that no sentence gives it."""
        return not any(form.islower() for form in self.forms[word]) and word not in self._opening

    def is_written_as_name(self, word: str) -> bool:
        """Whether the notes also write the word (in lower case) with capitals inside."""
        return word in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self.corpus.words if not is_plain(word))

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """The words (in lower case) that neither the lexicon nor the author knows."""
        return tuple(
            word
            for word in self.counts
            if len(word) >= _SHORTEST
            and word.isascii()
            and word.isalpha()
            and not lexicon.knows(word)
            and not self.corpus.knows(word)
            and not self.is_written_as_name(word)
        )

    @cached_property
    def by_letters(self) -> dict[str, list[str]]:
        """The usual words of the notes, by their letters in the order of the alphabet."""
        found = defaultdict(list)
        for word in self.counts:
            if lexicon.rank(word) <= lexicon.USUAL:
                found["".join(sorted(word))].append(word)
        return found

    @cached_property
    def by_beginning(self) -> dict[str, list[str]]:
        """The common words of the notes, by their first two letters."""
        found = defaultdict(list)
        for word in self.counts:
            if lexicon.rank(word) <= lexicon.COMMON:
                found[word[:2]].append(word)
        return found

    @cached_property
    def _own(self) -> frozenset[str]:
        """The words of the notes that the lexicon has not: made by rule, or used often."""
        return frozenset(
            word
            for word, count in self.counts.items()
            if not lexicon.has(word) and (count >= _OFTEN or lexicon.knows(word))
        )

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word[:end] for word in self._own for end in range(1, len(word) + 1))

    @cached_property
    def _opening(self) -> frozenset[str]:
        """The unknown words that have a capital letter only where a line or sentence begins."""
        forms = {form for word in self.unknown for form in self.forms[word] if form.istitle()}
        lines = {file.source.path: file.prose for file in self.corpus.english}
        within = {
            form
            for form, span in occurrences(self.corpus.english, forms)
            if _WITHIN.search(lines[span.path][span.line - 1][: span.column - 1])
        }
        return frozenset(form.lower() for form in forms - within)


def vocabulary(corpus: Corpus) -> Vocabulary:
    """The vocabulary of the files in English."""
    counts: Counter[str] = Counter()
    forms: dict[str, set[str]] = defaultdict(set)
    for word, count in corpus.words.items():
        if is_plain(word):
            counts[word.lower()] += count
            forms[word.lower()].add(word)
    return Vocabulary(corpus, counts, forms)
