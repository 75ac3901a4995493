"""A count with its members on the same line.

- 4 types: Classic, Application, Network, Gateway
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.counts import count_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.syntaxes.counted_lists import count_draft
from factdeck.facts.text import inline_list, lead, plain, words
from factdeck.model import FactKind

_MEMBER_WORDS = 8
_LEAD_WORDS = 12


def read(piece: Piece) -> Iterator[Draft]:
    """The count, and its members when they follow."""
    split = lead(piece.text)
    if not split or words(split[0]) > _LEAD_WORDS:
        return
    found = count_in(plain(split[0]))
    if not found or not (found.what or piece.context.subject):
        return
    named = inline_list(split[1])
    short = len(named) > 1 and all(words(plain(part)) <= _MEMBER_WORDS for part in named)
    yield count_draft(piece, found, len(named) if short else 0)
    if short:
        subject = found.what or piece.context.subject
        yield Draft(FactKind.ENUMERATION, subject, found.noun, named, piece.text, piece)


SYNTAX = Syntax("inline-counts", 35, Shape.TEXT, read)
