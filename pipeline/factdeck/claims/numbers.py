"""Numbers in figures and in words, English and German: "65,536", "2^16", "65K", "twenty-one"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_UNITS = (
    "one|two zwei|three drei|four vier|five fünf|six sechs|seven sieben|eight acht|nine neun|"
    "ten zehn|eleven elf|twelve zwölf|thirteen dreizehn|fourteen vierzehn|fifteen fünfzehn|"
    "sixteen sechzehn|seventeen siebzehn|eighteen achtzehn|nineteen neunzehn"
)
_TENS = (
    "twenty zwanzig|thirty dreißig|forty vierzig|fifty fünfzig|sixty sechzig|seventy siebzig|"
    "eighty achtzig|ninety neunzig"
)
_SMALL = {
    word: value
    for first, step, words in ((1, 1, _UNITS), (20, 10, _TENS))
    for place, group in enumerate(words.split("|"))
    for word in group.split(" ")
    for value in (first + step * place,)
} | {"zero": 0}
_LARGE = {
    "dozen": 12,
    "dutzend": 12,
    "hundred": 100,
    "hundert": 100,
    "thousand": 1e3,
    "tausend": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "millionen": 1e6,
    "mio": 1e6,
    "billion": 1e9,
    "billions": 1e9,
    "bn": 1e9,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "mrd": 1e9,
    "trillion": 1e12,
    "trillions": 1e12,
}
_SUFFIX = {"k": 1e3, "K": 1e3, "M": 1e6}
_SUPERSCRIPT = str.maketrans("⁻−⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")
_BINARY = 0.05  # a suffix means 1,024 or its square to some
_GREATEST = 1e60
_LONGEST = 40  # characters of a number that somebody wrote to be read

_SMALL_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_LARGE_WORD = "|".join(sorted(_LARGE, key=len, reverse=True))

FIGURES = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"  # 65,536 and 1,234.5
    r"|[0-9]{1,3}(?:_[0-9]{3})+"  # 65_536
    r"|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+"  # 65.536,5
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![.][0-9])"  # 1.000.000
    r"|[0-9]{1,3}(?:['’\u00a0\u2009\u202f ][0-9]{3})+(?![0-9])"  # 65 536
    r"|[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}(?![\w.])"  # 1e6
    r"|[0-9]+(?:[.,][0-9]+)?[ \u202f]?[x×*·][ \u202f]?10"  # 6×10^23
    r"(?:\^[-−]?[0-9]{1,2}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
    r"|[0-9]+(?:\^|\*\*)[0-9]{1,3}|[0-9]+[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}"  # 2^16
    r"|[0-9]+,[0-9]{1,2}"  # 3,5
    r"|[0-9]+(?:\.[0-9]+)?)"
)
WORDS = (
    rf"(?:an?[ ](?:{_LARGE_WORD})|(?:{_SMALL_WORD})(?:[ -](?:{_SMALL_WORD})\b)?)"
    rf"(?:[ ](?:{_LARGE_WORD})\b)?"
)
MULTIPLIER = rf"(?:[ -]?(?:(?i:{_LARGE_WORD})\b\.?)|[kKM](?![\w/]))"

_WRITTEN = [form for word in (*_SMALL, *_LARGE) for form in (word, word.title(), word.upper())]
_HINT = re.compile(
    "[0-9]|"  # sought in every line: branches by their first letters, no folding of those
    + "|".join(
        f"{head}(?:{'|'.join(form[2:] for form in _WRITTEN if form[:2] == head)})"
        for head in sorted({form[:2] for form in _WRITTEN})
    )
)
_POWER = re.compile(r"([0-9]+)(?:\^|\*\*)([0-9]+)$|([0-9]+)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$")
_SCIENTIFIC = re.compile(r"([0-9.,]+)[ \u202f]?[x×*·][ \u202f]?10\^?(.+)$")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$")
_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}$")
_SPACES = re.compile(r"[_'’\u00a0\u2009\u202f ]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and how finely it is written.

    ``precision`` is half of the last digit written; a whole one when a word or a suffix
    shortens the number, since 65,536 is called 65K as well as 66K.
    """

    value: float
    precision: float


def may_hold(text: str) -> bool:
    """Whether a number may stand in a text: quickly told, and no is sure."""
    return _HINT.search(text) is not None


def number(figures: str, multiplier: str = "", german: bool = False) -> Number | None:
    """The number that figures or words and a multiplier ("K", "million") write; None if none.

    ``german``: a single point before three digits parts thousands ("65.536").
    """
    if len(figures) > _LONGEST:
        return None
    found = _in_figures(figures, german) if figures[0].isdigit() else _in_words(figures)
    if found is None or not math.isfinite(found.value) or abs(found.value) > _GREATEST:
        return None
    if not multiplier:
        return found
    word = multiplier.strip(" -.")
    times = _SUFFIX.get(word) or _LARGE[word.lower()]
    precision = found.precision * times * 2
    if word in _SUFFIX:
        precision = max(precision, found.value * times * _BINARY)
    return Number(found.value * times, precision)


def _in_figures(figures: str, german: bool) -> Number | None:
    """The number in "65,536", "65 536", "65.536,5", "3,5", "1e6" or "2^16"."""
    if power := _POWER.match(figures):
        base, exponent = power[1] or power[3], (power[2] or power[4]).translate(_SUPERSCRIPT)
        if float(exponent) * math.log10(max(float(base), 1)) > math.log10(_GREATEST):
            return None
        return Number(float(base) ** float(exponent), 0.5)
    if scientific := _SCIENTIFIC.match(figures):
        figures = f"{scientific[1].replace(',', '.')}e{scientific[2].translate(_SUPERSCRIPT)}"
    plain = _SPACES.sub("", figures)
    points = _POINTS.match(plain)
    if points and (german or "," in plain or plain.count(".") > 1):
        plain = plain.replace(".", "").replace(",", ".")
    elif _COMMA.match(plain):
        plain = plain.replace(",", ".")
    else:
        plain = plain.replace(",", "")
    mantissa, _, exponent = plain.lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    return Number(float(plain), 0.5 * 10.0 ** (int(exponent or 0) - decimals))


def _in_words(words: str) -> Number | None:
    """The number in "twenty-one", "a dozen", "three hundred"; None for "twenty thirty"."""
    total = 0.0
    parts = [part for part in re.split(r"[ -]", words.lower()) if part not in ("a", "an")]
    for place, part in enumerate(parts):
        if part in _LARGE:
            total = (total or 1) * _LARGE[part]
        elif place and (total not in range(20, 100, 10) or _SMALL[part] > 9):
            return None
        else:
            total += _SMALL[part]
    return Number(total, 0.5)
