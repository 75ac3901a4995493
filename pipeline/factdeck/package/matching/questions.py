"""What a note asks and answers, as words that can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from factdeck.claims.numbers import WORDS, number
from factdeck.claims.words import singular

CUT = "…"
"""Ends what was too long to be remembered whole."""

_SEPARATOR = " › "
_CELL = " × "
_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*[+#]*|[^\w\s.,:;?!()\[\]\"'“”‘’/\-–—]")
_OF_ACRONYM = re.compile(r"\A([A-Z0-9]{2,})s\Z")
_OUTLINE = re.compile(r"\A\d{1,2}(?:\.\d{1,2})+\.?\s+")
_COUNT = re.compile(r"\s*\(\d+\)")
_PART = re.compile(r"\(\w+ \d+ \w+ \d+\)")
_ASIDE = re.compile(r"\(([^()]*)\)")
_COUNTED = re.compile(r"(?:part )?\d+")
_NUMBER = re.compile(rf"\d{{1,3}}|{WORDS}")
_SMALL = frozenset(
    """
    a an and are as at be been by can could do does each etc for from had has have how i if in into
    is it its me my of on or our so some such than that the their them then there these they this
    those to was we were what when where which who whose why will with would you your
    als am an auch auf aus bei das dem den der des die dies diese du ein eine einem einen einer er
    es für hat im in ist man mit nach oder sich sie sind so und von war was wer wie wo zu zum zur
    """.split()
)

Group = tuple[str, ...]
"""A path, the headings below it, and the thing that is asked about."""

Words = Mapping[str, int]
"""Words that mean something, each with how often it stands there."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what is answered, and where.

    ``counted``: its key says no more than which one of the group it is. ``words`` are all those
    of the question, in order; the deletions of a cloze are its answers, and how many there are
    follows from them: "three kinds" and a list of three ask the same as "two" and a list of two.
    ``context`` are the
    words of the headings, ``aside`` those in brackets.
    """

    group: Group
    counted: bool
    words: tuple[str, ...]
    asked: Words
    answered: Words
    context: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    cloze: bool = False

    @property
    def rest(self) -> Words:
        """What is asked, without the thing that it is asked of."""
        subject = _content(_words(self.group[-1]))
        return {word: count for word, count in self.asked.items() if word not in subject}

    def under(self, group: Group) -> Question:
        """The same question when its group is called something else."""
        return replace(self, group=group, asked={**_content(_words(group[-1])), **self.rest})


def question(key: str, text: str, answer: str, deletions: Iterable[str]) -> Question:
    """The question of a note with the ``key`` and the summaries of its sides."""
    group, counted = group_of(key)
    members = tuple(deletions)
    deleted = Counter(word for each in members for word in _words(each))
    text = _PART.sub(" ", _bare(text))
    words = _left(_words(text), deleted)
    if len(members) > 1:
        words = tuple(word for word in words if not _is_number(word, len(members)))
    return Question(
        group,
        counted,
        words,
        _content(words),
        _content((deleted + Counter(_words(answer))).elements()),
        _context(group[1:]),
        frozenset(word for aside in _ASIDE.findall(text) for word in _words(aside)),
        bool(deleted),
    )


def group_of(key: str) -> tuple[Group, bool]:
    """The group that a key belongs to, and whether the key only counts within it."""
    path, *above = key.split(_SEPARATOR)
    counted = bool(above) and bool(_COUNTED.fullmatch(above[-1]))
    while above and (_CELL in above[-1] or _COUNTED.fullmatch(above[-1])):
        above.pop()
    group = above if counted else above[:-1]
    return (path, *map(_bare, group)), counted


def _bare(text: str) -> str:
    """Without its outline number, and how many there are of it: "2.1 Questions (12)"."""
    return _COUNT.sub("", _OUTLINE.sub("", text))


@lru_cache(maxsize=1 << 12)
def _context(headings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_content(word for part in headings for word in _words(part)))


def words_of(text: str) -> Words:
    """All words of a text."""
    return Counter(_words(text))


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[str, ...]:
    return tuple(map(_word, _WORD.findall(text.removesuffix(CUT))))


def _word(word: str) -> str:
    """In small letters and the singular: "VMs" and "VM's" are "vm", but HTTPS is no plural."""
    if word.isupper():
        return word.casefold()
    word = _OF_ACRONYM.sub(r"\1", word.replace("’", "'").removesuffix("'s"))
    return singular(word.casefold())


def _left(words: Iterable[str], deleted: Counter[str]) -> tuple[str, ...]:
    """``words`` without those that are ``deleted``."""
    spare = Counter(deleted)
    left = []
    for word in words:
        if spare[word]:
            spare[word] -= 1
        else:
            left.append(word)
    return tuple(left)


def _is_number(word: str, wanted: int) -> bool:
    found = number(word) if _NUMBER.fullmatch(word) else None
    return found is not None and found.value == wanted


def _content(words: Iterable[str]) -> Words:
    return Counter(word for word in words if word not in _SMALL)
