"""The words of notes in other languages, held against the dictionaries of the settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from factdeck.lint import lexicon
from factdeck.lint.occurrences import occurrences
from factdeck.lint.rule import Rule
from factdeck.lint.spellcheck import hunspell
from factdeck.lint.spellcheck.hunspell import Dictionary
from factdeck.lint.spelling import misspelled
from factdeck.lint.subjects import Corpus, File
from factdeck.model import Finding

_SHORTEST = 6  # letters; a shorter word has many neighbours by chance
_RARE = 2  # what is written oftener is meant
_MOST = 300  # words of a language that corrections are looked for, a tenth of a second each
_STRANGE = 0.25  # share of unknown words of a file that is hardly in the language it says


def findings(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """A finding at each place of the unknown words that have one clear correction."""
    for tag, dic in corpus.dictionaries:
        setting = f"lint.dictionaries.{tag}"
        hunspell.refuse_missing(dic, setting)
        files = [file for file in corpus.files if _tag(file, corpus) == tag]
        if files:
            wrong = corrections(files, corpus, hunspell.read(dic, setting))
            for word, span in occurrences(files, wrong):
                yield misspelled(rule, span, word, (wrong[word],))


def _tag(file: File, corpus: Corpus) -> str:
    """The tag of the dictionary for the file: of its very language, else of its first part."""
    if file.english:
        return ""
    tags = {tag.lower(): tag for tag, _ in corpus.dictionaries}
    return tags.get(file.language) or tags.get(file.language.partition("-")[0], "")


def corrections(files: Sequence[File], corpus: Corpus, words: Dictionary) -> dict[str, str]:
    """The wrong words of the files, and what each should be."""
    counts = sum((file.words for file in files), Counter[str]())
    often = Counter[str]()
    for word, count in counts.items():
        often[word.lower()] += count
    asked = [word for word in counts if _is_asked(word, often, corpus)]
    unknown = {word for word in asked if not words.accepts(word)}
    strange = _of_strange_files(files, set(asked), unknown)
    doubted = sorted(unknown - strange, key=lambda word: (-len(word), word))
    usual = words.pieces.union(*map(hunspell.pieces, counts))
    exists = partial(_exists, words, usual)
    found = ((word, _correction(word, words, counts, exists)) for word in doubted[:_MOST])
    return {word: right for word, right in found if right}


def _is_asked(word: str, often: Counter[str], corpus: Corpus) -> bool:
    """Whether it is written as a word, is rare and long, and nobody knows it."""
    return (
        len(word) >= _SHORTEST
        and (word.islower() or word.istitle())
        and word.isalpha()
        and often[word.lower()] <= _RARE
        and not corpus.knows(word)
        and not lexicon.knows(word.lower())
    )


def _of_strange_files(files: Iterable[File], asked: set[str], unknown: set[str]) -> set[str]:
    """The unknown words of files in which so many are that the language is another."""
    return {
        word
        for file in files
        if len(unknown & file.words.keys()) > max(4, _STRANGE * len(asked & file.words.keys()))
        for word in unknown & file.words.keys()
    }


def _correction(
    word: str, words: Dictionary, counts: Counter[str], exists: Callable[[str], bool]
) -> str:
    """The one right word that is a slip away; empty when there are none, or several."""
    right = tuple(hunspell.near(word, words.letters, exists))
    used = tuple(each for each in right if counts[each])
    return right[0] if len(right) == 1 else used[0] if len(used) == 1 else ""


def _exists(words: Dictionary, usual: frozenset[str], word: str) -> bool:
    """Whether the dictionary has it, as it is or at the beginning of a sentence.

    Most of what is asked holds letters that never follow each other: that is told at once.
    """
    if not usual.issuperset(hunspell.pieces(word)):
        return False
    return words.has_single(word) or (word.istitle() and words.has_single(word.lower()))
