"""A line that writes an acronym out says what it stands for.

``SDK = Software Development Kit`` or ``Elastic Block Store (EBS)``; it is believed when the words
spell the acronym. The linter finds an acronym with two expansions (rule C304).

Notes:

```markdown
- SDK = Software Development Kit
- Elastic Block Store (EBS)
```

Facts:

```text
definition | SDK | stands for | Software Development Kit
definition | EBS | stands for | Elastic Block Store
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.acronyms import expansion
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import plain
from factdeck.model import FactKind, Sentence


def read(piece: Piece) -> Iterator[Draft]:
    """A line that does nothing but write an acronym out."""
    found = expansion(plain(piece.text))
    if found and piece.context.sentence is Sentence.STATEMENT:
        yield Draft(
            FactKind.DEFINITION, found.acronym, "stands for", found.words, piece.text, piece
        )


SYNTAX = Syntax("expansions", 30, Shape.TEXT, read)
