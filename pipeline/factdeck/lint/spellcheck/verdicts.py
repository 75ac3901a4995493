"""Which words of the notes are wrong, what they should be, and what tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from factdeck.corpus import Corpus
from factdeck.lint import lexicon
from factdeck.lint.spellcheck import joined, unknown
from factdeck.lint.spellcheck.edits import Slip, undone
from factdeck.lint.spellcheck.vocabulary import Vocabulary, vocabulary
from factdeck.lint.spelling import as_capitalised
from factdeck.lint.typos import corrections

_SHORTEST = 3
_LONG = 6


class Evidence(StrEnum):
    """What tells that a word is wrong."""

    LIST = "the list of the program typos has it"
    NOTES = "the notes write it otherwise elsewhere"
    LEXICON = "the lexicon has only a word that is nearly the same"
    SWAPPED = "it is a rare word, and a common one has two letters changed places"
    JOINED = "it is two words"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word is wrong, and should be one of ``right``, the likeliest first."""

    evidence: Evidence
    right: tuple[str, ...]


@lru_cache(maxsize=1)  # several rules ask about the same notes, one after the other
def verdicts(corpus: Corpus) -> dict[str, Verdict]:
    """The wrong words of the files in English, as they are capitalised there.

    Raises UserError when the program typos is missing or fails.
    """
    notes = vocabulary(corpus)
    listed = _listed(notes)
    found = {word: verdict for word in notes.unknown if (verdict := _verdict(word, notes))}
    found |= dict(_swapped(notes))
    meant = {word for verdict in found.values() for word in verdict.right}
    wrong = {word.lower() for word in listed} | corrections(meant).keys()
    spelled = {
        form: Verdict(verdict.evidence, tuple(as_capitalised(each, form) for each in verdict.right))
        for word, verdict in found.items()
        if word not in wrong and wrong.isdisjoint(verdict.right)
        for form in notes.forms[word]
    }
    return spelled | {form: Verdict(Evidence.LIST, right) for form, right in listed.items()}


def _listed(notes: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The known misspellings, with their corrections."""
    asked = (
        form
        for word, forms in notes.forms.items()
        if len(word) >= _SHORTEST and not notes.is_written_as_name(word)
        for form in forms
        if not notes.corpus.knows(word) and not _is_name(word, form)
    )
    return corrections(asked)


def _is_name(word: str, form: str) -> bool:
    """Whether the lexicon knows it as a name or a term, and so it is written, or short."""
    known = lexicon.NAME <= lexicon.rank(word) <= lexicon.TERM
    return known and (len(word) == _SHORTEST or not form.islower())


def _verdict(word: str, notes: Vocabulary) -> Verdict | None:
    pair = joined.parts(word, notes)
    if pair:
        return Verdict(Evidence.JOINED, (" ".join(pair),))
    right = unknown.right(word, notes)
    if not right:
        return None
    used = any(notes.counts[each] for each in right)
    return Verdict(Evidence.NOTES if used else Evidence.LEXICON, right)


def _swapped(notes: Vocabulary) -> Iterator[tuple[str, Verdict]]:
    """The rare words that become a common one of the notes when two letters change places."""
    for word, count in notes.counts.items():
        rare = lexicon.USUAL < lexicon.rank(word) <= lexicon.RARE
        if (
            rare
            and count == 1
            and len(word) >= _LONG
            and word in notes.forms[word]
            and not notes.corpus.knows(word)
        ):
            right = tuple(
                each.word
                for each in undone(word, notes.counts.__contains__, lexicon.begins)
                if each.slip is Slip.SWAPPED and lexicon.rank(each.word) <= lexicon.COMMON
            )
            if right:
                yield word, Verdict(Evidence.SWAPPED, right)
