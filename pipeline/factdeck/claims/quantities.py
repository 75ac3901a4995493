"""Quantities in text, and whether two of them can both be true.

A number is found first. What stands just before it (a bound, a currency, a name that makes it
no quantity: "Layer 7") and just after it (unit, range, bound, what is counted, "per") is read
from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factdeck.claims.numbers import may_hold
from factdeck.claims.quantities_context import (
    Around,
    bound_after,
    bound_before,
    counted,
    each,
    marks,
    masked,
    named,
)
from factdeck.claims.quantities_measure import Measure, measure, numerals, range_of
from factdeck.claims.quantities_symbols import Symbol, cidrs, ports, versions, years
from factdeck.claims.units import unit

__all__ = ["Amount", "Symbol", "amounts", "apart", "bounded", "cidrs", "ports", "versions", "years"]

_AND_SO_ON = re.compile(r"[ ]?[,/&;–-]?[ ]?(?:(?:and|or|to|und|oder|bis)[ ])?")
_NUMBER_CHAIN = re.compile(r"-[0-9]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
_OLD_YEAR = re.compile(r"1[0-9]{3}$|20[0-9]{2}$")
_IN = re.compile(
    r"(?i:\b(?:in|since|by|until|till|before|after|during|im|seit|ab|nach|vor) |©[ ]?)$"
)
_IDENTIFIER = 12  # digits from which a bare number names an account or a telephone
_PER_SECOND = {"bytes": "bytes/s", "bits": "bits/s", "count": "ops/s", "": "ops/s"}
_BACK = 8
_HOUR = 3600
_ROUNDED = 0.1  # no rounding changes a value by more
_VAGUE = 0.25  # "about" leaves a quarter on either side
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity, in the base unit of its dimension.

    ``low``, ``high``: equal when it is one value, None when open. ``dimension``: "bytes",
    "seconds", "bits/s", "bytes/s", "ops/s", "percent", "money:USD", "count" …, "" for a bare
    number. ``unit``: as written, in the singular; for "count" and "ops/s" what is counted.
    ``bound``: "exact", "at most", "at least" or "about". ``per``: "region", "TB per month", "".
    ``precision``: half of the last digit written, in base units. ``text``: what stands from
    ``start`` to ``end``, bound and "per" included. ``limit``: whether the bound is itself the
    value ("maximum of 5", "up to 5"), not a remark on one ("more than 5").
    """

    low: float | None
    high: float | None
    dimension: str
    unit: str
    bound: str
    per: str
    precision: float
    text: str
    start: int
    end: int
    limit: bool = False


def amounts(text: str) -> tuple[Amount, ...]:
    """The quantities in a text, in order."""
    return tuple(_scan(text)) if may_hold(text) else ()


def bounded(amount: Amount, bound: str) -> Amount:
    """A single value as a limit that words further away make of it: "maximum size: 5 TB"."""
    if amount.low is None or amount.low != amount.high:
        return amount
    low = None if bound == "at most" else amount.low
    high = None if bound == "at least" else amount.high
    return replace(amount, low=low, high=high, bound=bound, limit=bound.startswith("at "))


def apart(a: Amount, b: Amount) -> bool:
    """Whether two quantities of one thing cannot both be true.

    Values that round to one another agree, and so do those that agree when prefixes of data are
    read as powers of 1,024. Intervals that meet agree: "at least 200" and "at least 400". But
    a limit is a value: "up to 100" and "up to 200" are apart, and so are 1 to 7 and 1 to 14.
    Other dimensions are never apart. What is counted, and per what, is for the caller to compare.
    """
    if a.dimension != b.dimension:
        return False
    return all(_apart(_interval(a, binary), _interval(b, binary)) for binary in (False, True))


@dataclass(frozen=True, slots=True)
class _Interval:
    low: float
    high: float
    lower_limit: bool
    upper_limit: bool
    precision: float


def _interval(amount: Amount, binary: bool) -> _Interval:
    """What values an amount allows; ``binary``: with decimal prefixes read as powers of 1,024."""
    scale = 1.0
    if binary and (known := unit(amount.unit.partition("/")[0])):
        scale = known.binary / known.factor
    low = float("-inf") if amount.low is None else amount.low * scale
    high = float("inf") if amount.high is None else amount.high * scale
    spread = low < high and amount.bound == "exact"
    limit = amount.limit or spread
    if amount.bound == "about":
        low, high = low - abs(low) * _VAGUE, high + abs(high) * _VAGUE
    return _Interval(
        low,
        high,
        limit and amount.low is not None,
        limit and amount.high is not None,
        amount.precision * scale,
    )


