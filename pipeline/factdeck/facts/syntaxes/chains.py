"""Chains of steps: ``Code -> Build -> Test``; two arrows or more."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import chain, name
from factdeck.model import FactKind

_MIN = 3


def read(piece: Piece) -> Iterator[Draft]:
    """The links in their order, as an enumeration."""
    links = chain(piece.text)
    if len(links) >= _MIN and "`" not in piece.text:
        label = piece.context.label or "order"
        subject = piece.context.subject or name(links[0])
        yield Draft(FactKind.ENUMERATION, subject, f"{label} (in order)", links, piece.text, piece)


SYNTAX = Syntax("chains", 20, Shape.TEXT, read)
