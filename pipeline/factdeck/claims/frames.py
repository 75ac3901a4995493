"""What stands around a claim: the clauses of its sentence, and what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from factdeck.claims import bounds
from factdeck.claims.claim import Bound, Claim, ClaimValue, Modality
from factdeck.claims.words import content, normalised
from factdeck.facts.text import lead, name, plain
from factdeck.model import Fact, FactKind

_BREAK = re.compile(
    r"[;:()\[\]?!]|\.(?=\s|$)|,(?=\s)|\s[-–—=]\s|\s(?:->|=>|→)\s|"
    r"\b(?:but|while|whereas|and|or|aber|und|oder)\b",
    re.I,
)
_STEM = re.compile(r"^[\d\W_]+|\.\w+$")
_EXAMPLE = re.compile(
    r"\b(?:e\.g\.?|eg\.?|for example|for instance|example|let's say|suppose|imagine|such as|"
    r"z\.\s?b\.|zum beispiel|beispiel)",
    re.I,
)
_SUPPOSED = re.compile(
    r"\b(?:e\.g\.?|examples?|scenarios?|demo|labs?|hands-on|exercises?|walk-?through|results?|scores?|attempt|quiz|"
    r"practice|questions?|use cases?|case study|beispiele?|übung(?:en)?)\b",
    re.I,
)
_LEAD_WORDS = 8


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a text that says one thing: where it begins and ends."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A fact as a claim sees it.

    ``text`` is plain; ``lead`` its lead term; ``scope`` what stands above, nearest first,
    ``headings`` the part of it that is headings and the file.
    """

    fact: Fact
    text: str
    lead: str
    scope: tuple[str, ...]
    headings: frozenset[str]

    def claim(
        self,
        extractor: str,
        value: ClaimValue,
        *,
        attribute: Iterable[str],
        of: str,
        words: Iterable[str] = (),
        subject: str = "",
        concept: str = "",
        bound: Bound = Bound.EXACT,
        per: str = "",
        conditions: tuple[str, ...] = (),
        polarity: bool = True,
        modality: Modality = Modality.IS,
        confidence: float = 1.0,
    ) -> Claim:
        """A claim of this frame's fact."""
        name_ = subject or self.fact.subject
        return Claim(
            subject=normalised(name_),
            attribute=tuple(dict.fromkeys(attribute)),
            value=value,
            fact=self.fact,
            extractor=extractor,
            name=name_,
            of=of,
            concept=concept,
            scope=self.scope,
            words=tuple(dict.fromkeys(words)),
            bound=bound,
            per=per,
            conditions=conditions,
            polarity=polarity,
            modality=modality,
            confidence=confidence,
        )


def frame(fact: Fact) -> Frame:
    """The frame of a fact."""
    text = plain(fact.text)
    split = lead(text)
    term = split[0] if split and len(split[0].split()) <= _LEAD_WORDS else ""
    place = fact.place
    above = (
        place.row,
        place.column,
        place.parent,
        *reversed(fact.headings),
        file_words(fact.span.path),
    )
    kept = dict.fromkeys(part for part in map(name, (term, *above)) if part)
    headings = frozenset(map(name, (*fact.headings, file_words(fact.span.path))))
    return Frame(fact, text, term, tuple(kept), headings)


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a text, in order."""
    start = 0
    for match in _BREAK.finditer(text):
        if text[start : match.start()].strip():
            yield Clause(start, match.start())
        start = match.end()
    if text[start:].strip():
        yield Clause(start, len(text))


def is_example(text: str) -> bool:
    """Whether a sentence only gives an example."""
    return bool(_EXAMPLE.search(text))


def is_supposed(frame: Frame) -> bool:
    """Whether what stands above says that this is an example, an exercise or a result."""
    return any(map(_SUPPOSED.search, frame.scope))


def scope_bound(scope: Iterable[str]) -> Bound:
    """The bound that the nearest of the heads above gives ("Limits", "Max IOPS")."""
    for part in scope:
        found = bounds.bound(part)
        if found in (Bound.AT_MOST, Bound.AT_LEAST, Bound.DEFAULT, Bound.SOFT, Bound.HARD):
            return found
    return Bound.EXACT


def words_of(parts: Iterable[str]) -> Iterator[str]:
    """The words that mean something in several texts."""
    for part in parts:
        yield from content(part)


@lru_cache(maxsize=1 << 10)
def file_words(path: str) -> str:
    """The name of a file as words."""
    folder, _, stem = path.rpartition("/")
    bare = _words(_STEM.sub("", stem))
    if bare.lower() in ("readme", "index", "notes", "note", "") and folder:
        bare = _words(folder.rpartition("/")[2])
    return bare


def _words(name_: str) -> str:
    """The words of a file name without its numbers; "ec2" is a word."""
    return " ".join(word for word in re.split(r"[_\s-]+", name_) if not word.isdigit()).strip()


def readable(fact: Fact) -> bool:
    """Whether clauses of the fact's text are worth reading: it is prose or a cell."""
    return fact.kind not in (
        FactKind.ENUMERATION,
        FactKind.QUESTION,
        FactKind.CLOZE,
        FactKind.COUNT,
    )
