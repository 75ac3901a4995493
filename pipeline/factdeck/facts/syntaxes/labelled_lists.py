"""A label line above a list of short members.

**Use cases:**

- Backup
- Disaster recovery
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.lists import members
from factdeck.facts.text import name, plain, words
from factdeck.model import FactKind

_PREDICATE_WORDS = 12
_SHORT = 6
_SAYS = re.compile(
    r"(?:we|you|i|it|they|this|these|there|here|let|let's|wir|sie|es|man|dies|hier)\b", re.I
)
"""Labels that are sentences about the reader or the text name no group of things."""


def read(piece: Piece) -> Iterator[Draft]:
    """The list as an enumeration of what its label says."""
    if not piece.block or not (label := name(piece.text)) or words(label) > _PREDICATE_WORDS:
        return
    if _SAYS.match(label):
        return
    listed = members(piece.block)
    subject = piece.context.subject
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
