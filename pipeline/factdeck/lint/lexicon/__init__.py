"""Words that are spelled right: English by how common it is, names, and technical terms.

The words lie beside this module in ``words.marisa``, which is mapped into memory and not
read. ``lexicon/build.py`` makes it; the licences of what it is made of lie beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

WORDS = Path(__file__).with_name("words.marisa")
FORMAT = "<B"

COMMON = 35
"""Words up to this rank everybody knows; 10 is the lowest one."""
USUAL = 50
RARE = 70
NAME = 80
"""The rank of what is only a name or an abbreviation; the ranks of words are lower."""
TERM = 81
"""The rank of what stands only in lists of technical terms."""
PART = 82
"""The rank of what is only a part of such a term."""
UNKNOWN = 99

_PIECE = 3
_STEM = 4  # letters: what is left of a shorter word says nothing
# Endings that make a word of any word, with what they stand for.
_ENDINGS = (
    ("'s", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("able", ""),
    ("able", "e"),
    ("ability", "able"),
    ("ness", ""),
)
# The lists have the other endings of the words that they know well.
_ENDINGS_OF_RARE = (
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("or", ""),
    ("ly", ""),
    ("ally", ""),
)
# More endings that people make words with.
_NEW_ENDINGS = tuple(
    (ending + more, instead)
    for ending in ("al", "er", "or", "ian", "ic", "ism", "ist", "ish", "ity", "ize", "ise", "like")
    for more in ("", "s")
    for instead in ("", "e", "ic", "al")
)
_LATIN_ENDINGS = (("ae", "a"), ("i", "us"))
_BEGINNINGS = (
    "anti auto bio co counter cross cyber de down electro extra geo hydro hyper hypo infra inter "
    "intra macro mega meta micro mid mono multi nano neuro non over para peta photo poly post pre "
    "proto pseudo psycho quasi re self semi socio sub super tele tera thermo trans ultra "
    "un under up"
).split()
_BRITISH = re.compile(r"is(e|ed|er|ers|es|ing|ation|ations)$")
_DOUBLES = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")  # commit, committing; but tier, tiering


def rank(word: str) -> int:
    """How common the word (in lower case) is: 10 is the commonest, 70 rare."""
    found = _trie().get(word)
    return found[0][0] if found else UNKNOWN


def has(word: str) -> bool:
    """Whether the word (in lower case) is there."""
    return word in _trie()


def begins(prefix: str) -> bool:
    """Whether any word begins like this."""
    return next(_trie().iterkeys(prefix), None) is not None


@lru_cache(maxsize=1 << 16)
def knows(word: str) -> bool:
    """Whether the word (in lower case) is there, or is made of one that is by rule."""
    return has(word) or has(_BRITISH.sub(r"iz\1", word)) or _is_ended(word) or _is_begun(word)


def is_formed(word: str) -> bool:
    """Whether the word is a known one with an ending, although the lists leave that form out."""
    pairs = (*_ENDINGS, *_ENDINGS_OF_RARE)
    stems = (
        *(_stem(word, *pair) for pair in pairs),
        *(_stem(word, *pair, _STEM + 1) for pair in (*_NEW_ENDINGS, *_LATIN_ENDINGS)),
    )
    return any(stem and has(stem) for stem in stems)


def is_compound(word: str, most: int) -> bool:
    """Whether two words of no higher rank make up the word."""
    ways = range(_PIECE, len(word) - _PIECE + 1)
    return any(max(rank(word[:way]), rank(word[way:])) <= most for way in ways)


def _is_ended(word: str) -> bool:
    stems = ((_stem(word, *pair), pair[0]) for pair in _ENDINGS)
    if any(stem and has(stem) for stem, _ in stems):
        return True
    rare = ((_stem(word, *pair), pair[0]) for pair in _ENDINGS_OF_RARE)
    return any(stem and _takes(stem, ending) for stem, ending in rare)


def _stem(word: str, ending: str, instead: str, shortest: int = _STEM) -> str:
    if not word.endswith(ending) or len(word) - len(ending) < shortest:
        return ""
    return word.removesuffix(ending) + instead


def _takes(stem: str, ending: str) -> bool:
    """Whether the lists would not hold the stem with that ending although it is right."""
    known = rank(stem)
    if ending == "ly":
        return known < UNKNOWN and (known > COMMON or stem.endswith(("e", "c", "g", "t")))
    if ending == "ing" and not _DOUBLES.search(stem):
        return known < UNKNOWN
    return USUAL < known < UNKNOWN


def _is_begun(word: str) -> bool:
    rests = (
        (word.removeprefix(beginning), beginning)
        for beginning in _BEGINNINGS
        if word.startswith(beginning) and len(word) - len(beginning) >= _STEM
    )
    return any(rank(rest) <= (USUAL if len(begun) > 2 else COMMON) for rest, begun in rests)


class _Trie(Protocol):
    def __contains__(self, word: str) -> bool: ...

    def get(self, word: str) -> list[tuple[int]] | None: ...

    def iterkeys(self, prefix: str) -> Iterator[str]: ...


@cache
def _trie() -> _Trie:
    import marisa_trie  # type: ignore[import-not-found] # it has no types

    trie: _Trie = marisa_trie.RecordTrie(FORMAT).mmap(str(WORDS))
    return trie
