"""A heading that states a count: ``## Four types of storage gateways``.

When a list follows, it is compared with the number.

Notes:

```markdown
## Four types of storage gateways

Some words about gateways.
```

Facts:

```text
count | storage gateways | types | 4
statement | storage gateways | | Some words about gateways.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.counts import count_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.lists import listed
from factdeck.facts.syntaxes.counted_lists import count_draft
from factdeck.facts.text import name
from factdeck.model import BlockKind


def read(piece: Piece) -> Iterator[Draft]:
    """The count of a heading that says of what."""
    found = count_in(name(piece.text))
    if not found or not found.what:
        return
    lists = [block for block in piece.body if block.kind is BlockKind.LIST]
    first = piece.body[0] if piece.body else None
    yield count_draft(piece, found, listed(lists[0]) if lists == [first] else 0)


SYNTAX = Syntax("heading-counts", 15, Shape.HEADING, read)
