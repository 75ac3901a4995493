"""Under which names a thing goes, as titles and subjects give them.

"Queue Service (QS)", "QS" and "What is a Queue Service?" name one thing, and so do "Tool" and
"Maker Tool" where the notes put one maker before many names. "Pricing" and "Advantages" are
labels: whose, the title above says. So is any single word that the notes do not write as a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from factdeck.claims.words import normalised
from factdeck.corpus.duplicates.words import content
from factdeck.facts.acronyms import expansions
from factdeck.facts.text import name
from factdeck.model import Fact

Name = tuple[str, ...]
"""The words of a name: lower case, singular, no articles."""

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")
_PART = re.compile(r"\s+[-–—|>›]+\s+|:\s+")
_ABOUT = frozenset(
    """
    about and basics chapter detail details do does for how in introduction intro is kind lesson
    module notes of on overview part section service summary the to topic what why with
    """.split()
)
_ASPECTS = frozenset(
    """
    access advantage agenda answer application architecture authentication availability background
    basic behavior behaviour benefit best can case command common component concept configuration
    con consideration cost date day default definition description detail detailed difference
    disadvantage domain encryption exam example explanation feature first function general goal
    history important improvement information installation key last lecture level limit limitation
    line list main management method mode monitoring name network next note number object objective
    operation option other our output page performance policy port practice pricing pro problem
    process property protocol purpose question quick reason reference related reliability
    requirement resource responsibility result role rule scalability scaling second security
    setting setup standard state step storage structure summary syntax takeaway task term third
    tip type updated usage use user value verification version week work your
    allgemein anwendung aufgabe begriff beispiel definition eigenschaft erklärung frage funktion
    hinweis nachteil regel vorteil ziel übersicht
    """.split()
)
"""What things have, whatever their capitals: alone such a word names none."""
_TELLING = 2
_MANY = 3
_KEPT = 1 << 16


@dataclass(frozen=True, slots=True)
class Level:
    """The ``names`` that a title gives a thing, and those ``within`` which it says it is."""

    names: frozenset[Name]
    within: frozenset[Name] = frozenset()


@dataclass(frozen=True, slots=True)
class Subjects:
    """What all titles together tell: the ``makers`` put before names, and which are ``labels``."""

    makers: frozenset[str]
    labels: frozenset[Name]

    def levels(self, titles: tuple[str, ...]) -> tuple[Level, ...]:
        """What titles above a fact name, the nearest first."""
        return tuple(self._without_makers(each) for each in _levels(titles))

    def _without_makers(self, level: Level) -> Level:
        shorter = {each[1:] for each in level.names if len(each) > 1 and each[0] in self.makers}
        return Level(level.names | shorter, level.within) if shorter else level


def subjects(facts: Iterable[Fact], proper: Callable[[str], bool]) -> Subjects:
    """What the titles above these facts tell; ``proper``: whether a word is written as a name."""
    sections: set[tuple[Name, str, tuple[str, ...]]] = set()
    names: set[Name] = set()
    for fact in facts:
        levels = _levels(titles_of(fact))
        for each in levels[0].names if levels else ():
            sections.add((each, fact.span.path, fact.headings))
        names.update(each for level in levels for each in level.names)
    labels = frozenset(each for each in names if _is_label(each, proper))
    told = Counter(each for each, *_ in sections)
    return Subjects(_makers(names, told, proper), labels)


def _is_label(words: Name, proper: Callable[[str], bool]) -> bool:
    """Whether words name an aspect of things, not a thing: neither a name, nor two words."""
    telling = [word for word in words if word not in _ASPECTS and content([word])]
    written = [word for word in telling if word.isalpha() or proper(word)]
    return len(written) < _TELLING and not any(map(proper, written))


def _makers(
    names: set[Name], told: Mapping[Name, int], proper: Callable[[str], bool]
) -> frozenset[str]:
    """The first words of many names that are names without it too; few sections tell of it."""
    alone: dict[str, set[Name]] = defaultdict(set)
    for each in names:
        if proper(each[0]) and each[1:] in names and any(map(proper, each[1:])):
            alone[each[0]].add(each[1:])
    return frozenset(
        word for word, known in alone.items() if len(known) >= max(_MANY, told.get((word,), 0))
    )


def titles_of(fact: Fact) -> tuple[str, ...]:
    """What stands above a fact, the nearest first: subject, headings, name of the file."""
    file_name = fact.span.path.rpartition("/")[2].rpartition(".")[0]
    return (fact.subject, *reversed(fact.headings), file_name)


@lru_cache(maxsize=_KEPT)
def _levels(titles: tuple[str, ...]) -> tuple[Level, ...]:
    """The levels of titles; one that repeats the last counts once."""
    found: list[Level] = []
    for title in titles:
        level = title_names(title)
        if level.names and not (found and level.names & found[-1].names):
            found.append(level)
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def title_names(title: str) -> Level:
    """The names that a title gives a thing; in "Part - Thing" it is the last that is named.

    What stands in brackets is another name when one spells the other.
    """
    *outer, last = _PART.split(name(title))
    names = {_words(_BRACKETS.sub("", last))}
    if any(expansions(last)):
        names.update(map(_words, _BRACKETS.findall(last)))
    return Level(
        frozenset(each for each in names if each), frozenset(_words(each) for each in outer)
    )


def _words(title: str) -> Name:
    """The words of a name, without those that only say that something is told about it."""
    words = tuple(word for written in title.split() for word in _word(written))
    return tuple(word for word in words if word not in _ABOUT) or words


@lru_cache(maxsize=_KEPT)
def _word(written: str) -> tuple[str, ...]:
    """A word of a title; letters that stand for words (OS, TLS) have no singular."""
    return (written.lower(),) if written.isupper() else normalised(written)
