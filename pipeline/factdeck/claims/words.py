"""Words in the form in which two notes can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'’&/+#-][^\W_]+)*")
_ARTICLES = frozenset(
    """
    a an the der die das ein eine
    """.split()
)
_ALIKE = dict.fromkeys(("type", "sort", "form", "variety", "art", "typ"), "kind")
_IES, _SHORT = 4, 3


def normalised(text: str) -> tuple[str, ...]:
    """The words of a subject or attribute: lower case, singular, without articles."""
    found = (singular(word.lower()) for word in _WORD.findall(text))
    return tuple(_ALIKE.get(word, word) for word in found if word not in _ARTICLES)


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """An English noun in the singular, as far as its ending tells."""
    if word.endswith("ies") and len(word) > _IES:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|z)es$", word):
        return word[:-2]
    if word.endswith("s") and len(word) > _SHORT and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
