"""A sentence that states how many there are of something, and nothing else.

"One of three" is no count, and a number inside a longer sentence is left in its sentence.

Notes:

```markdown
There are three types of load balancers.
```

Facts:

```text
count | load balancers | types | 3
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.counts import count_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.syntaxes.counted_lists import count_draft
from factdeck.facts.text import plain
from factdeck.model import Sentence

_STATES = re.compile(
    r"\b(?:there (?:are|is)|has|have|comes? in|offers?|provides?|supports?|divided into|"
    r"consists? of|es gibt|hat)\s+"
    r"(?:\w+\s+){0,2}?$|^\W*$",
    re.I,
)


def read(piece: Piece) -> Iterator[Draft]:
    """The count of a sentence that is about nothing else."""
    bare = plain(piece.text)
    found = count_in(bare)
    if not found or not found.what or piece.context.sentence is not Sentence.STATEMENT:
        return
    if _STATES.search(bare[: bare.find(found.text)]):
        yield count_draft(piece, found)


SYNTAX = Syntax("stated-counts", 36, Shape.TEXT, read)
