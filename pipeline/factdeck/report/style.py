"""Colours of a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

BOLD, RED, YELLOW, BLUE = "1", "1;31", "1;33", "1;34"


def paint(text: str, style: str, coloured: bool) -> str:
    """The text in a style of this module, or as it is."""
    return f"\x1b[{style}m{text}\x1b[0m" if coloured else text


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours to a stream: NO_COLOR and FORCE_COLOR go before what it is."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"
