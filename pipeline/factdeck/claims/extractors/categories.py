"""One of a kind: which layer, port, scope, year or name something has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.claims import Extractor, bounds
from factdeck.claims.claim import Claim, Symbol
from factdeck.claims.frames import Frame, clauses, is_example, is_supposed, readable
from factdeck.claims.words import content, normalised, stem

_NUMBERED = re.compile(
    r"(?:\b(?:operates?|works?|runs?|functions?|listens?|is|uses?)\s+(?:\w+\s+){0,2}?(?:at|on|in|over)?\s*"
    r"|\(\s*|[:=–—]\s*|\s-\s)(?:the\s+)?(?:(?:OSI|TCP|UDP|default)\s+)?"
    r"(?P<noun>layer|port|schicht)\s+(?P<number>\d{1,5})\b"
    r"(?!\s*(?:/|-|–|,|and|or|to|&|und)\s*(?:\w+\s+)?\d)",
    re.I,
)
_NAMED = re.compile(
    r"(?:\b(?P<noun>layer|level|stage|phase|port)\s+(?P<number>\d{1,5})\s*"
    r"(?:\((?:the\s+)?|[:=–-]\s*(?:the\s+)?|"
    r"\bis\s+(?:the\s+)?)(?P<name>[A-Z]?[a-z]+(?:[ -][A-Za-z]+)?)\s+(?P=noun)\b"
    r"|\b(?P<name_>[A-Z]?[a-z]+(?:[ -][A-Za-z]+)?)\s+(?P<noun_>layer|level|stage|phase)\s*"
    r"(?:\(\s*|[:=–-]\s*|\bis\s+(?:the\s+)?)(?P=noun_)\s+(?P<number_>\d{1,5})\b)",
    re.I,
)
_SCOPE = re.compile(
    r"(?:\b(?:is|are|its)\s+(?:an?\s+|always\s+)?|\(|^\W*(?=\w+\W*$)|"
    r"[:–-]\s*(?=\w+\W*$))(?P<what>global|regional|zonal)\b(?=\s*(?:service|resource|scope|"
    r"level|in scope|$|[.,;)]))",
    re.I,
)
_FAMILIES = (
    ("consistency", "strong", r"\bstrong(?:ly)?\s+consisten\w+(?!\s+reads?)"),
    ("consistency", "eventual", r"\beventual(?:ly)?\s+consisten\w+(?!\s+reads?)"),
)
_CONSISTENCY = tuple((family, name, re.compile(text, re.I)) for family, name, text in _FAMILIES)
_ALL = re.compile(r"(?<!not )\b(?:all|always|alle|immer)\b", re.I)
_SPREAD = re.compile(
    r"\b(?P<verb>[a-z]+(?:ed|es|s)?)\s+(?:\w+ly\s+)?(?P<how>across|within|in|over)\s+"
    r"(?P<number>(?:an?|one|the same|a single|only one|multiple|several|many|different|all)\s+)?"
    r"(?P<noun>[A-Za-z][\w-]*(?:\s+[A-Z][\w-]*|\s+zones?|\s+regions?)?)",
    re.I,
)


def extract(frame: Frame) -> Iterator[Claim]:
    """The categories that the clauses of a text name."""
    if not readable(frame.fact) or is_example(frame.text) or is_supposed(frame):
        return
    yield from _names(frame)
    yield from _numbered(frame)
    yield from _scopes(frame)
    yield from _families(frame)
    yield from _spreads(frame)


def _names(frame: Frame) -> Iterator[Claim]:
    """Layer 4 is the transport layer: the number has one name."""
    for match in _NAMED.finditer(frame.text):
        noun = (match["noun"] or match["noun_"]).lower()
        number = match["number"] or match["number_"]
        name = (match["name"] or match["name_"]).lower().split()[-1]
        yield frame.claim(
            "categories",
            Symbol(name, f"{name} {noun}"),
            attribute=(f"name of {noun} {number}",),
            of="",
            subject=f"{noun} {number}",
            concept="name",
            words=(),
        )


def _numbered(frame: Frame) -> Iterator[Claim]:
    """The layer or port of something, when the text names just one."""
    found = list(_NUMBERED.finditer(frame.text))
    if len(found) == 1 and frame.text.lower().count(found[0]["noun"].lower()) <= 2:
        match = found[0]
        noun = match["noun"].lower()
        yield frame.claim(
            "categories",
            Symbol(match["number"], f"{noun} {match['number']}"),
            attribute=(noun,),
            of=noun,
            concept=noun,
            words=content(frame.text[: match.start()]),
            conditions=bounds.conditions(frame.text),
        )


def _scopes(frame: Frame) -> Iterator[Claim]:
    found = list(_SCOPE.finditer(frame.text))
    if len(found) == 1 and len(frame.text.split()) <= 12:
        match = found[0]
        rest = frame.text[: match.start()] + " " + frame.text[match.end() :]
        yield frame.claim(
            "categories",
            Symbol(match["what"].lower(), match["what"]),
            attribute=("scope",),
            of="scope",
            concept="scope",
            words=content(rest),
            conditions=bounds.conditions(frame.text),
        )


def _families(frame: Frame) -> Iterator[Claim]:
    """Strong or eventual: one of them, for all or on a condition."""
    found = [
        (family, name, match)
        for family, name, pattern in _CONSISTENCY
        for match in pattern.finditer(frame.text)
    ]
    for family, name, match in found:
        text = _clause(frame.text, match.start())
        yield frame.claim(
            "categories",
            Symbol(name, match[0]),
            attribute=(family,),
            of=family,
            concept=family,
            conditions=() if _ALL.search(text) else ("some",),
        )


def _clause(text: str, at: int) -> str:
    """The clause that a place in a text belongs to."""
    found = (part for part in clauses(text) if part.start <= at < part.end)
    part = next(found, None)
    return text[part.start : part.end] if part else text


def _spreads(frame: Frame) -> Iterator[Claim]:
    """Replicated across zones, or within one: how many of a noun a verb reaches."""
    for match in _SPREAD.finditer(frame.text):
        side = _side(match)
        verb = stem(match["verb"].lower())
        if side and match["verb"].lower().endswith("ed"):
            noun = _short(normalised(match["noun"]))
            yield frame.claim(
                "categories",
                Symbol(side, match[0]),
                attribute=(f"{verb} across {noun}",),
                of=f"{match['verb']}",
                concept="spread",
                words=content(frame.text[: match.start()]),
                conditions=bounds.conditions(frame.text[: match.start()]),
            )


def _short(words: tuple[str, ...]) -> str:
    """A noun as notes abbreviate it: "availability zone" and "AZ" are one."""
    return "".join(word[0] for word in words) if len(words) > 1 else " ".join(words)


def _side(match: re.Match[str]) -> str:
    number, how = (match["number"] or "").strip().lower(), match["how"].lower()
    if number in ("multiple", "several", "many", "different", "all"):
        return "several"
    if how in ("across", "over") and match["noun"].lower().endswith("s") and not number:
        return "several"
    if how in ("within", "in") and number in ("a", "an", "one", "the same", "a single", "only one"):
        return "one"
    return ""


EXTRACTOR = Extractor("categories", extract)
