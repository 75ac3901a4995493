"""Prose: a sentence or bullet that says one thing about the thing of its heading.

It is about what it begins with when that is a name, else about the nearest heading that names a
thing. A statement becomes a card when it has one thing to ask for: what its author made
bold, or its one quantity.

Notes:

```markdown
# Amazon S3

- Stores objects in **buckets**

Amazon Glacier is for archives.
```

Facts:

```text
statement | Amazon S3 | | Stores objects in **buckets**
statement | Amazon Glacier | | Amazon Glacier is for archives.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import name, plain, words
from factdeck.model import FactKind

_LINK = re.compile(
    r"(?:\W*(?:https?://|www\.)\S+\W*)+$|\W*\[[^\]]*\]\([^)]*\)\W*$|\W*\[\[[^\]]*\]\]\W*$"
)
_VERB = re.compile(
    r"\s(?P<verb>is|are|was|were|can|cannot|can't|must|should|will|has|have|does|do|allows?|provides?|supports?|"
    r"uses?|means|contains?|ist|sind|kann|muss|hat|haben)\s",
)
_SUBJECT_WORDS = 6


def read(piece: Piece) -> Iterator[Draft]:
    """The statement; what is no sentence about anything (a bare link) is none."""
    bare = plain(piece.text)
    if _LINK.fullmatch(piece.text.strip()) or not re.search(r"[^\W\d_]{2}", bare):
        return
    subject = _own_subject(bare) or piece.context.subject
    label = piece.context.label
    yield Draft(
        FactKind.STATEMENT,
        subject,
        label.lower() if label else "",
        piece.text,
        piece.text,
        piece,
        no_card="" if subject else "says nothing of a known subject",
    )


def _own_subject(bare: str) -> str:
    """What a sentence is about when it begins with a name: "AWS Batch runs …" → "AWS Batch"."""
    match = _VERB.search(bare)
    if not match:
        return ""
    head = bare[: match.start()].strip()
    if words(head) > _SUBJECT_WORDS or head.endswith((",", ";")):
        return ""
    capitals = re.findall(r"(?<!^)\b[A-Z][\w.&-]*|[A-Z0-9]{2,}|[a-z][A-Z]", head)
    return (
        name(re.sub(r"^(?:The|An?|Each|Every|All|Der|Die|Das|Ein|Eine)\s+", "", head))
        if capitals
        else ""
    )


SYNTAX = Syntax("statements", 90, Shape.TEXT, read)
