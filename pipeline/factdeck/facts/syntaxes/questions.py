"""``Q:`` and ``A:`` on lines of their own are a card, exactly as written.

The answer may go on over several lines, and several pairs may follow each other. German notes
write ``F:`` and ``A:``. For answers that are lists or code see `answered-questions`.

Notes:

```markdown
Q: Which port does SSH use?
A: 22
Q: And which one HTTPS?
A: 443, over TCP,
and over UDP for HTTP/3
```

Facts:

```text
question | | Which port does SSH use? | 22
question | | And which one HTTPS? | 443, over TCP, ⏎ and over UDP for HTTP/3
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.model import FactKind

_QUESTION = re.compile(r"\W*(?:Q|F|Question|Frage)\d*\s*[:.]\**\s*(?P<text>\S.*)", re.I)
_ANSWER = re.compile(r"\W*(?:A|Answer|Antwort)\d*\s*[:.]\**\s*(?P<text>.*)", re.I)


def read(piece: Piece) -> Iterator[Draft]:
    """Pairs of question and answer in the lines of a paragraph."""
    lines = piece.text.split("\n")
    marks = [mark(line) for line in lines]
    starts = [index for index, each in enumerate(marks) if each == "Q"]
    if not starts or starts[0] != 0 or "A" not in marks:
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if "A" in marks[start:end]:
            yield _pair(piece, lines[start:end], start)


def mark(line: str) -> str:
    """``Q`` when a line begins a question, ``A`` for an answer, else nothing."""
    if _QUESTION.match(line):
        return "Q"
    return "A" if _ANSWER.match(line) else ""


def sides(lines: Sequence[str]) -> tuple[str, str]:
    """Question and answer out of lines of which the first begins the one, a later the other."""
    answer = [mark(line) for line in lines].index("A")
    question = [_text(_QUESTION, lines[0]), *lines[1:answer]]
    reply = [_text(_ANSWER, lines[answer]), *lines[answer + 1 :]]
    return "\n".join(question).strip(), "\n".join(reply).strip()


def _pair(piece: Piece, lines: Sequence[str], start: int) -> Draft:
    question, reply = sides(lines)
    return Draft(
        FactKind.QUESTION,
        piece.context.subject,
        question,
        reply,
        "\n".join(lines),
        piece,
        line=piece.line + start,
        end_line=piece.line + start + len(lines) - 1,
    )


def _text(pattern: re.Pattern[str], line: str) -> str:
    match = pattern.match(line)
    return match["text"].strip() if match else line


SYNTAX = Syntax("questions", 10, Shape.PARAGRAPH, read, explicit=True)
