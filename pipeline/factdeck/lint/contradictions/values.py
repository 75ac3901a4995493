"""Whether two values of the same thing can both be true."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log

from factdeck.claims.claim import Bound, Claim, Measure, Members, Symbol

_SHARES = {"seconds": 0.025, "count": 0.0, "percent": 0.0}
_BINARY, _PREFIXES, _NEAR = 1.024, 5, 0.06
"""How much more than 1,000 is 1,024, for how many prefixes, and how near a power of it is it."""
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
_USUAL, _ABOUT = 0.02, 0.25
UPPER = frozenset({Bound.AT_MOST, Bound.HARD})
"""The bounds of what cannot be more."""


@dataclass(frozen=True, slots=True)
class _Leeway:
    """How far two values may be apart and still be one: by a share of the larger.

    ``binary``: also as far as a prefix of data may be read as 1,000 or as 1,024.
    """

    share: float
    binary: bool

    def differ(self, a: float, b: float) -> bool:
        """Whether the two are not one."""
        if abs(a - b) <= self.share * max(abs(a), abs(b)) + 1e-12:
            return False
        return not (self.binary and min(a, b) > 0 and _is_prefix(max(a, b) / min(a, b)))

    def less(self, a: float, b: float) -> bool:
        """Whether the first is less."""
        return a < b and self.differ(a, b)


def _is_prefix(ratio: float) -> bool:
    """Whether so many times more is what 1,024 for 1,000 makes: a TiB of a TB."""
    powers = log(ratio, _BINARY)
    return round(powers) <= _PREFIXES and abs(powers - round(powers)) < _NEAR


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
    share = max(
        _SHARES.get(mine.dimension, _USUAL),
        _ABOUT if Bound.ABOUT in (a.bound, b.bound) else 0.0,
    )
    leeway = _Leeway(share, mine.dimension.startswith("bytes"))
    if a.bound in UPPER or b.bound in UPPER:
        return _limits_apart(a, mine, b, theirs, leeway)
    if Bound.AT_LEAST in (a.bound, b.bound):
        if a.bound is b.bound:
            return False
        least, other = (mine, theirs) if a.bound is Bound.AT_LEAST else (theirs, mine)
        return (
            other.high is not None and least.low is not None and leeway.less(other.high, least.low)
        )
    return _ranges_apart(mine, theirs, leeway)


def _is_same_figure(mine: Measure, theirs: Measure) -> bool:
    """Whether only the mark of the thousands differs: 100.000 and 100,000."""
    marked = {frozenset(_THOUSANDS.findall(each.text)) for each in (mine, theirs)}
    bare = {_THOUSANDS.sub("", each.text).lower() for each in (mine, theirs)}
    return len(marked) > 1 and len(bare) == 1


def _limits_apart(a: Claim, mine: Measure, b: Claim, theirs: Measure, leeway: _Leeway) -> bool:
    """Two upper limits differ; a limit and a range by their ends; a number by passing the limit."""
    if mine.high is None or theirs.high is None or Bound.AT_LEAST in (a.bound, b.bound):
        return False
    for one, value, other in ((a, mine, theirs), (b, theirs, mine)):
        exact = value.low == value.high
        if one.bound not in UPPER and exact:
            return leeway.less(other.high or 0.0, value.high or 0.0)
    return leeway.differ(mine.high, theirs.high)


def _ranges_apart(mine: Measure, theirs: Measure, leeway: _Leeway) -> bool:
    if None in (mine.low, mine.high, theirs.low, theirs.high):
        return False
    low, high, low_, high_ = (
        mine.low or 0.0,
        mine.high or 0.0,
        theirs.low or 0.0,
        theirs.high or 0.0,
    )
    if (low == high and low_ != high_) or (low != high and low_ == high_):
        return leeway.less(high, low_) or leeway.less(high_, low)
    return leeway.differ(low, low_) or leeway.differ(high, high_)
