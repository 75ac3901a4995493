"""Cells of tables: what row and column together say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, ClaimValue, Measure, Symbol
from factdeck.claims.frames import Frame, is_supposed
from factdeck.claims.quantities import amounts
from factdeck.claims.words import content, normalised

_YES = frozenset("yes ✓ ✔ ✅ ☑ true y ja supported".split())
_NO = frozenset("no ✗ ✘ ❌ ✖ × false n nein none unsupported".split())
_NUMBER = re.compile(r"(?P<figures>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)")


def extract(frame: Frame) -> Iterator[Claim]:
    """Yes, no, a number, or a single amount, of a cell with both heads."""
    place = frame.fact.place
    if place.table and place.row and place.column and not is_supposed(frame):
        value = _value(frame.text)
        if value:
            row, column = normalised(place.row), normalised(place.column)
            yield frame.claim(
                "cells",
                value,
                attribute=(" ".join(row), " ".join(column)),
                of=f"{place.row}, {place.column}",
                words=content(f"{place.row} {place.column}"),
            )


def yes_or_no(text: str) -> str:
    """The "yes" or "no" that is all of a text, or ""."""
    bare = text.strip().lower().rstrip(".!\ufe0f")
    return "yes" if bare in _YES else "no" if bare in _NO else ""


def _value(text: str) -> ClaimValue | None:
    if said := yes_or_no(text):
        return Symbol(said, text)
    if match := _NUMBER.fullmatch(text.strip().rstrip(".!")):
        number = float(match["figures"].replace(",", ""))
        return Measure(number, number, "", "", text)
    found = amounts(text)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        each = found[0]
        return Measure(each.low, each.high, each.dimension, each.unit, each.text, each.precision)
    return None


EXTRACTOR = Extractor("cells", extract)
