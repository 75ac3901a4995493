"""Whether two values of the same thing can both be true."""

from __future__ import annotations

import re

from factdeck.claims.claim import Bound, Claim, Measure, Members, Symbol

_TOLERANCE = {"bytes": 0.1, "bytes/s": 0.1, "seconds": 0.025, "count": 0.0, "percent": 0.0}
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
_USUAL, _ABOUT = 0.02, 0.25
UPPER = frozenset({Bound.AT_MOST, Bound.HARD})
"""The bounds of what cannot be more."""


def apart(a: Claim, b: Claim) -> bool:
    """Whether both cannot be true."""
    mine, theirs = a.value, b.value
    if isinstance(mine, Measure) and isinstance(theirs, Measure):
        return _measures_apart(a, mine, b, theirs)
    if isinstance(mine, Symbol) and isinstance(theirs, Symbol):
        return mine.name != theirs.name
    if isinstance(mine, Members) and isinstance(theirs, Members):
        return mine.names != theirs.names
    return False


def _measures_apart(a: Claim, mine: Measure, b: Claim, theirs: Measure) -> bool:
    if mine.dimension != theirs.dimension or Bound.FORMERLY in (a.bound, b.bound):
        return False
    if _is_same_figure(mine, theirs):
        return False
    tolerance = max(
        _TOLERANCE.get(mine.dimension, _USUAL),
        _ABOUT if Bound.ABOUT in (a.bound, b.bound) else 0.0,
    )
    if a.bound in UPPER or b.bound in UPPER:
        return _limits_apart(a, mine, b, theirs, tolerance)
    if Bound.AT_LEAST in (a.bound, b.bound):
        if a.bound is b.bound:
            return False
        least, other = (mine, theirs) if a.bound is Bound.AT_LEAST else (theirs, mine)
        return (
            other.high is not None
            and least.low is not None
            and _less(other.high, least.low, tolerance)
        )
    return _ranges_apart(mine, theirs, tolerance)


def _is_same_figure(mine: Measure, theirs: Measure) -> bool:
    """Whether only the mark of the thousands differs: 100.000 and 100,000."""
    marked = {frozenset(_THOUSANDS.findall(each.text)) for each in (mine, theirs)}
    bare = {_THOUSANDS.sub("", each.text).lower() for each in (mine, theirs)}
    return len(marked) > 1 and len(bare) == 1


def _limits_apart(a: Claim, mine: Measure, b: Claim, theirs: Measure, tolerance: float) -> bool:
    """Two upper limits differ; a limit and a range by their ends; a number by passing the limit."""
    if mine.high is None or theirs.high is None or Bound.AT_LEAST in (a.bound, b.bound):
        return False
    for one, value, other in ((a, mine, theirs), (b, theirs, mine)):
        exact = value.low == value.high
        if one.bound not in UPPER and exact:
            return _less(other.high or 0.0, value.high or 0.0, tolerance)
    return _differ(mine.high, theirs.high, tolerance)


def _ranges_apart(mine: Measure, theirs: Measure, tolerance: float) -> bool:
    if None in (mine.low, mine.high, theirs.low, theirs.high):
        return False
    low, high, low_, high_ = (
        mine.low or 0.0,
        mine.high or 0.0,
        theirs.low or 0.0,
        theirs.high or 0.0,
    )
    if (low == high and low_ != high_) or (low != high and low_ == high_):
        return _less(high, low_, tolerance) or _less(high_, low, tolerance)
    return _differ(low, low_, tolerance) or _differ(high, high_, tolerance)


def _differ(a: float, b: float, tolerance: float) -> bool:
    return abs(a - b) > tolerance * max(abs(a), abs(b)) + 1e-12


def _less(a: float, b: float, tolerance: float) -> bool:
    return a < b and _differ(a, b, tolerance)
