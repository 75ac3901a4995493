"""Whether words give an answer away."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’.+/-][^\W_]+)*[+#]*")
_ENDING = re.compile(
    r"(?<=\w{4})(?:at(?:e[sd]?|ing|ions?|ors?)|abilit(?:y|ies)|ions?|ings?|ments?|ers?|ors?|ables?|ally|als?|ed|es|ly|s|e)$"
)
_SMALL_WORDS = """
    a an the of for to in on at by with and or as is are was were be it its this that from into
    using
    der die das ein eine eines einer einem einen und oder von für zu zum zur in im an am auf mit
    als ist sind
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def words(text: str) -> list[str]:
    """The words of a plain text, in lower case."""
    return _WORD.findall(text.lower())


def stems(text: str) -> frozenset[str]:
    """The words that matter without their endings: "encrypts" and "encryption" are one."""
    return frozenset(_ENDING.sub("", word) for word in words(text) if word not in _SMALL)


def gives_away(shown: str, answer: str) -> bool:
    """Whether every word of the answer that matters stands in what is shown, in that order."""
    wanted = _that_matter(answer)
    there = iter(_that_matter(shown))
    return bool(wanted) and all(word in there for word in wanted)


def _that_matter(text: str) -> list[str]:
    return [_stem(word) for word in words(text) if word not in _SMALL]


def _stem(word: str) -> str:
    """A word without its plural; ``S3`` and ``DNS`` are short enough to stay."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
