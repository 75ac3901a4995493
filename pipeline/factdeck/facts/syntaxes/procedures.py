"""Numbered steps under "Steps" or "How to …" are asked in their order, when they are short.

Three to seven steps of at most eight words each make one card; longer ones nobody says from
memory word for word. The steps that are no sentences of their own are facts of the list only.

Notes:

```markdown
# Elastic IP

## Steps

1. Allocate it
2. Associate it
3. Release it after use
```

Facts:

```text
enumeration | Elastic IP | Steps (in order) | Allocate it; Associate it; Release it after use
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import name, plain, words
from factdeck.model import FactKind

_PROCEDURE = re.compile(
    r"\b(?:steps?|procedures?|process|workflow|how to|how \w+ works|how it works|sequence|phases|"
    r"stages|schritte?|ablauf|vorgehen|reihenfolge|so geht)\b",
    re.I,
)
_STEPS = range(3, 8)
_STEP_WORDS = 8


def read(piece: Piece) -> Iterator[Draft]:
    """The steps as an enumeration in order."""
    context, block = piece.context, piece.block
    title = _title(piece)
    if not block or not title or not context.subject:
        return
    numbers = [item.number for item in block.children]
    steps = tuple(" ".join(item.text.split()) for item in block.children)
    if numbers != list(range(1, len(numbers) + 1)) or len(steps) not in _STEPS:
        return
    if any(item.children for item in block.children) or len(set(steps)) < len(steps):
        return
    if all(0 < words(plain(step)) <= _STEP_WORDS for step in steps):
        label = "" if title == context.subject else title
        yield Draft(
            FactKind.ENUMERATION,
            context.subject,
            f"{label or 'steps'} (in order)",
            steps,
            piece.text or title,
            piece,
            line=piece.line if piece.text else block.line,
            end_line=block.end_line,
        )


def _title(piece: Piece) -> str:
    """The line or heading above the list that says that steps follow, or ""."""
    context = piece.context
    last = context.headings[-1] if context.headings else ""
    above = (name(piece.text), context.label, last)
    return next((text for text in above if _PROCEDURE.search(text)), "")


SYNTAX = Syntax("procedures", 15, Shape.LIST, read)
