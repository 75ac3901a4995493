"""A heading that writes an acronym out says what it stands for.

It is believed when the words spell the acronym. See `expansions` for the same in a line.

Notes:

```markdown
## AMI = Amazon Machine Image

## EBS (Elastic Block Store)
```

Facts:

```text
definition | AMI | stands for | Amazon Machine Image
definition | EBS | stands for | Elastic Block Store
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.acronyms import expansion, expansions
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import name
from factdeck.model import FactKind


def read(piece: Piece) -> Iterator[Draft]:
    """What the acronym of a heading stands for."""
    text = name(piece.text)
    if found := expansion(text) or next(expansions(text), None):
        yield Draft(
            FactKind.DEFINITION,
            found.acronym,
            "stands for",
            found.words,
            piece.text,
            piece,
        )


SYNTAX = Syntax("heading-expansions", 20, Shape.HEADING, read)
