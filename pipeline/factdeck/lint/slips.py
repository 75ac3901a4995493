"""Whether a word was meant as another one of a short list."""

from __future__ import annotations

_SHORT = 4


def is_slip(word: str, meant: str) -> bool:
    """Whether ``word`` is ``meant`` but for capitals or one slip of the fingers.

    A letter too many or too few, two that changed places, and in longer words another letter:
    ``long`` is a word, and no slip of ``lang``. The first letter is always right.
    """
    from rapidfuzz.distance import OSA

    small = word.lower()
    if word == meant or small[:1] != meant[:1]:
        return False
    same_letters = len(small) != len(meant) or sorted(small) == sorted(meant)
    return OSA.distance(small, meant) <= 1 and (same_letters or len(meant) > _SHORT)
