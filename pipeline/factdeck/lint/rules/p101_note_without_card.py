"""A note that gives no card.

Anki makes no card from a cloze note without a marker, and says nothing: the note is in the
collection and is never asked.

Bad: a cloze note with the text `Lambda runs code on demand`.

Good: a cloze note with the text `Lambda runs {{c1::code}} on demand`.
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity
from factdeck.package import Package
from factdeck.package.text import summary


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every note without an ordinal."""
    for note in (identified.note for identified in package.notes):
        if not note.ordinals:
            message = f'Anki makes no card of the {note.kind} note "{summary(note.front, 60)}"'
            yield rule.finding(note.span, message, note.front, note.back)


RULE = Rule("P101", "note-without-card", Severity.ERROR, Package, check)
