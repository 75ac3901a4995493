"""Text that was UTF-8, was read as something else, and was saved again.

``—`` becomes ``‚Äî`` when its three bytes are read as MacRoman and ``â€”`` when they are
read as Windows-1252; read wrongly again it becomes longer still. The way back is to write
the characters in the wrong encoding and to read the bytes as UTF-8. Clean text that happens
to have such a form is told by what comes out: only signs, emoji and Latin letters are ever
damaged in notes like these, and a single letter must stand where a letter can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_ENCODINGS = ("mac_roman", "cp1252")
_ROUNDS = 3

# What is ever damaged: letters of Latin script, punctuation, currency, arrows, mathematics,
# dingbats, emoji with what joins and colours them.
_REPAIRED = re.compile(
    "[\u00a0-\u017f\u1e00-\u1eff\u200b-\u200d\u2010-\u2bff\u3001\u3002\ufb00-\ufb06"
    "\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of a line, from offset ``start`` up to ``end``, that should read ``right``."""

    start: int
    end: int
    wrong: str
    right: str


def damages(line: str) -> Iterator[Damage]:
    """The damaged stretches of a line, in order; no two of them overlap."""
    end = 0
    for damage in sorted(_candidates(line), key=lambda damage: (damage.start, -damage.end)):
        if damage.start >= end:
            yield damage
            end = damage.end


def repair(line: str) -> str:
    """The line with its damaged stretches as they were meant."""
    for damage in reversed(list(damages(line))):
        line = line[: damage.start] + damage.right + line[damage.end :]
    return line


def _candidates(line: str) -> Iterator[Damage]:
    for encoding in () if line.isascii() else _ENCODINGS:
        for match in _sequences(encoding).finditer(line):
            right = _repair(match[0], encoding)
            if right and _plausible(line, match.start(), match.end(), right):
                yield Damage(*match.span(), match[0], right)


def _repair(text: str, encoding: str, rounds: int = _ROUNDS) -> str:
    """What the text was before it was read in the encoding; empty when that cannot be.

    What comes out may have been read wrongly before, in this or in another encoding.
    """
    try:
        right = b"".join(_byte(char, encoding) for char in text).decode()
    except UnicodeError:
        return ""
    again = (_repair(right, other, rounds - 1) for other in _ENCODINGS if rounds > 1)
    return next(filter(None, again), right if _REPAIRED.fullmatch(right) else "")


def _byte(char: str, encoding: str) -> bytes:
    """The byte that was read as ``char``; Windows keeps the five that it has no letter for."""
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _plausible(line: str, start: int, end: int, right: str) -> bool:
    """Whether clean text could not well look like this: ``√π`` and ``BRÂ”`` do, ``caf√©`` not."""
    if end - start > 2:
        return True
    left, behind = _letters(line[max(0, start - 2) : start][::-1]), _letters(line[end : end + 2])
    if not right.isalpha():
        return not line[start - 1 : start].isupper()  # «BRÂ»
    if line[start].isalpha():  # a capital letter, then the mark that closes a quotation?
        return bool(behind) or line[start - 1 : start].islower() or line[end - 1].isspace()
    return max(left, behind) == 2 or bool(left and behind)


def _letters(text: str) -> int:
    """How many letters the text begins with."""
    return next((place for place, char in enumerate(text) if not char.isalpha()), len(text))


@cache
def _sequences(encoding: str) -> re.Pattern[str]:
    """Characters of the encoding whose bytes look like those of UTF-8 beyond ASCII."""

    def chars(first: int, last: int) -> str:
        every = (_char(byte, encoding) for byte in range(first, last + 1))
        return "[" + "".join(re.escape(char) for char in every) + "]"

    more = chars(0x80, 0xBF)
    two = f"{chars(0xC2, 0xDF)}{more}"
    three = f"{chars(0xE0, 0xEF)}{more}{{2}}"
    four = f"{chars(0xF0, 0xF4)}{more}{{3}}"
    return re.compile(f"(?:{two}|{three}|{four})+")


def _char(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)
