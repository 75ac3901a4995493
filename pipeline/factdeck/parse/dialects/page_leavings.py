"""What a page layout leaves in text: page numbers on lines of their own."""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_PAGE = re.compile(
    r"\s*(?:-\s*\d{1,4}\s*-|(?:page|seite|p\.)\s*\d{1,4}(?:\s*(?:of|von|/)\s*\d{1,4})?)\s*", re.I
)


def rewrite(lines: Lines) -> Lines:
    """Empty the lines that say only which page this is."""
    return ["" if _PAGE.fullmatch(line) else line for line in lines]


DIALECT = Dialect("page leavings", 30, rewrite, dropped="page number")