def _apart(a: _Interval, b: _Interval) -> bool:
    def differ(one: float, other: float) -> bool:
        difference, size = abs(one - other), max(abs(one), abs(other))
        leeway = min(max(a.precision, b.precision), size * _ROUNDED)
        return difference > size * _EQUAL / 1e3 and difference >= leeway * (1 - _EQUAL)

    if (a.high < b.low and differ(a.high, b.low)) or (b.high < a.low and differ(b.high, a.low)):
        return True
    return (a.lower_limit and b.lower_limit and differ(a.low, b.low)) or (
        a.upper_limit and b.upper_limit and differ(a.high, b.high)
    )


def _scan(original: str) -> Iterator[Amount]:
    """The amounts of a text, numbers in names and those that go on with them left out."""
    text = masked(original)
    end, name_end = 0, -1
    for found in numerals(text):
        first = measure(text, found)
        if not first or min(found.start(), first.start) < end:
            continue
        before = bound_before(text, first.start)
        if before and before.offset < end:
            before = None
        end = first.end
        low, high = range_of(text, first, before is not None and before.value == "from")
        going_on = name_end >= 0 and _AND_SO_ON.fullmatch(text, name_end, first.start)
        if not low.unit and not before and (going_on or named(text, first.start, first.plain)):
            name_end = end
            continue
        if low is high and _NUMBER_CHAIN.match(text, end):
            continue
        name_end = -1
        amount = _read(text, low, high, before)
        if amount:
            end = amount.end
            yield replace(amount, text=original[amount.start : end])


def _read(text: str, low: Measure, high: Measure, before: Around | None) -> Amount | None:
    """The amount between two ends (the same twice for one value), with what stands around it."""
    if before and before.value == "from" and low is high:
        before = None
    after = bound_after(text, high.end)
    end = after.offset if after else high.end
    noun = _counted(text, low, high, end)
    if noun and not after:
        after = bound_after(text, noun.offset)
    end = max(end, noun.offset if noun else 0, after.offset if after else 0)
    pers = tuple(_each(text, end))
    if pers:
        end = pers[-1].offset
        after = after or bound_after(text, end)
        end = max(end, after.offset if after else end)
    bound = before or after
    if not bound and not pers and _no_quantity(text, low, high, noun):
        return None
    start = before.offset if before else low.start
    what = noun.value if noun else ""
    return _amount(low, high, bound, what, [per.value for per in pers], start, end)


def _counted(text: str, low: Measure, high: Measure, end: int) -> Around | None:
    """What a whole number without a unit counts."""
    if low.unit or high.value % 1:
        return None
    found = counted(text, end, several=True)
    return counted(text, end, several=False) if not found and high.value == 1 else found


def _each(text: str, end: int) -> Iterator[Around]:
    """All that a quantity is given for: "per second per TB"."""
    while found := each(text, end):
        yield found
        end = found.offset


def _amount(
    low: Measure,
    high: Measure,
    bound: Around | None,
    noun: str,
    pers: list[str],
    start: int,
    end: int,
) -> Amount:
    """The amount in base units; a rate to the second where it is given for a time."""
    known = low.unit
    dimension = high.unit.dimension if high.unit else "count" if noun else ""
    name = high.unit.name if high.unit else noun
    time = unit(pers[0]) if pers and dimension in _PER_SECOND else None
    scale = 1.0
    if time and time.dimension == "seconds" and time.factor <= _HOUR:
        scale, dimension = 1 / time.factor, _PER_SECOND[dimension]
        name = f"{name}/s" if known and dimension != "ops/s" else name
        pers = pers[1:]
    kind = bound.value if bound and bound.value != "from" else "exact"
    return Amount(
        low=None if kind == "at most" else low.value * scale,
        high=None if kind == "at least" else high.value * scale,
        dimension=dimension,
        unit=name,
        bound=kind,
        per=" per ".join(pers),
        precision=max(low.precision, high.precision) * scale,
        text="",
        start=start,
        end=end,
        limit=bool(bound and bound.limit),
    )


def _no_quantity(text: str, low: Measure, high: Measure, noun: Around | None) -> bool:
    """Whether a number without bound and "per" is a date, a mark or a word like "one"."""
    if low.unit:
        return False
    if not low.figures:
        return noun is None or low.value == 1
    if noun and low is high and low.value == 1:
        return not noun.value[0].islower()
    if low is not high:
        return noun is None and all(_OLD_YEAR.match(end.written) for end in (low, high))
    if _YEAR.match(low.written) and noun is None:
        return True
    if _OLD_YEAR.match(low.written) and _IN.search(text[max(0, low.start - _BACK) : low.start]):
        return True
    return noun is None and (len(low.written) >= _IDENTIFIER or marks(text, low.start, low.end))
