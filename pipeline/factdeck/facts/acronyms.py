"""Acronyms and the words they stand for.

An expansion is believed when its words spell the acronym: each letter in turn begins a
word (or a later part of one), small words may be passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factdeck.facts.text import without_asides

_ACRONYM = r"[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*(?:[-/&][A-Z0-9][A-Za-z0-9]*)?"
_WORDS = r"[A-Za-z][\w'’&/-]*(?:\s+(?:[A-Za-z&][\w'’&/-]*)){0,8}"
_STANDS = re.compile(
    rf"^(?P<acronym>{_ACRONYM})\s*(?:=|[–—-]|:|stands for|means|steht für)\s*"
    rf"[\"“”'(]*(?P<words>{_WORDS})",
    re.I,
)
_BEFORE = re.compile(
    rf"(?P<words>{_WORDS})\s*\((?:(?:the|aka|or)\s+)?(?:[A-Z]\w+\s)?(?P<acronym>{_ACRONYM}?)\)"
)
_AFTER = re.compile(rf"\b(?P<acronym>{_ACRONYM})\s*\((?P<words>{_WORDS})\)")
_SMALL = frozenset(
    """
    a an and as at by de der des die das en et for für from in of on or per the to und
    von with &
    """.split()
)
_OTHER_WORDS = 2
_PART = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])|[^\W_]")


@dataclass(frozen=True, slots=True)
class Expansion:
    """An acronym and the words given for it, as written; ``start`` is where in the text."""

    acronym: str
    words: str
    start: int = 0


def expansion(text: str) -> Expansion | None:
    """The acronym that a whole line explains ("AMI = Amazon Machine Image"), if it does."""
    if match := _STANDS.match(text):
        acronym = match["acronym"]
        if re.fullmatch(_ACRONYM, acronym) and (
            words := fitting(acronym, match["words"], from_start=True)
        ):
            return Expansion(acronym, words)
    for found in expansions(text):
        rest = without_asides(text).replace(found.words, "").replace(found.acronym, "")
        if len(rest.split()) <= _OTHER_WORDS:
            return found
    return None


def expansions(text: str) -> Iterator[Expansion]:
    """Every acronym that is written out beside itself: "Thing Of Note (TON)" or the reverse."""
    if "(" not in text:
        return
    for match in _BEFORE.finditer(text):
        if words := fitting(match["acronym"], match["words"]):
            yield Expansion(match["acronym"], words, match.start())
    for match in _AFTER.finditer(text):
        if words := fitting(match["acronym"], match["words"], from_start=True):
            yield Expansion(match["acronym"], words, match.start())


def fitting(acronym: str, phrase: str, *, from_start: bool = False) -> str:
    """The words at the end (or start) of a phrase that the acronym's letters begin, or ""."""
    words = phrase.split()
    letters = _letters(acronym)
    if len(letters) < 2 or not words:
        return ""
    return _fit(tuple(letters), words, from_start=from_start) or _fit(
        _syllables(acronym), words, from_start=from_start
    )


def _fit(letters: tuple[str, ...], words: list[str], *, from_start: bool) -> str:
    ends = range(len(words), 0, -1) if from_start else [len(words)]
    starts = [0] if from_start else range(len(words) - 1, -1, -1)
    for end in ends:
        for start in starts:
            chosen = words[start:end]
            if len(chosen) > len(letters) + 3 or (chosen[0].lower() in _SMALL and not from_start):
                continue
            if from_start and chosen[-1].lower() in _SMALL:
                continue
            if len(chosen) == 1 and chosen[0].lower().startswith("".join(letters)):
                continue  # "IPv6 (IP)"
            if spells(letters, chosen):
                return " ".join(chosen)
    return ""


def _letters(acronym: str) -> str:
    """The letters to be accounted for: "SDKs" → "sdk", "EC2" → "ecc", "S3" → "sss"."""
    letters = re.sub(r"[^a-z0-9]", "", acronym.removesuffix("s").lower())
    return re.sub(r"([a-z])([2-4])$", lambda match: match[1] * int(match[2]), letters)


def _syllables(acronym: str) -> tuple[str, ...]:
    """The parts of an acronym that is no row of initials: that of "DevOps" are "dev", "ops"."""
    parts = tuple(part.lower() for part in re.findall(r"[A-Z][a-z]*", acronym))
    return parts if sum(len(part) > 2 for part in parts) and len(parts) > 1 else ()


def spells(letters: Sequence[str], words: list[str]) -> bool:
    """Whether the letters begin the words in turn, each word but small ones taken."""
    if not words:
        return not letters
    if not letters:
        return all(word.lower() in _SMALL for word in words)
    word, rest = words[0], words[1:]
    if word.lower() in _SMALL and spells(letters, rest):
        return True
    parts = [part.lower() for part in _PART.findall(word)]
    return any(
        spells(letters[count:], rest)
        for count in range(len(parts), 0, -1)
        if _begins(letters, parts, count)
    )


def _begins(letters: Sequence[str], parts: list[str], count: int) -> bool:
    return count <= len(letters) and all(
        part.startswith(letter) for part, letter in zip(parts, letters[:count], strict=False)
    )
