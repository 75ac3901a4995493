"""Stated counts: "4 kinds of load balancers", "three options", "6 Pillars"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one ein eine|two zwei|three drei|four vier|five fünf|six sechs|seven sieben|"
            "eight acht|nine neun|ten zehn|eleven elf|twelve zwölf"
        ).split("|"),
        1,
    )
    for word in words.split()
}
_KINDS = (
    r"kinds|types|sorts|forms|classes|categories|ways|modes|levels|tiers|layers|pillars|"
    r"phases|steps|stages|parts|components|methods|options|varieties|models|strategies|"
    r"arten|typen|formen|klassen|kategorien|stufen|schritte|phasen|ebenen|schichten"
)
_NUMBER = (
    rf"(?<![\w.,-])(?<!one of )(?<!any of )(?<!eine von )(?<!up to )(?<!at least )(?<!at most )"
    rf"(?<!than )(?<!these )(?<!last )(?<!first )(?<!other )(?<!of the )"
    rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})"
)
_MODIFIER = r"(?!(?:for|of|in|on|to|with|and|or|from|by|the|per|more|von|für|und)\b)[^\W\d][\w-]*"
_OF = re.compile(
    rf"{_NUMBER}\s+(?P<words>(?:{_MODIFIER}\s+){{0,2}}?)(?P<noun>{_KINDS}|type|kind|sort)\s+"
    r"(?:of|von|for)\s+(?:an?\s+|the\s+|all\s+)?"
    r"(?P<what>[^\W\d_][\w&/'’-]*(?:\s+[\w&/'’-]+){0,3}?)"
    r"(?=\s*(?:[:.,;()–—]|\s-\s|$|\b(?:are|is|in|on|that|which|offered|available|provided|"
    r"supported|you|we|with|within|at|when|to|used|sind|die)\b))",
    re.I,
)
_BARE = re.compile(
    rf"{_NUMBER}\s+(?P<words>(?:{_MODIFIER}\s+){{0,2}}?)(?P<noun>{_KINDS})\b(?!\s+(?:of|von)\b)",
    re.I,
)
_OWNER = re.compile(
    r"^(?:an?\s|the\s|all\s)?(?P<what>[^\W_][\w&/'’-]*(?:\s[\w&/'’()-]+){0,3}?)\s"
    r"(?:comes? in|has|have|consists? of|"
    r"(?:is|are|can be) (?:divided|split|classified|categori[sz]ed|grouped) in(?:to)?)\s$",
    re.I,
)
"""Who has as many, when the sentence begins with it: "Volumes come in 6 types"."""
_PRONOUNS = frozenset(
    "it they we you this that these those there which who each he she es sie wir".split()
)
_THERE_ARE = re.compile(
    rf"(?:there are|here are|these are|es gibt)\s+(?:the\s+)?(?P<words>(?:{_MODIFIER}\s+){{0,3}}?)"
    rf"(?P<noun>{_KINDS})(?:\s+(?:of|von|for)\s+(?:an?\s+|the\s+)?"
    r"(?P<what>[^\W\d_][\w&/'’-]*(?:\s+[\w&/'’-]+){0,3}?))?"
    r"(?:\s+(?:available|supported|offered|possible|as follows|verfügbar))?",
    re.I,
)
_ONE_OF = re.compile(
    rf"\b(?:one|any) of (?:the )?(?=(?:\d{{1,2}}|{'|'.join(NUMBERS)})\s[^:]+:?\W*$)", re.I
)
_SOME = frozenset(
    "some many few other more additional further countless viele einige weitere".split()
)

_EMPTY = frozenset(
    """
    main major different basic common primary distinct separate general other of the key
    core following several various multiple verschiedene mehrere folgende
    """.split()
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things.

    ``noun`` is what is counted ("storage classes"), ``what`` of what, "" when that is not said.
    """

    number: int
    noun: str
    what: str
    text: str


def count_in(text: str) -> Count | None:
    """The count that a line states, if it states exactly one; fractions and ordinals are none."""
    found = list(_OF.finditer(text))
    if len(found) == 1:
        match = found[0]
        return Count(_value(match["number"]), _noun(match), match["what"].strip(), match[0])
    bare = list(_BARE.finditer(text)) if not found else []
    if len(bare) != 1:
        return None
    match = bare[0]
    owner = _OWNER.search(text[: match.start()])
    what = owner["what"] if owner and owner["what"].lower() not in _PRONOUNS else ""
    return Count(_value(match["number"]), _noun(match), what, match[0])


def announced(text: str) -> Count | None:
    """The count of a line above a list: there "one of three types:" states how many there are."""
    return count_in(text) or count_in(_ONE_OF.sub("", text))


def kinds_in(label: str) -> tuple[str, str] | None:
    """Noun and what of it, when a label says that there are kinds: "There are several types of X".

    None when it says that these are only some of them.
    """
    match = _THERE_ARE.fullmatch(label)
    if not match or _SOME.intersection(match["words"].lower().split()):
        return None
    return _noun(match), (match["what"] or "").strip()


def counts_of(text: str) -> Iterator[Count]:
    """Every count of something named in a text: "4 kinds of load balancers"."""
    for match in _OF.finditer(text):
        yield Count(_value(match["number"]), _noun(match), match["what"].strip(), match[0])


def _noun(match: re.Match[str]) -> str:
    """The counted noun with its modifiers, without those that say nothing ("main")."""
    modifiers = [word for word in match["words"].split() if word.lower() not in _EMPTY]
    return " ".join([*modifiers, match["noun"].lower()])


def _value(number: str) -> int:
    return int(number) if number.isdigit() else NUMBERS[number.lower()]
