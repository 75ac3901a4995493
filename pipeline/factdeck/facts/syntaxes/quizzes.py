"""A question, its lettered options, and below them which of these are right.

The card asks the question with its options and answers with the words of the right ones: a
letter alone teaches nothing. Without such a line below, the options stay what they were, facts
without a card. A wrong answer that somebody gave once (``**B** ❌``) is none.

Notes:

```markdown
1. Which service stores objects?
    - A. EBS
    - B. S3
    - C. EFS

    Correct answer: B
```

Facts:

```text
question | | Which service stores objects? ⏎  ⏎ - A. EBS ⏎ - B. S3 ⏎ - C. EFS | S3
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import plain
from factdeck.model import Block, BlockKind, FactKind, Sentence

_OPTION = re.compile(r"\W*(?P<letter>[A-H])[.)]\W*\s(?P<text>\S.*)", re.S)
_LETTERS = r"(?P<letters>[A-H]\b(?:[\s,&/*_]*+(?:(?:and|und|or)\s+)?[A-H]\b)*)"
_RIGHT = re.compile(
    rf"\W*(?:(?:the )?(?:correct|right) )?(?:answers?|antwort(?:en)?|lösung(?:en)?)"
    rf"(?: (?:is|are|ist|sind))?\s*:\W*{_LETTERS}\W*",
    re.I,
)
_TICKED = re.compile(rf"\W*{_LETTERS}[\s*_]*(?:✅|✓|✔️?)+\s*")
_LEAST = 2


def read(piece: Piece) -> Iterator[Draft]:
    """The question, its options and the right ones."""
    if not piece.body or piece.body[0].kind is not BlockKind.LIST:
        return
    options, rest = _options(piece.body[0])
    verdicts = [*rest, *_lines(piece.body[1:2])]
    verdict = next((block for block in verdicts if _right(block)), None)
    right = _right(verdict) if verdict else ()
    if not verdict or len(options) < _LEAST or not set(right) <= set(options):
        return
    question = f"{piece.text.strip()}\n\n{_shown(options)}"
    named = [options[letter] for letter in options if letter in right]
    answer = named[0] if len(named) == 1 else "\n".join(f"- {text}" for text in named)
    yield Draft(
        FactKind.QUESTION, piece.context.subject, question, answer, question, piece,
        end_line=max(verdict.end_line, piece.body[0].end_line), sentence=Sentence.QUIZ,
    )  # fmt: skip


def _options(block: Block) -> tuple[dict[str, str], Sequence[Block]]:
    """The words of each option by its letter, and the items behind the last option."""
    options: dict[str, str] = {}
    for index, item in enumerate(block.children):
        match = _OPTION.fullmatch(" ".join(item.text.split()))
        if not match or match["letter"] in options:
            return options, block.children[index:]
        options[match["letter"]] = match["text"].strip()
    return options, ()


def _shown(options: Mapping[str, str]) -> str:
    return "\n".join(f"- {letter}. {text}" for letter, text in options.items())


def _lines(blocks: Sequence[Block]) -> Sequence[Block]:
    return [
        line
        for block in blocks
        for line in (block.children if block.kind is BlockKind.LIST else [block])
    ]


def _right(block: Block) -> Sequence[str]:
    """The letters that a line names as right."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return ()
    text = plain(block.text)
    match = _RIGHT.fullmatch(text) or _TICKED.fullmatch(text)
    return re.findall(r"\b[A-H]\b", match["letters"].upper()) if match else ()


SYNTAX = Syntax("quizzes", 20, Shape.CARD, read)
