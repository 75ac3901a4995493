"""``Q:`` and ``A:`` on lines of their own: a card exactly as written.

    Q: Which port does SSH use?
    A: 22

The answer may go on over several lines; several pairs may follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.model import FactKind

_QUESTION = re.compile(r"\W*(?:Q|F|Question|Frage)\d*\s*[:.]\**\s*(?P<text>\S.*)", re.I)
_ANSWER = re.compile(r"\W*(?:A|Answer|Antwort)\d*\s*[:.]\**\s*(?P<text>.*)", re.I)


def read(piece: Piece) -> Iterator[Draft]:
    """Pairs of question and answer in the lines of a paragraph."""
    lines = piece.text.split("\n")
    marks = [_mark(line) for line in lines]
    starts = [index for index, mark in enumerate(marks) if mark == "Q"]
    if not starts or starts[0] != 0 or "A" not in marks:
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if "A" in marks[start:end]:
            yield _pair(piece, lines, start, start + marks[start:end].index("A"), end)


def _mark(line: str) -> str:
    if _QUESTION.match(line):
        return "Q"
    return "A" if _ANSWER.match(line) else ""


def _pair(piece: Piece, lines: list[str], start: int, answer: int, end: int) -> Draft:
    question = "\n".join([_text(_QUESTION, lines[start]), *lines[start + 1 : answer]]).strip()
    reply = "\n".join([_text(_ANSWER, lines[answer]), *lines[answer + 1 : end]]).strip()
    return Draft(
        FactKind.QUESTION,
        piece.context.subject,
        question,
        reply,
        "\n".join(lines[start:end]),
        piece,
        line=piece.line + start,
        end_line=piece.line + end - 1,
    )


def _text(pattern: re.Pattern[str], line: str) -> str:
    match = pattern.match(line)
    return match["text"].strip() if match else line


SYNTAX = Syntax("questions", 10, Shape.PARAGRAPH, read, explicit=True)
