"""How a learner finds the cards that are no longer in a deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

_AT_ONCE = 100
"""So many notes one search asks for: the field of Anki's browser is no place for more."""


def searches(guids: Iterable[str]) -> Iterator[str]:
    """Searches for Anki's browser that find the notes, a line each."""
    left = iter(sorted(guids))
    while some := list(islice(left, _AT_ONCE)):  # itertools.batched came with Python 3.12
        yield " OR ".join(f'"Key:{guid}"' for guid in some)
