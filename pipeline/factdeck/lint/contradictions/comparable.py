"""Whether two claims speak of the same thing, and if not, why."""

from __future__ import annotations

import re

from factdeck.claims.claim import Bound, Claim, Measure
from factdeck.claims.concepts import unified
from factdeck.claims.words import SMALL, content, light, singular, stem, telling
from factdeck.lint.contradictions.views import View, heading

_UNKNOWN_ALLOWED = 1
_MUCH = 3
"""So many telling words in common outweigh one more that only one side has."""
_LISTS = ("members", "only")
_STRICT = ("polarity", "only")
_NARROWS = re.compile(
    r"(?:if|when|whenever|unless|except|without|with|as of|wenn|falls|ohne)\b", re.I
)
_LIMITS = frozenset({Bound.EXACT, Bound.AT_MOST, Bound.HARD, Bound.AT_LEAST, Bound.ABOUT})


def why_not(a: View, b: View) -> str:
    """Why the two may not be compared, or "" when they may."""
    return (
        _structure(a.claim, b.claim)
        or _qualifiers(a, b)
        or _subject(a, b)
        or _attribute(a, b)
        or _conditions(a, b)
    )


def _structure(a: Claim, b: Claim) -> str:
    """What stands beside each other, in one section, differs on purpose."""
    mine, theirs = a.fact.span, b.fact.span
    if mine.path != theirs.path:
        return ""
    if mine.line == theirs.line:
        return "one statement"
    if a.fact.headings == b.fact.headings and a.extractor != "only":
        return "one section"
    if a.fact.place.table or b.fact.place.table:
        return "a table of the same file"
    if a.extractor == "polarity" and _siblings(a.fact.headings, b.fact.headings):
        return "two things of one section"
    return ""


def _siblings(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two headings below the same one each name something that the other does not."""
    one, other = (set(filter(telling, content(" ".join(each[-1:])))) for each in (mine, theirs))
    return mine[:-1] == theirs[:-1] and bool(one - other) and bool(other - one)


def _qualifiers(a: View, b: View) -> str:
    """Bound, and what it is counted for; "a message has up to …" is per message."""
    mine, theirs = a.claim, b.claim
    if mine.bound is not theirs.bound and not {mine.bound, theirs.bound} <= _LIMITS:
        return f"{mine.bound} and {theirs.bound}"
    per, per_ = mine.per.split()[-1:], theirs.per.split()[-1:]
    if per != per_ and not (
        _of_each(per, theirs) if not per_ else not per and _of_each(per_, mine)
    ):
        return f"per {mine.per} and per {theirs.per}"
    return ""


def _of_each(per: list[str], claim: Claim) -> bool:
    """Whether a claim that is counted for nothing is about one of what the other is per.

    How many there are is another matter: of 6 copies in all 2 may be in each zone.
    """
    return not _counted(claim) and singular(per[0]) in claim.words


def _counted(claim: Claim) -> bool:
    """Whether the value is a count of things, of which there may be so many in each."""
    return isinstance(claim.value, Measure) and claim.value.dimension.startswith("count of")


def _subject(a: View, b: View) -> str:
    if not a.focus & b.focus:
        return "another subject"
    if a.claim.extractor == "counts" and not _says_of_what(a, b):
        return "neither says of what"
    if a.prefixes and b.prefixes and not a.prefixes & b.prefixes:
        return "another prefix"
    for one, other in ((a, b), (b, a)):
        unknown = sorted(word for word in one.names if not _knows(other, word))
        if unknown:
            return f"only one side names {unknown[0]}"
    return ""


def _says_of_what(a: View, b: View) -> bool:
    """Whether both counts say of what they are, or one of them does in two words at least."""
    sure = [each for each in (a, b) if each.claim.confidence == 1]
    return len(sure) == 2 or any(len(each.focus) > 1 for each in sure)


def _conditions(a: View, b: View) -> str:
    """What one side says under a condition that the other side does not know."""
    for one, other in ((a, b), (b, a)):
        for said in one.claim.conditions:
            unknown = [w for w in content(said) if not light(w) and not _knows(other, w)]
            if _NARROWS.match(said) and unknown:
                return f"only {said}"
    return ""


def _attribute(a: View, b: View) -> str:
    if a.claim.concept and b.claim.concept and a.claim.concept != b.claim.concept:
        return f"{a.claim.concept} and {b.claim.concept}"
    if not {word for word in a.attribute & b.attribute if not light(word)} - a.focus - b.focus:
        return "another attribute"
    close = a.claim.span.path == b.claim.span.path
    extra = [_extra(a, b, close=close), _extra(b, a, close=close)]
    if max(map(len, extra)) > (0 if close else _allowed(a, b)):
        return f"only one side says {', '.join(sorted(extra[0] | extra[1]))}"
    return ""


def _allowed(a: View, b: View) -> int:
    """How many words one side may say that the other does not know, in two files."""
    if _counted(a.claim) or a.claim.extractor in _STRICT or not (_says(a) and _says(b)):
        return 0
    return _UNKNOWN_ALLOWED + (min(_shared(a, b), _shared(b, a)) >= _MUCH)


def _shared(one: View, other: View) -> int:
    """How many of the words that one side says of its subject the other knows; a concept is one."""
    subject = {stem(word) for word in one.focus}
    known = {word for word in _said(one) if not light(word) and _knows(other, word)}
    return len({word for word in unified(known, one.dimension) if word not in subject})


def _says(view: View) -> bool:
    """Whether the words of a quantity say of what it is, not only what stands above it."""
    claim = view.claim
    return claim.extractor != "quantities" or any(map(telling, claim.words))


def _extra(one: View, other: View, *, close: bool) -> set[str]:
    """The stems of what one side says of its attribute that the other does not know.

    In one file the headings tell sections apart.
    """
    told_apart = close and one.claim.extractor != "only"  # which is of a thing by its full name
    said = _said(one) | (heading(one) if told_apart else frozenset())
    if one.claim.extractor == "polarity":
        said |= frozenset(filter(telling, one.claim.words))
    return {stem(word) for word in said if not light(word) and not _knows(other, word)}


def _said(view: View) -> frozenset[str]:
    """What a claim says of its attribute, and what stands above it."""
    own = frozenset() if view.claim.extractor in _LISTS else view.attribute - view.focus
    return view.heads | own


def _knows(view: View, word: str) -> bool:
    known = view.known | view.attribute
    if "-" in word and all(part in known or part in SMALL for part in word.split("-")):
        return True
    return word in known or stem(word) in known or unified((word,), view.dimension) <= known
