"""A stated count above its list: both the number and the list are facts.

The linter compares the two (rule C301) and counts of the same thing across files (C302). A remark
at the end of the list is no member, and a list that ends in "etc." has no length.

Notes:

```markdown
# EC2

Three purchasing options:

- On demand
- Reserved
- Spot
```

Facts:

```text
count | EC2 | purchasing options | 3
enumeration | EC2 | purchasing options | On demand; Reserved; Spot
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.counts import Count, count_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.lists import listed, members
from factdeck.facts.text import plain
from factdeck.model import Block, BlockKind, FactKind, Quantity


def read(piece: Piece) -> Iterator[Draft]:
    """The count, and the list as an enumeration of the same."""
    found = count_in(plain(piece.text)) if piece.text and piece.block else None
    if not found or not piece.block:
        return
    yield count_draft(piece, found, _listed(piece, piece.block, found))
    if named := members(piece.block):
        yield Draft(
            FactKind.ENUMERATION,
            found.what or piece.context.subject,
            found.noun,
            named,
            piece.text,
            piece,
            end_line=piece.block.end_line,
        )


def _listed(piece: Piece, block: Block, found: Count) -> int:
    """The length of the list; not clear when it may go on behind something in between."""
    length = listed(block)
    goes_on = any(later.kind is BlockKind.LIST for later in piece.body)
    return 0 if length < found.number and goes_on else length


def count_draft(piece: Piece, found: Count, listed: int = 0) -> Draft:
    """A count as a fact on its first line; ``listed`` members follow it."""
    return Draft(
        FactKind.COUNT,
        found.what or piece.context.subject,
        found.noun,
        Quantity(found.number, found.noun, found.text),
        piece.text,
        piece,
        end_line=piece.line,
        listed=listed,
    )


SYNTAX = Syntax("counted-lists", 10, Shape.LIST, read)
