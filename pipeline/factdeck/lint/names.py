"""How names are written in the notes, learned from the notes themselves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus, File
from factdeck.model import Edit, Finding, Fix, Span

_SHORTEST = 4  # of three letters, another unit or acronym: Gib and GiB, IOS and iOS
_MIXED = re.compile(r"[^\W\d_]*[a-z][A-Z][^\W\d_]*")
_IDENTIFIER = re.compile(r"[a-z]+[A-Z][a-z]\w*")  # configMap, but not macOS
_MORE = 2
_PLAIN_OFTEN = 8  # Redshift beside RedShift: capitals inside are seldom put there by accident
_LOWER_OFTEN = 3


Names = Callable[[File], Iterable[tuple[str, Span]]]
"""The names of a file as they are written, and where each stands."""


def misnamed(
    rule: Rule[Corpus],
    corpus: Corpus,
    names: Names,
    right_of: Callable[[Mapping[str, int]], Mapping[str, str]],
) -> Iterator[Finding]:
    """A finding for each name in English that has a better form, with an unsafe fix.

    ``right_of`` makes of all names with their counts those that are wrong, and the right ones.
    """
    found = [each for file in corpus.english for each in names(file)]
    counts = Counter(name for name, _ in found)
    right = right_of(counts)
    for name, span in found:
        if name in right:
            best = right[name]
            message = f'"{name}" should be "{best}", as {counts[best]} times in the notes'
            fix = Fix(False, f'Write "{best}"', (Edit(span, best),))
            yield rule.finding(span, message, name, best, fix=fix)


def right_capitals(words: Mapping[str, int]) -> dict[str, str]:
    """Each word of ``words`` (with counts) that is a name in the wrong capitals, and the right one.

    A name is a word that the notes also write with capitals inside. The spelling that stands
    there clearly more often is the right one; without one, all are left alone.
    """
    right = {}
    for spellings in _groups(words):
        best = _best(spellings, words)
        if best:
            right.update({each: best for each in spellings if _is_wrong(each, best, words)})
    return right


def _groups(words: Mapping[str, int]) -> Iterator[list[str]]:
    """The spellings of each name that has several."""
    groups = defaultdict(list)
    for word in words:
        if len(word) >= _SHORTEST:
            groups[word.lower()].append(word)
    for spellings in groups.values():
        if len(spellings) > 1 and any(map(_MIXED.fullmatch, spellings)):
            yield spellings


def _best(spellings: list[str], words: Mapping[str, int]) -> str:
    """The most frequent spelling of a name; "" when it is an ordinary word or an identifier."""
    first, second = sorted(spellings, key=lambda each: (-words[each], each))[:2]
    if words[first] == words[second] or not (_MIXED.fullmatch(first) or first.istitle()):
        return ""
    return "" if _IDENTIFIER.fullmatch(first) else first


def _is_wrong(word: str, best: str, words: Mapping[str, int]) -> bool:
    if word == best or _IDENTIFIER.fullmatch(word):
        return False
    often, more = 0, _MORE
    if best.istitle():
        if not _MIXED.fullmatch(word):
            return False  # an ordinary word, beside its beginning of a sentence
        often = more = _PLAIN_OFTEN
    elif word.islower():
        often = more = _LOWER_OFTEN
    return words[best] >= max(often, more * words[word])
