"""A question without an answer.

The card is made and asked, and nothing can be said about whether the learner was right.

Bad: a note with the front `What is Lambda?` and an empty back.

Good: a note with the front `What is Lambda?` and the back `Code that runs on demand`.
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, NoteKind, Severity
from factdeck.package import Package
from factdeck.package.text import is_blank, summary


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every basic note with a blank back; P102 has the reversed ones, whose back is asked."""
    for note in (identified.note for identified in package.notes):
        if note.kind is NoteKind.BASIC and is_blank(note.back):
            message = f'"{summary(note.front, 60)}" has no answer'
            yield rule.finding(note.span, message, note.front)


RULE = Rule("P108", "empty-back", Severity.WARNING, Package, check)
