"""A heading that ends in ``?``, its short section the answer.

## Which services run containers without servers?

AWS Fargate.
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import name, words
from factdeck.model import Block, BlockKind, FactKind

_ANSWER_WORDS, _ITEMS = 60, 5
_ANSWERS = (BlockKind.PARAGRAPH, BlockKind.LIST)


def read(piece: Piece) -> Iterator[Draft]:
    """The heading with its section, when that is a paragraph or a list or both."""
    question = name(piece.text)
    if not question.endswith("?") or words(question) < 2 or not piece.body:
        return
    if all(block.kind in _ANSWERS for block in piece.body):
        answer = "\n\n".join(_markdown(block) for block in piece.body)
        if words(answer) > _ANSWER_WORDS or any(len(b.children) > _ITEMS for b in piece.body):
            return
        end_line = piece.body[-1].end_line
        yield Draft(FactKind.QUESTION, "", question, answer, question, piece, end_line=end_line)


def _markdown(block: Block, indent: str = "") -> str:
    if block.kind is BlockKind.PARAGRAPH:
        return block.text
    lines = []
    for item in block.children:
        marker = "-" if item.number is None else f"{item.number}."
        lines.append(f"{indent}{marker} {' '.join(item.text.split())}")
        lines += [
            _markdown(inner, indent + "    ") for inner in item.children if inner.kind in _ANSWERS
        ]
    return "\n".join(lines)


SYNTAX = Syntax("heading-questions", 10, Shape.HEADING, read, explicit=True)
