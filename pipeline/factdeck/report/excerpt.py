"""One line of a source as a terminal can show it, with the columns to mark."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from factdeck.model import Span

_TAB = 4
_WIDEST = 120
_BEFORE = 40  # how many characters of a long line are shown before what is marked
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line, or the part of it that matters, and how many columns to leave free and to mark."""

    text: str
    indent: int
    width: int


def excerpt(line: str, span: Span) -> Excerpt:
    """What to show of the first line of ``span``.

    Marked is what stands in the span; the whole line when it has no end column, without
    the white space around it.
    """
    start, end = span.column - 1, span.end_column - 1
    if span.end_line > span.line or end <= start:
        end = len(line.rstrip())
        start = max(start, len(line) - len(line.lstrip()))
    first, last = _window(line, start)
    before, marked = line[first:start], line[start : max(min(end, last), start + 1)]
    head = _CUT if first else ""
    tail = _CUT if last < len(line) else ""
    text = f"{head}{printable(line[first:last])}{tail}"
    return Excerpt(text, _width(head + printable(before)), max(_width(printable(marked)), 1))


def printable(text: str) -> str:
    """The text without what would move the cursor or turn the text round; tabs are four blanks."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _window(line: str, start: int) -> tuple[int, int]:
    """From where to where a line is shown: all of it unless it is long."""
    if len(line) <= _WIDEST:
        return 0, len(line)
    first = max(0, min(start - _BEFORE, len(line) - _WIDEST))
    return first, first + _WIDEST


def _shown(char: str) -> str:
    if char == "\t":
        return " " * _TAB
    if unicodedata.category(char) == "Cc" or unicodedata.bidirectional(char) in _TURNS:
        return "\N{REPLACEMENT CHARACTER}"
    return char


_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
