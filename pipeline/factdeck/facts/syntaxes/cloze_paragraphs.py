"""A paragraph with a cloze in it stays one card, however many sentences it has.

Sentences around a cloze are there to be read with it; that goes for a bullet, too. Marks
(``==like this==``) are asked sentence by sentence. See `clozes` for how a cloze is written.

Notes:

```markdown
An AMI is tied to a {{c1::region}}. To use it in another one,
it is {{c2::copied}}.
```

Facts:

```text
cloze | | | An AMI is tied to a {{c1::region}}. To use it in another one, ⏎ it is {{c2::copied}}.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.syntaxes import clozes


def read(piece: Piece) -> Iterator[Draft]:
    """The paragraph as a cloze, exactly as written."""
    if "{{c" in piece.text:
        yield from clozes.read(piece)


SYNTAX = Syntax("cloze-paragraphs", 5, Shape.CARD, read, explicit=True)
