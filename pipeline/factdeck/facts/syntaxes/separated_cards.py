"""A question mark on a line of its own parts the two sides of a card.

This is how Obsidian's spaced repetition plugin writes cards of several lines: the question, ``?``,
the answer; with ``??`` for a card in each direction. The card goes on up to the next blank line,
a list or code right below the last line included.

Notes:

```markdown
Which resource runs a pod
on every node?
?
A daemon set.

List the pods of all namespaces
?
- `kubectl get pods -A`

etcd
??
the store of a cluster's state
```

Facts:

```text
question | | Which resource runs a pod ⏎ on every node? | A daemon set.
question | | List the pods of all namespaces | - `kubectl get pods -A`
question | | etcd | the store of a cluster's state | both ways
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.written import READABLE, markdown
from factdeck.model import BlockKind, FactKind

_MARKS = ("?", "??")


def read(piece: Piece) -> Iterator[Draft]:
    """The two sides of a paragraph with one such line."""
    lines = [line.strip() for line in piece.text.split("\n")]
    marks = [index for index, line in enumerate(lines) if line in _MARKS]
    if len(marks) != 1 or not marks[0]:
        return
    below = [
        block
        for block in piece.body[:1]
        if block.kind in READABLE
        and block.kind is not BlockKind.PARAGRAPH
        and block.line == piece.end_line + 1
    ]
    front, back = "\n".join(lines[: marks[0]]), "\n".join(lines[marks[0] + 1 :])
    back = "\n\n".join(filter(None, [back, markdown(below)]))
    if back:
        yield Draft(
            FactKind.QUESTION,
            piece.context.subject,
            front,
            back,
            "\n\n".join(filter(None, [piece.text, markdown(below)])),
            piece,
            end_line=below[-1].end_line if below else piece.end_line,
            both_ways=lines[marks[0]] == "??",
        )


SYNTAX = Syntax("separated-cards", 12, Shape.CARD, read, explicit=True)
