"""What a claim is: an attribute of a subject has a value, with all that qualifies it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from factdeck.model import Fact, Span


class Bound(StrEnum):
    """In what way a value holds."""

    EXACT = "exact"
    AT_MOST = "at most"
    AT_LEAST = "at least"
    ABOUT = "about"
    DEFAULT = "default"
    SOFT = "soft"
    HARD = "hard"
    FORMERLY = "formerly"


class Modality(StrEnum):
    """Whether something is so, must be, may be, or is advised."""

    IS = "is"
    MUST = "must"
    MAY = "may"
    RECOMMENDED = "recommended"


class Measure(Struct, frozen=True, tag=True):
    """A number or a range in the base unit of its ``dimension`` ("bytes", "seconds", "count").

    ``low`` and ``high`` are equal for a single number, None where a range is open.
    ``precision`` is relative, from the digits written. ``unit`` and ``text`` are as written.
    """

    low: float | None
    high: float | None
    dimension: str
    unit: str
    text: str
    precision: float = 0.0


class Members(Struct, frozen=True, tag=True):
    """The members of a set, or of a chain when their order counts, as plain text."""

    names: tuple[str, ...]
    ordered: bool = False

    @property
    def text(self) -> str:
        """The members in words."""
        return (" → " if self.ordered else ", ").join(self.names)


class Symbol(Struct, frozen=True, tag=True):
    """One of a few words that exclude each other, or the words an acronym stands for.

    ``name`` is normalised, ``text`` as written.
    """

    name: str
    text: str


ClaimValue = Measure | Members | Symbol


@dataclass(frozen=True, slots=True)
class Claim:
    """What of a fact a machine can compare: ``attribute`` of ``subject`` is ``value``.

    ``subject`` and ``attribute`` are normalised words; ``name`` and ``of`` are both as they
    are shown. ``concept`` is what the attribute is about whatever its words ("retention"),
    or empty. ``scope`` is what stands above the words of the claim, nearest first: lead term, row
    and column head, list parent, headings, file. ``words`` are those of its own clause.
    ``per`` is what the value is counted for (region, instance). ``conditions`` are the words
    that narrow it. ``confidence`` runs from 0 to 1. ``extractor`` names the template.
    """

    subject: tuple[str, ...]
    attribute: tuple[str, ...]
    value: ClaimValue
    fact: Fact
    extractor: str
    name: str = ""
    of: str = ""
    concept: str = ""
    scope: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    bound: Bound = Bound.EXACT
    per: str = ""
    conditions: tuple[str, ...] = ()
    polarity: bool = True
    modality: Modality = Modality.IS
    confidence: float = 1.0

    @property
    def span(self) -> Span:
        """Where the claim stands."""
        return self.fact.span
