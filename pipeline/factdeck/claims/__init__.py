"""Facts → claims: what of a fact a machine can compare with another.

An extractor is a module of ``claims/extractors`` that ends in ``EXTRACTOR = Extractor(...)``.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factdeck.claims.claim import Claim
from factdeck.claims.frames import Frame, frame
from factdeck.facts.acronyms import expansions
from factdeck.facts.headings import thing
from factdeck.facts.text import plain
from factdeck.model import Fact, FactKind, Sentence, Span

_ITEM = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+")
_COMPARABLE = frozenset({Sentence.STATEMENT, Sentence.QUOTATION})


@dataclass(frozen=True, slots=True)
class Extractor:
    """A template of claims: ``extract`` yields those that one fact makes, seen in its frame."""

    name: str
    extract: Callable[[Frame], Iterable[Claim]]


def claims(facts: Iterable[Fact], lines: Sequence[str] = ()) -> Iterator[Claim]:
    """The claims of facts, in order; questions, quizzes, examples and code make none.

    ``lines`` are those of the source: an answer of several is read line by line.
    """
    extractors = all_extractors()
    for fact in facts:
        if fact.place.sentence in _COMPARABLE:
            for part in (fact, *_answer_lines(fact, lines), *_written_out(fact, lines)):
                seen = frame(part)
                for extractor in extractors:
                    yield from extractor.extract(seen)


def _answer_lines(fact: Fact, lines: Sequence[str]) -> Iterator[Fact]:
    """The lines of the answer to a question, each as a statement of its own."""
    if fact.kind is not FactKind.QUESTION or not isinstance(fact.object, str):
        return
    said = {_ITEM.sub("", line).strip() for line in fact.object.split("\n")}
    subject = thing(fact.predicate) or fact.subject
    for number in range(fact.span.line, min(fact.span.end_line, len(lines)) + 1):
        text = _ITEM.sub("", lines[number - 1]).strip()
        if text in said and text and text != fact.predicate:
            yield replace(
                fact,
                kind=FactKind.STATEMENT,
                subject=subject,
                object=text,
                text=text,
                span=replace(
                    fact.span,
                    line=number,
                    end_line=number,
                    column=1,
                    end_column=1 + len(lines[number - 1]),
                ),
                place=replace(fact.place, list=f"A{fact.span.line}"),
            )


def _written_out(fact: Fact, lines: Sequence[str]) -> Iterator[Fact]:
    """The acronyms that the members of a list write out, each as a definition of its own."""
    if fact.kind is not FactKind.ENUMERATION:
        return
    for number in range(fact.span.line + 1, min(fact.span.end_line, len(lines)) + 1):
        line = lines[number - 1]
        for found in expansions(plain(line)) if "(" in line else ():
            yield replace(
                fact,
                kind=FactKind.DEFINITION,
                subject=found.acronym,
                predicate="stands for",
                object=found.words,
                text=line,
                span=Span(fact.span.path, number),
            )


@cache
def all_extractors() -> tuple[Extractor, ...]:
    """Every extractor, sorted by name."""
    package = importlib.import_module("factdeck.claims.extractors")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(importlib.import_module(f"{package.__name__}.{name}").EXTRACTOR for name in names)
