"""Words of notes in the form in which two statements can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)*|[^\W\d_](?:[^\W_]|['’](?=[^\W\d_]))*|[-=]*>|[<→≤≥]", re.UNICODE
)
_SMALL = frozenset(
    """
    a also an and any are as at basically be been being by can could did do does each eg etc every
    for from has have having i ie if in into is it its just like may might my of on or our per s
    simply so some such t than that the their them then there these they this those to very via was
    we were when which will with would you your
    able allow allowed allows enable enables give gives help helps let lets provide provided
    provides support supported supports use used uses using utilize utilizes want wants
    aber als am an auch auf aus bei das dass dem den der des die durch ein eine einem einen einer
    es für hat haben im ist kann man mit oder sich sie sind um und vom von war was wenn wer werden
    wie wir wird zu zum zur über
    """.split()
)
NEGATIONS = frozenset(
    """
    aren't can't cannot couldn't doesn't don't except fail fails instead isn't lack lacks neither
    never no non none nor not only unless wasn't won't without
    kein keine keinen keiner nicht nie niemals nur ohne
    """.split()
)
_COUNTS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_ENDING = re.compile(r"(?<=\w{4})(?:abl|ibl|at|e|i)$")
_KEPT = 1 << 16


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words: its ``tokens`` as written and the ``stems`` that carry what it says.

    Both are in order; ``content`` are the stems as a set.
    """

    tokens: tuple[str, ...]
    stems: tuple[str, ...]
    content: frozenset[str]


def words_of(text: str) -> Words:
    """The words of a plain text."""
    found = tokens(text)
    stems = content(found)
    return Words(tuple(found), tuple(stems), frozenset(stems))


def tokens(text: str) -> list[str]:
    """The words, numbers and signs of a plain text, in order, as written."""
    return _TOKEN.findall(text)


def content(words: Iterable[str]) -> list[str]:
    """The stems of the words that carry what a sentence says, in order."""
    return [
        stem(word)
        for word in map(str.lower, words)
        if word not in _SMALL and word[0].isalnum() and (len(word) > 1 or word.isdigit())
    ]


def is_number(word: str) -> bool:
    """Whether a token or stem is a number."""
    return word[0].isdigit()


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """What forms of a word (in small letters) share: ``scales`` and ``scalable``, 4 and four."""
    if is_number(word):
        return word.replace(",", "")
    if word in _COUNTS:
        return _COUNTS[word]
    return _ENDING.sub("", str(_stemmer().stemWord(word.replace("’", "'"))))


@cache
def _stemmer() -> Any:  # it has no types of its own
    import snowballstemmer  # type: ignore[import-untyped]

    return snowballstemmer.stemmer("english")
