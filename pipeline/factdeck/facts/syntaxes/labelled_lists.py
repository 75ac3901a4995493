"""A label line above a list of short members: the list is asked as a whole.

The label says what of the thing above the members are, or of the thing that it names itself
("There are several types of ports:"). Items of more than six words are facts of their own
instead.

Notes:

```markdown
# Amazon S3

**Use cases:**

- Backup
- Disaster recovery
```

Facts:

```text
enumeration | Amazon S3 | Use cases | Backup; Disaster recovery
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.counts import kinds_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.headings import names_group
from factdeck.facts.lists import members
from factdeck.facts.text import name, plain, words
from factdeck.model import FactKind

_PREDICATE_WORDS = 12
_SHORT = 6
_ELSEWHERE = re.compile(r"\b(?:this|these|following|above|below|folgende\w*)\b", re.I)
_PATH = re.compile(r"://|\w/\w+/\w|\w\\\w+\\\w")
_SAYS = re.compile(
    r"(?:we|you|i|it|they|this|these|there|here|let|let's|wir|sie|es|man|dies|hier)\b", re.I
)
"""Labels that are sentences about the reader or the text name no group of things."""


def read(piece: Piece) -> Iterator[Draft]:
    """The list as an enumeration of what its label says."""
    if not piece.block or not (label := name(piece.text)) or words(label) > _PREDICATE_WORDS:
        return
    subject = piece.context.subject
    if kinds := kinds_in(label):
        label, subject = kinds[0], kinds[1] or subject
    elif _SAYS.match(label) or _ELSEWHERE.search(label) or not names_group(label):
        return
    listed = members(piece.block)
    if any(_PATH.search(plain(member)) for member in listed):
        return
    if not listed or not subject or any(words(plain(member)) > _SHORT for member in listed):
        return
    yield Draft(
        FactKind.ENUMERATION,
        subject,
        label,
        listed,
        piece.text,
        piece,
        end_line=piece.block.end_line,
    )


SYNTAX = Syntax("labelled-lists", 20, Shape.LIST, read)
