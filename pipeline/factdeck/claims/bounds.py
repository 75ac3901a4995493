"""In what way a value holds, read from the words around it."""

from __future__ import annotations

import re

from factdeck.claims.claim import Bound, Modality

_BOUNDS = (
    (
        Bound.FORMERLY,
        r"\b(?:was|were|formerly|previously|used to be|originally|in the past|früher)\b",
    ),
    (Bound.SOFT, r"\bsoft(?:\s+\w+)?\s+limit\b"),
    (Bound.HARD, r"\bhard(?:\s+\w+)?\s+limit\b"),
    (Bound.DEFAULT, r"\b(?:defaults?|initially|out of the box|standardmäßig)\b"),
    (
        Bound.AT_MOST,
        r"\b(?:up to|upto|up until|all the way to|max(?:imum|imal)?|at most|no more than|"
        r"not more than|cannot exceed|less than|under|below|limits?|limited to|"
        r"as (?:much|many|large|big|long|high) as|"
        r"increased to|extended to|bis zu|höchstens|maximal)\b|[<≤]"
        r"|\b(?:scal(?:es?|ing)|grow(?:s|ing|n)?|expand(?:s|ed)?|extend(?:s|ed)?|increments)\b"
        r".{0,30}\bto\s*$",
    ),
    (
        Bound.AT_LEAST,
        r"\b(?:at least|min(?:imum|imal)?|no less than|not less than|more than|greater than|"
        r"over|above|as (?:small|little|few|low|short) as|"
        r"start(?:s|ing)? (?:at|from|with|w/)|or more|mindestens|über)\b|[>≥]|(?<=\d)\+",
    ),
    (
        Bound.ABOUT,
        r"\b(?:about|around|approx(?:imately)?|roughly|circa|ca|nearly|almost|usually|typically|"
        r"often|etwa|ungefähr|rund)\b|~|≈",
    ),
)
_COMPILED = tuple((bound, re.compile(pattern, re.I)) for bound, pattern in _BOUNDS)
_MODALITIES = tuple(
    (modality, re.compile(pattern, re.I))
    for modality, pattern in (
        (Modality.RECOMMENDED, r"\b(?:recommend\w*|should|suggest\w*|advis\w*|ideally|sollte)\b"),
        (Modality.MUST, r"\b(?:must|required?|have to|has to|needs? to|mandatory|muss)\b"),
        (Modality.MAY, r"\b(?:may|might|can|could|optional(?:ly)?|kann)\b"),
    )
)
_CONDITION = re.compile(
    r"\b(?:if|when(?:ever)?|unless|except|without|with(?!in)|after|before|until|since|as of|for|"
    r"during|depending|provided|assuming|while|wenn|falls|ohne|nach|vor|seit|außer)\s+"
    r"(?!(?:if|when|unless|except|without|wenn|falls|ohne)\b)"  # "for <5 days> without batching"
    r"(?P<what>(?:[^\W_][\w'’/&.-]*\s*){1,6})",
    re.I,
)
_PER = re.compile(
    r"(?:\bper\b|\b(?:for|in|on|of)\s+(?:each|every)\b|\beach\b|\bpro\b)\s*"
    r"(?P<what>[^\W\d_][\w-]*)",
    re.I,
)


def bound(before: str, after: str = "") -> Bound:
    """What the words just before a value, else those just after it, make of it.

    The nearest word before it decides.
    """
    found = [
        (match.end(), kind) for kind, pattern in _COMPILED for match in pattern.finditer(before)
    ]
    if found:
        return max(found)[1]
    return next((kind for kind, pattern in _COMPILED if pattern.search(after)), Bound.EXACT)


def modality(text: str) -> Modality:
    """What the verb of a clause says."""
    return next((kind for kind, pattern in _MODALITIES if pattern.search(text)), Modality.IS)


def conditions(text: str) -> tuple[str, ...]:
    """The phrases that narrow what a clause says: "if you pay upfront", "without batching"."""
    return tuple(match[0].strip().lower() for match in _CONDITION.finditer(text))


def per(text: str) -> str:
    """What something is counted for: "per region", "for each table", "a day", or ""."""
    match = _PER.search(text)
    return match["what"].lower().strip() if match else ""
