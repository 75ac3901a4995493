"""A heading that states a count: ``## Four types of storage gateways``.

When a list follows, it is compared with the number. A bare ``## 5 pillars`` counts those of the
heading above it.

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
from dataclasses import replace

from factdeck.facts.counts import Count, count_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.headings import thing
from factdeck.facts.lists import listed
from factdeck.facts.syntaxes.counted_lists import count_draft
from factdeck.facts.text import name
from factdeck.model import BlockKind

_NAME_WORDS = 5


def read(piece: Piece) -> Iterator[Draft]:
    """The count of a heading, of what it says or of what the heading above it names."""
    found = count_in(name(piece.text))
    if not found:
        return
    if not found.what:
        found = replace(found, what=_of(piece, found))
    lists = [block for block in piece.body if block.kind is BlockKind.LIST]
    first = piece.body[0] if piece.body else None
    if found.what:
        yield count_draft(piece, found, listed(lists[0]) if lists == [first] else 0)


def _of(piece: Piece, found: Count) -> str:
    """What a bare count is of: the words before it, else the heading above when that is all."""
    text = name(piece.text)
    before, _, after = text.partition(found.text)
    above = piece.context.headings[-2:-1]
    if before.strip() and not after.strip() and len(before.split()) <= _NAME_WORDS:
        return before.strip(" :-–")
    return thing(above[0]) if text == found.text and above else ""


SYNTAX = Syntax("heading-counts", 15, Shape.HEADING, read)
