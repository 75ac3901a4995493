"""What an acronym stands for: ``SDK = Software Development Kit``, ``Elastic Block Store (EBS)``."""

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
