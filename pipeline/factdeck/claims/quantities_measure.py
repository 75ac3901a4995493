"""A number with its unit, and where in a text one may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factdeck.claims.numbers import FIGURES, MULTIPLIER, WORDS, Number, number
from factdeck.claims.units import Unit, german, unit

_NUMERAL = (
    rf"(?:(?P<figures>{FIGURES})(?![0-9]|[.,:/'][0-9]|\.[a-z]|_\w)"
    rf"|(?i:(?P<words>{WORDS}))(?!\w))"
)
_FIRST = re.compile(
    r"(?=[-−0-9]|\b[adefnostzvADEFNOSTZV])"  # most places are told by one look
    rf"(?:(?<![\w)\]`*-])(?P<sign>[-−])|(?<![^\W_])(?<![./\\#@&^+×·-])(?<!× )"
    rf"(?<![0-9][,:*])(?<!\w[=_])(?<!::)){_NUMERAL}"
)
_NEXT = re.compile(rf"[*_]{{0,3}}(?:US\$|[$€£¥₹])?(?P<sign>[-−])?{_NUMERAL}(?!-[0-9])")
_MULTIPLIER = re.compile(MULTIPLIER)
_NINES = re.compile(r"[ ]?(?:[x×*][ ]?)?(?:9['’]?s\b|nines?\b)", re.I)
_UNIT = re.compile(
    r"(?P<gap>[*_]{0,3}[ \u00a0\u202f]?|-)(?:(?:[Dd]egrees?|Grad) (?=[CFKcfk]))?"
    r"(?P<unit>°[ ]?[CF]\b|US\$|[%$€£¥₹¢°℃×]|per cent\b|[^\W\d_]+)(?!\w|['’]s)"
)
_OTHER = re.compile(r"-?[^\W\d]")
_TO = re.compile(r"[*_]{0,3}(?:[ ]?(?:-|–|—|−|\.\.\.?|…|~)[ ]?| (?:to|bis|through|till) )")
_AND = re.compile(r"[*_]{0,3} (?:and|und) ")
_COUNTING = re.compile(r"[ ][a-z]{3}")
_CURRENCY = re.compile(r"(?P<sign>US\$|[$€£¥₹]|USD|EUR|GBP)[ ]?$")
_SIGN = 4  # characters of a currency
_PADDED = re.compile(r"0[0-9]")
_NO_UNIT = re.compile(
    r"(?:\b(?:1[0-9]|20)[0-9]0|,[0-9]{3}|\b0)s$|(?i:zero-)\w+$"
)  # 1980s, zero-day
_SHORT = 5  # figures of a year or a group of thousands, with what parts them
_GLUED = frozenset({"d", "H", "x", "×"})
_MOST_NINES = 14


@dataclass(frozen=True, slots=True)
class Measure:
    """A number as written, its unit, and the offsets of both.

    ``written``: the number without multiplier ("K", " million") and unit; ``figures``: not in
    words.
    """

    number: Number
    unit: Unit | None
    written: str
    multiplier: str
    figures: bool
    start: int
    end: int

    @property
    def value(self) -> float:
        """The value in base units."""
        value = self.number.value
        return value * self.unit.factor + self.unit.zero if self.unit else value

    @property
    def precision(self) -> float:
        """Half of the last digit written, in base units."""
        return self.number.precision * (self.unit.factor if self.unit else 1.0)

    @property
    def plain(self) -> bool:
        """Whether it is a bare figure, as names of things have: no unit, no separators."""
        return self.unit is None and self.written.replace(".", "", 1).isdigit()


def numerals(text: str) -> Iterator[re.Match[str]]:
    """Every place at which a quantity may start."""
    return _FIRST.finditer(text)


def measure(text: str, found: re.Match[str]) -> Measure | None:
    """The measure that starts with a numeral; None when it is part of a word ("802.11ac")."""
    nines = _NINES.match(text, found.end())
    if nines:
        return _nines(found, nines.end())
    multiplied = _MULTIPLIER.match(text, found.end())
    multiplier, end = (multiplied[0], multiplied.end()) if multiplied else ("", found.end())
    word = _UNIT.match(text, end)
    known = _unit(text, word) if word else None
    written = found["figures"] or found["words"]
    value = number(written, multiplier, bool(word and german(word["unit"])))
    if value is None or _PADDED.match(written) or (not known and _OTHER.match(text, end)):
        return None
    if found["sign"]:
        value = replace(value, value=-value.value)
    money = _CURRENCY.search(text, max(0, found.start() - _SIGN), found.start())
    start = money.start() if money else found.start()
    if money:
        known = unit(money["sign"])
    elif known and word:
        end = word.end()
    return Measure(value, known, written, multiplier, bool(found["figures"]), start, end)


def range_of(text: str, low: Measure, between: bool) -> tuple[Measure, Measure]:
    """The two ends of the range that begins with ``low``; twice ``low`` when none does.

    A unit or multiplier at one end only is that of both: "5-10 GB", "$5-10". ``between``: "and"
    parts the ends as well.
    """
    to = _TO.match(text, low.end) or (_AND.match(text, low.end) if between else None)
    found = _NEXT.match(text, to.end()) if to else None
    high = measure(text, found) if found else None
    if not high:
        return low, low
    if high.multiplier and not low.multiplier:
        low = replace(low, number=number(low.written, high.multiplier) or low.number)
    if low.unit is None:
        low = replace(low, unit=high.unit)
    elif low.unit.dimension.startswith("money:") and high.unit is None:
        high = replace(high, unit=low.unit)
    alike = (low.unit and low.unit.dimension) == (high.unit and high.unit.dimension)
    return (low, high) if alike and low.value < high.value else (low, low)


def _unit(text: str, word: re.Match[str]) -> Unit | None:
    """The unit that follows a number, if it is written as that unit is."""
    known = unit(word["unit"].replace(" ", ""))
    if known is None or _NO_UNIT.search(text, max(0, word.start() - _SHORT), word.end()):
        return None
    if known.name in _GLUED and word["gap"]:
        return None
    if known.name == "K" and _COUNTING.match(text, word.end()):
        return None
    return known


def _nines(found: re.Match[str], end: int) -> Measure | None:
    """A percentage written as a number of nines: "eleven nines", "11 9's"."""
    written = found["figures"] or found["words"]
    many = number(written)
    if many is None or many.value not in range(1, _MOST_NINES + 1):
        return None
    digit = 10.0 ** (2 - many.value)
    share = Number(100 - digit, digit / 2)
    return Measure(share, unit("%"), written, "", bool(found["figures"]), found.start(), end)
