"""``front :: back`` is a card, and ``front ::: back`` one in each direction.

There is a blank on both sides of the colons, so that code such as ``std::vector`` is none; nor is
anything between backticks. ``key:: value`` is a field (dialect `inline-fields`).

Notes:

```markdown
AMI :: Amazon Machine Image

port 22 ::: SSH
```

Facts:

```text
question | | AMI | Amazon Machine Image
question | | port 22 | SSH | both ways
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.model import FactKind

_CARD = re.compile(r"(?P<front>.*?\S)\s+(?P<mark>:::?)\s+(?P<back>\S.*)")


def read(piece: Piece) -> Iterator[Draft]:
    """The two sides of a line."""
    match = _CARD.fullmatch(piece.text)
    if match and "`" not in match["front"] + match["back"] and "{{c" not in piece.text:
        yield Draft(
            FactKind.QUESTION,
            piece.context.subject,
            match["front"],
            match["back"],
            piece.text,
            piece,
            both_ways=match["mark"] == ":::",
        )


SYNTAX = Syntax("double-colons", 10, Shape.TEXT, read, explicit=True)
