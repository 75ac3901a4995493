"""``Q:`` and ``A:`` whose answer is a list, code, a table or a paragraph of its own.

The answer is what stands right below ``A:``, without a blank line between when ``A:`` has words
of its own; or the question and the answer are paragraphs of their own, one below the other. In
any other case the pair is read line by line, as the syntax `questions` says.

Notes:
```markdown
Q: Which layers?
A:

- 4, for any TCP
- 7, for HTTP

Q: Which port does SSH use?

A: 22
```

Facts:

```text
question | | Which layers? | - 4, for any TCP ⏎ - 7, for HTTP
question | | Which port does SSH use? | 22
```

"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.syntaxes.questions import mark, sides
from factdeck.facts.written import READABLE, markdown
from factdeck.model import Block, BlockKind, FactKind


def read(piece: Piece) -> Iterator[Draft]:
    """One question with the answer below it."""
    lines, taken = piece.text.split("\n"), 0
    first = piece.body[:1]
    if not any(mark(line) == "A" for line in lines) and _is_paragraph(first):
        lines, taken = [*lines, *first[0].text.split("\n")], 1
    if mark(lines[0]) != "Q" or [each for each in map(mark, lines) if each] != ["Q", "A"]:
        return
    question, reply = sides(lines)
    last = first[0].end_line if taken else piece.end_line
    below = piece.body[taken : taken + 1]
    taken += bool(below) and _belongs(below[0], last, reply)
    if taken:
        yield _draft(piece, question, reply, piece.body[:taken])


def _is_paragraph(blocks: tuple[Block, ...]) -> bool:
    return bool(blocks) and blocks[0].kind is BlockKind.PARAGRAPH


def _belongs(block: Block, last: int, reply: str) -> bool:
    """Whether a block below the pair is its answer: there is no other, or it adjoins."""
    answers = block.kind in READABLE and block.kind is not BlockKind.PARAGRAPH
    return answers and block.line - last <= (1 if reply else 2)


def _draft(piece: Piece, question: str, reply: str, body: tuple[Block, ...]) -> Draft:
    below = body[1:] if body[0].kind is BlockKind.PARAGRAPH else body
    answer = "\n\n".join(filter(None, [reply, markdown(below)]))
    return Draft(
        FactKind.QUESTION,
        piece.context.subject,
        question,
        answer,
        "\n\n".join([piece.text, markdown(body)]),
        piece,
        end_line=body[-1].end_line,
    )


SYNTAX = Syntax("answered-questions", 10, Shape.CARD, read, explicit=True)
