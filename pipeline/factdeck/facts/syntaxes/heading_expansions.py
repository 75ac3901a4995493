"""A heading that writes an acronym out.

## AMI = Amazon Machine Image
## EBS (Elastic Block Store)
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.acronyms import expansion
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import name
from factdeck.model import FactKind


def read(piece: Piece) -> Iterator[Draft]:
    """What the acronym of a heading stands for."""
    if found := expansion(name(piece.text)):
        yield Draft(
            FactKind.DEFINITION,
            found.acronym,
            "stands for",
            found.words,
            piece.text,
            piece,
        )


SYNTAX = Syntax("heading-expansions", 20, Shape.HEADING, read)
