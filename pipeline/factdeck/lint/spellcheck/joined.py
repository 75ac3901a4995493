"""Words that were run together, told by the little word that is one of them."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.lint import lexicon
from factdeck.lint.spellcheck.edits import undone
from factdeck.lint.spellcheck.vocabulary import Vocabulary

# Two of these make no word together.
_LITTLE = frozenset(
    "a an the and or of to in on at as by for from with is are was were be can will should it its "
    "this that these those which each every other when your their have has least most well lot "
    "between because".split()
)
# One of these and another word make none, as on does in onboard, and any in anycast.
_APART = frozenset(
    "the and for from with this that which each every when your their have between because".split()
)
_SHORTEST = 3


def parts(word: str, notes: Vocabulary) -> tuple[str, ...]:
    """The two words that the unknown ``word`` consists of; nothing when that is not sure."""
    if notes.is_name(word):
        return ()
    ways = tuple((word[:way], word[way:]) for way in range(1, len(word)))
    return next(_little(ways), ()) or next(_apart(word, ways, notes), ())


def _little(ways: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for one, other in ways:
        if one in _LITTLE and other in _LITTLE and max(len(one), len(other)) >= _SHORTEST:
            yield one, other


def _apart(
    word: str, ways: tuple[tuple[str, str], ...], notes: Vocabulary
) -> Iterator[tuple[str, str]]:
    """Ways that hold a little word, when the whole is like no word that people mean."""
    likely = [
        (one, other)
        for one, other in ways
        if (one in _APART and _is_used(other, notes)) or (other in _APART and _is_used(one, notes))
    ]
    if likely and not any(undone(word, lexicon.has, lexicon.begins)):
        yield from likely


def _is_used(word: str, notes: Vocabulary) -> bool:
    common = len(word) >= _SHORTEST and lexicon.rank(word) <= lexicon.COMMON
    return common and notes.counts[word] > 0
