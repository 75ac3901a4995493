"""What the rules about spelling share: the finding that a word should be another."""

from __future__ import annotations

from collections.abc import Sequence

from factdeck.lint.rule import Rule, Subject
from factdeck.model import Edit, Finding, Fix, Span

_LONGEST_ACRONYM = 5


def misspelled(
    rule: Rule[Subject], span: Span, wrong: str, right: Sequence[str], why: str = ""
) -> Finding:
    """A finding that the word at ``span`` should be one of ``right``, the likeliest first.

    A fix is offered when there is but one; it is unsafe, for only the author knows the word.
    """
    message = f'"{wrong}" should be ' + " or ".join(f'"{word}"' for word in right[:3]) + why
    fix = None
    if len(right) == 1:
        fix = Fix(False, f'Write "{right[0]}"', (Edit(span, right[0]),))
    return rule.finding(span, message, wrong.lower(), fix=fix)


def is_plain(word: str) -> bool:
    """Whether it is written as a word: not as a name with capitals inside, nor as an acronym."""
    return word[1:].islower() or (word.isupper() and len(word) > _LONGEST_ACRONYM)


def as_capitalised(word: str, like: str) -> str:
    """``word`` in lower case with the capital letters that ``like`` has."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
