"""The pieces of a paragraph that say one thing each: its lines, or its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdeck.facts.text import lead, plain, sentences, words

_CARD = re.compile(r"\S\s+:::?\s+\S")
_COMMAND = re.compile(r"[a-z][\w.-]*(?:\s+[^\s,;]+)*(?<![.!?:;,])")
_PROSE = re.compile(r"\b(?:a|an|the|of|and|or|is|are|und|oder|ist|sind|der|die|das)\b")
_EXACT = re.compile(r"\d|\s-{1,2}\w|[<=_/]")
"""What tells commands from words that begin with a small letter."""
_STARTS = re.compile(r"\W*[A-ZÄÖÜ0-9]")
_ENDS = (".", "!", "?", ":")
_PICTURES = re.compile(r"\s*(?:(?:!\[[^\]\n]*\]\([^)\n]*\)|!\[\[[^\]\n]+\]\])\s*)+")
_SHORT, _LONG, _TERM_WORDS = 60, 100, 5


def below_pictures(text: str) -> tuple[int, str]:
    """How many lines at the head of a text are only pictures, and the text below them.

    None are when no words follow.
    """
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if not _PICTURES.fullmatch(line)), 0)
    return (first, "\n".join(lines[first:])) if plain(lines[first]) else (0, text)


def one_line(text: str) -> str:
    """A text as one line; but lines of commands below "Term:" stay lines, as a block of code."""
    first, *rest = (line.strip() for line in text.split("\n"))
    commands = len(rest) > 1 and all(map(_is_command, rest)) and any(map(_EXACT.search, rest))
    if commands and first.endswith(":"):
        return "\n".join([first, "```", *rest, "```"])
    return " ".join(text.split("\n"))


def _is_command(line: str) -> bool:
    return bool(_COMMAND.fullmatch(line)) and not _PROSE.search(line)


def pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Each piece with the lines that it stands on, first and last, counted from 0."""
    lines = text.split("\n")
    if (whole := one_line(text)) and "```" in whole and "```" not in text:
        yield 0, len(lines) - 1, whole
    elif len(lines) > 1 and any(map(_CARD.search, lines)):
        yield from _cards(lines)
    elif len(lines) > 1 and _line_by_line(lines):
        yield from ((number, number, line) for number, line in enumerate(lines))
    else:
        for offset, sentence in sentences(text):
            first = text.count("\n", 0, offset)
            yield first, first + sentence.count("\n"), " ".join(sentence.split("\n"))


def _cards(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Lines ``front :: back``, each with the lines that go on with it."""
    starts = [number for number, line in enumerate(lines) if number == 0 or _CARD.search(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start, end - 1, " ".join(lines[start:end])


def _line_by_line(lines: Sequence[str]) -> bool:
    """Whether the lines are things of their own, not one text that wraps."""
    if _terms(lines):
        return True
    return all(map(_STARTS.match, lines)) and all(
        len(line) < _SHORT or line.rstrip().endswith(_ENDS) or lead(line) for line in lines[:-1]
    )


def _terms(lines: Sequence[str]) -> bool:
    """Whether most of the lines, and the first, say what a term means."""
    split = [lead(line) if len(line) < _LONG else None for line in lines]
    found = [each for each in split if each and words(plain(each[0])) <= _TERM_WORDS]
    return bool(split[0]) and len(found) > len(lines) / 2
