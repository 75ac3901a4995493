"""Chains of steps, ``Code -> Build -> Test``, are asked in their order.

It takes two arrows or more: one arrow stands between a term and its meaning.

Notes:

```markdown
# Pipeline

- Code -> Build -> Test
```

Facts:

```text
enumeration | Pipeline | order (in order) | Code; Build; Test
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import chain, name, words
from factdeck.model import FactKind

_MIN = 3
_WORDS = 6
_MOST = 9
_BOTH_WAYS = re.compile(r"<[-=]|↔|⇔")
_BEGINS = re.compile(r"\W*[-=]*[>→⇒➔]")


def _is_order(text: str, links: Sequence[str]) -> bool:
    """Whether the links are steps of one kind, not boxes with words on the arrows between them."""
    if _BEGINS.match(text) or _BOTH_WAYS.search(text) or "`" in text or len(links) > _MOST:
        return False
    if any(words(link) > _WORDS or re.fullmatch(r"\W*\(.*\)\W*", link) for link in links):
        return False
    small = sum(link.strip()[:1].islower() for link in links)
    return small in (0, len(links))


def read(piece: Piece) -> Iterator[Draft]:
    """The links in their order, as an enumeration."""
    links = chain(piece.text)
    if len(links) >= _MIN and _is_order(piece.text, links):
        label = piece.context.label or "order"
        subject = piece.context.subject or name(links[0])
        yield Draft(FactKind.ENUMERATION, subject, f"{label} (in order)", links, piece.text, piece)


SYNTAX = Syntax("chains", 20, Shape.TEXT, read)
