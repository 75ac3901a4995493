"""A count with its members on the same line gives the number and the members.

The members are separated by commas and have at most eight words each; otherwise only the number is
read.

Notes:

```markdown
# Balancers

- 4 types: Classic, Application, Network, Gateway
```

Facts:

```text
count | Balancers | types | 4
enumeration | Balancers | types | Classic; Application; Network; Gateway
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.counts import count_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.syntaxes.counted_lists import count_draft
from factdeck.facts.text import inline_list, lead, plain, words
from factdeck.model import FactKind

_MEMBER_WORDS = 8
_LEAD_WORDS = 12
_EACH = re.compile(r"(?:one|the (?:first|second|other|others)|another)\b", re.I)
"""What tells of members instead of naming them."""
_AND = re.compile(r"\s+(?:and|und|&)\s+")


def read(piece: Piece) -> Iterator[Draft]:
    """The count, and its members when they follow."""
    split = lead(piece.text)
    if not split or words(split[0]) > _LEAD_WORDS:
        return
    found = count_in(plain(split[0]))
    if not found or not (found.what or piece.context.subject):
        return
    named = _members(split[1])
    short = len(named) > 1 and all(words(plain(part)) <= _MEMBER_WORDS for part in named)
    short = short and not any(map(_EACH.match, named))
    yield count_draft(piece, found, len(named) if short else 0)
    if short:
        subject = found.what or piece.context.subject
        yield Draft(FactKind.ENUMERATION, subject, found.noun, named, piece.text, piece)


def _members(rest: str) -> tuple[str, ...]:
    """The members of an inline list; after a count, "one and another" is one too."""
    listed = inline_list(rest)
    return tuple(_AND.split(rest.strip().rstrip("."))) if len(listed) == 1 else listed


SYNTAX = Syntax("inline-counts", 35, Shape.TEXT, read)
