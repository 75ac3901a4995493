"""Facts → claims: what of a fact a machine can compare with another.

An extractor is a module of ``claims/extractors`` that ends in ``EXTRACTOR = Extractor(...)``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from factdeck.model import Claim, Fact, Sentence

_COMPARABLE = frozenset({Sentence.STATEMENT, Sentence.QUOTATION})


@dataclass(frozen=True, slots=True)
class Extractor:
    """A template of claims: ``extract`` yields those that one fact makes."""

    name: str
    extract: Callable[[Fact], Iterable[Claim]]


def claims(facts: Iterable[Fact]) -> Iterator[Claim]:
    """The claims of facts, in order; questions, quizzes, examples and code make none."""
    for fact in facts:
        if fact.place.sentence in _COMPARABLE:
            for extractor in all_extractors():
                yield from extractor.extract(fact)


@cache
def all_extractors() -> tuple[Extractor, ...]:
    """Every extractor, sorted by name."""
    package = importlib.import_module("factdeck.claims.extractors")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(importlib.import_module(f"{package.__name__}.{name}").EXTRACTOR for name in names)
