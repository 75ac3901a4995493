"""A tag that Anki loses or makes two of.

Anki separates tags by white space, drops an empty one, and keeps `marked` and `leech` for
itself: they are dropped from a package.

Bad: a note with the tag `exam tips`, or with the tag `leech`.

Good: a note with the tag `exam-tips`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.formats.deck import TAGS_OF_ANKI
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity
from factdeck.package import Package

_BROKEN = re.compile("[\x00- \x7f\u3000]")


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every tag of a note that would not arrive."""
    for note in (identified.note for identified in package.notes):
        for tag in note.tags:
            if why := _why(tag):
                yield rule.finding(note.span, f'the tag "{tag}" {why}', note.front, tag)


def _why(tag: str) -> str:
    if not tag.strip():
        return "is empty: Anki drops it"
    if _BROKEN.search(tag):
        return "holds white space: Anki makes two tags of it, or drops it"
    return "is Anki's own: it is dropped from a package" if tag.lower() in TAGS_OF_ANKI else ""


RULE = Rule("P105", "bad-tag", Severity.ERROR, Package, check)
