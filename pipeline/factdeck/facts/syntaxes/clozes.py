"""Clozes: ``{{c1::answer}}`` or ``{{c1::answer::hint}}`` as in Anki, or ``==answer==``.

The user that owns an account is the {{c1::root}} user.
An AMI is tied to a ==region==.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.model import FactKind

_CLOZE = re.compile(r"\{\{c\d[\d,]*::")
_MARK = re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]*[^\s=]==(?![=\w])")


def read(piece: Piece) -> Iterator[Draft]:
    """The text as a cloze, exactly as written."""
    if _CLOZE.search(piece.text) or _MARK.search(piece.text):
        yield Draft(FactKind.CLOZE, piece.context.subject, "", piece.text, piece.text, piece)


SYNTAX = Syntax("clozes", 5, Shape.TEXT, read, explicit=True)
