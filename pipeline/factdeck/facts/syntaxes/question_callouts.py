"""A callout whose title is a question: ``> [!question] …``, its text the answer.

Obsidian also names it ``faq`` and ``help``, and folds it with ``-`` behind the brackets. A title
that ends in a question mark makes a card of any callout. Callouts of other kinds (``note``,
``tip``) are read as if their text stood outside, under their title.

Notes:

```markdown
# Fargate

> [!question]- Which service runs containers without servers?
> AWS Fargate.

> [!tip] Remember
> - Price: by the second
```

Facts:

```text
question | Fargate | Which service runs containers without servers? | AWS Fargate.
property | Fargate | Price | by the second
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import plain
from factdeck.facts.written import READABLE, markdown
from factdeck.model import BlockKind, FactKind

_KINDS = ("question", "faq", "help")


def read(piece: Piece) -> Iterator[Draft]:
    """The title with all that stands below it."""
    callout = piece.block
    if not callout or callout.kind is not BlockKind.CALLOUT or not piece.body:
        return
    asks = callout.info in _KINDS or plain(piece.text).endswith("?")
    if asks and all(block.kind in READABLE for block in piece.body):
        answer = markdown(piece.body)
        yield Draft(
            FactKind.QUESTION,
            piece.context.subject,
            piece.text,
            answer,
            f"{piece.text}\n\n{answer}",
            piece,
            end_line=piece.body[-1].end_line,
        )


SYNTAX = Syntax("question-callouts", 10, Shape.CARD, read, explicit=True)
