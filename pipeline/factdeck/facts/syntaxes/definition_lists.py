"""A definition list: a term on its own line, ``:`` and its meaning below.

Several terms may share a meaning, and a term may have several; each pair is a fact.

Notes:

```markdown
Elasticity
: Adding and removing capacity as demand changes.
```

Facts:

```text
definition | Elasticity | is | Adding and removing capacity as demand changes.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import name
from factdeck.model import Block, BlockKind, FactKind


def read(piece: Piece) -> Iterator[Draft]:
    """Each term with each of its meanings."""
    terms: list[Block] = []
    meanings_begun = False
    for block in piece.block.children if piece.block else ():
        if block.kind is BlockKind.TERM:
            terms = [] if meanings_begun else terms
            terms.append(block)
            meanings_begun = False
            continue
        meanings_begun = True
        for term in terms:
            yield Draft(
                FactKind.DEFINITION,
                name(term.text),
                "is",
                " ".join(block.text.split()),
                f"{term.text}\n: {block.text}",
                piece,
                line=term.line,
                end_line=block.end_line,
            )


SYNTAX = Syntax("definition-lists", 10, Shape.DEFINITIONS, read, explicit=True)
