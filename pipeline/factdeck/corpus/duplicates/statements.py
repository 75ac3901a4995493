"""What facts say, in a form in which two can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from factdeck.claims.words import normalised
from factdeck.corpus.duplicates.subjects import Level
from factdeck.corpus.duplicates.words import Words, content, stem, tokens, words_of
from factdeck.facts.acronyms import expansions
from factdeck.facts.text import plain, words
from factdeck.model import Fact, FactKind, Sentence

_WORDS = 3
_MEMBERS = 3
_PUNCTUATION = str.maketrans(dict.fromkeys(".,;:!?\"'“”‘’()[]–—-", " "))
_NO_STATEMENT = re.compile(
    r"\(.*\)\.?"  # a gloss
    r"|.*:"  # what it announces is said below
    r"|[A-H][.)]\s.*"  # an answer to choose
    r"|[\w().@~:/-]*[#>$]\s.*"  # a prompt and a command
    r"|(?:suppose|imagine|assume|consider|let['’]?s|see|refer to)\b.*",
    re.I,
)
_INSIDE = re.compile(
    r"(?<=[^\W_] )[^\W\d_][^\W_]*"  # after a word
    r"|(?<![^\W_])[^\W\d_](?=[^\W_]*[A-ZÄÖÜ\d])[^\W_]+"  # with a capital or a digit inside
)
_QUIZ = re.compile(r"(?:question|frage|quiz)\s*\d+\b", re.I)
_SUMMARY = re.compile(
    r"\b(?:summar(?:y|ies)|takeaways?|recap|overview|review|conclusions?|in short|tl;?dr|tips?|"
    r"remember|key (?:\w+ )?(?:points|terms|facts|concepts)|cheat ?sheets?|"
    r"zusammenfassung|überblick|fazit)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as it is compared.

    ``text`` is without capitals and punctuation. ``levels`` are the titles above, the nearest
    first. ``opens``: it is the first that its source says of its subject.
    """

    fact: Fact
    text: str
    words: Words
    levels: tuple[Level, ...]
    opens: bool

    @property
    def optional(self) -> frozenset[str]:
        """The stems that say nothing new: what an acronym beside stands for, a list's label."""
        members = self.fact.object
        is_list = isinstance(members, tuple) and len(members) >= _MEMBERS
        label = plain(self.fact.predicate) if is_list else ""
        return _stems_spelled_out(plain(self.fact.text), label)


def statement(fact: Fact, text: str, levels: tuple[Level, ...], *, opens: bool) -> Statement:
    """What a fact of this plain text says under these titles."""
    without = " ".join(text.casefold().translate(_PUNCTUATION).split())
    return Statement(fact, without, words_of(text), levels, opens)


@lru_cache(maxsize=1 << 12)
def _stems_spelled_out(text: str, label: str) -> frozenset[str]:
    spelled = " ".join(each.words for each in expansions(text))
    return frozenset(content(tokens(f"{spelled} {label}")))


def is_comparable(fact: Fact, text: str) -> bool:
    """Whether a fact of this plain text says enough, and as a statement, to be said twice."""
    if fact.place.sentence is not Sentence.STATEMENT or fact.place.table or fact.place.number:
        return False  # cells have their frame; procedures share steps
    if fact.kind in (FactKind.QUESTION, FactKind.CLOZE) or fact.predicate == "stands for":
        return False  # each has a rule of its own
    if fact.kind is FactKind.DEFINITION and words(plain(str(fact.object))) < _WORDS:
        return False  # "Status: 400" does not say whose
    if words(text) < _WORDS or _NO_STATEMENT.fullmatch(text):
        return False
    if any(_QUIZ.match(above) for above in (*fact.headings[-1:], fact.place.parent)):
        return False
    return len(text) > 2 * len(fact.subject) or normalised(text) != normalised(fact.subject)


def in_summary(fact: Fact) -> bool:
    """Whether a fact stands where a source repeats what it said."""
    above = (fact.subject, *fact.headings[-1:], fact.place.parent, fact.predicate)
    return any(map(_SUMMARY.search, above))


def proper_words(texts: Iterable[str]) -> frozenset[str]:
    """The words (in small letters, and their stems) that are mostly written as names.

    That is with a capital after another word, where none is due, or with one inside the word.
    """
    capitals: Counter[str] = Counter()
    for text in texts:
        capitals.update(_INSIDE.findall(text))
    weight: Counter[str] = Counter()
    for word, count in capitals.items():
        weight[word.lower()] += -count if word.islower() else count
    found = {word for word, count in weight.items() if count > 0}
    return frozenset(found | {stem(word) for word in found})
