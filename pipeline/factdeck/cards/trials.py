"""Whether a fact only belongs to an example: nobody learns the names and addresses of one."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath

from factdeck.facts.headings import is_generic
from factdeck.facts.text import plain
from factdeck.model import Fact, Quantity

_TRIAL = re.compile(
    r"\b(?:demos?|demonstrations?|labs?|hands[- ]on|walk-?throughs?|exercises?|scenario|"
    r"example(?! commands)|transcripts?|beispiel|übung(?:en)?|aufgaben?)\b"
    r"|\A\W*(?:examples|scenarios|beispiele)\W*\Z",
    re.I,
)
_ABOUT_NOTES = re.compile(
    r"change-?_?log|licen[cs]e|contributing|code[-_]of[-_]conduct|todo|.*[-_]log|.*[-_]report", re.I
)
_EXAM = re.compile(r"\b(?:(?:on|in|for) the (?:\w+ )?exam|exam questions?|the exam)\b", re.I)
_ASIDE = re.compile(r"\([^()]*\)")
_ADDRESS = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
_PRIVATE = re.compile(
    r"(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168|203\.0\.113|198\.51\.100|192\.0\.2)\."
)
_END_OF_RANGE = re.compile(r"(?:10|172\.(?:16|31)|192\.168)(?:(?:\.0)+|(?:\.255)+)")
_HARDWARE = re.compile(r"(?<![\w:])(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}(?![\w:])", re.I)
_HOST = re.compile(r"\b(?:\w+\.)*(?:example|my\w+|test)\.(?:com|org|net|local)\b", re.I)


def trial(fact: Fact) -> str:
    """Why a fact is part of an example, or of a file about the notes; "" when it is of neither."""
    file = PurePosixPath(fact.span.path).stem
    if _ABOUT_NOTES.fullmatch(file):
        return "a file about the notes"
    above = [*_nearest(fact), file.replace("_", " ")]
    if not fact.place.table and any(map(_is_trial, above)):
        return "part of an example or a demonstration"
    said = plain(" ".join([fact.subject, fact.predicate, *_objects(fact)]))
    if "exam" in fact.text.lower() and _EXAM.search(plain(fact.text)):
        return "about the exam"
    said = _ASIDE.sub("", said)
    made_up = any(map(_is_made_up, _ADDRESS.findall(said)))
    if made_up or _HARDWARE.search(said) or ("." in said and _HOST.search(said)):
        return "an address that is only an example"
    return ""


@lru_cache(maxsize=1 << 10)
def _is_trial(heading: str) -> bool:
    """Many facts stand under one heading."""
    return bool(_TRIAL.search(heading))


def _objects(fact: Fact) -> tuple[str, ...]:
    value = fact.object
    if isinstance(value, Quantity):
        return (value.text,)
    return (value,) if isinstance(value, str) else value


def _nearest(fact: Fact) -> list[str]:
    """The label or item above a fact, and the headings up to the first that names a thing."""
    near = [fact.place.parent]
    for heading in reversed(fact.headings):
        near.append(heading)
        if not is_generic(heading):
            break
    return near


def _is_made_up(address: str) -> bool:
    """A private or documentation address; the ends of the private ranges are worth knowing."""
    return bool(_PRIVATE.match(address)) and not _END_OF_RANGE.fullmatch(address)
