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

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from factdeck.facts.counts import Count, announced
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.lists import listed, members
from factdeck.facts.text import plain
from factdeck.model import Block, BlockKind, FactKind, Quantity

_OF_WHICH = re.compile(r"\b(?:of (?:which|them|these)|only|davon)\b|:\s+\S.*\w", re.I)
"""What tells which of them the list is of, or names them on the line itself."""


def read(piece: Piece) -> Iterator[Draft]:
    """The count, and the list as an enumeration of the same."""
    found = announced(plain(piece.text)) if piece.text and piece.block else None
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
    unclear = (
        _OF_WHICH.search(plain(piece.text))
        or found.number in _runs(block)
        or (length < found.number and _may_go_on(block, piece.body, found.number))
    )
    return 0 if unclear and length != found.number else length


def _runs(block: Block) -> Iterator[int]:
    """How many items stand above each blank line that parts items without one between them."""
    gaps = [later.line - earlier.end_line > 1 for earlier, later in pairwise(block.children)]
    return (index for index, gap in enumerate(gaps, 1) if gap and not all(gaps))


def _may_go_on(block: Block, body: Sequence[Block], number: int) -> bool:
    """Whether what follows can be more of a list.

    Only words that are neither picture nor code part two lists, and only when these do not
    make up the number together, nor does one count where the other ends.
    """
    later = [each for each in body if each.kind is BlockKind.LIST]
    if not later:
        return False
    if body[0].kind is not BlockKind.PARAGRAPH or not plain(body[0].text):
        return True
    lengths = [len(each.children) for each in (block, *later)]
    return number in accumulate(lengths) or later[0].children[0].number == lengths[0] + 1


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
