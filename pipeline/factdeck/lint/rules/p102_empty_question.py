"""A card that asks nothing.

The field that a card asks is empty, or holds only markup and blanks. Anki drops such a card,
and a note whose first field is empty cannot be saved again once it is opened.

Bad: a note with the front `&nbsp;<br>`; a note that is asked both ways, without a back.

Good: a note with the front `What is Lambda?`; a picture alone is a question, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Note, NoteKind, Severity
from factdeck.package import Package
from factdeck.package.text import is_blank


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every note with a blank field that one of its cards asks."""
    for note in (identified.note for identified in package.notes):
        for name, field in _asked(note):
            if is_blank(field):
                message = f'the {name} of "{note.key}" is empty, so a card asks nothing'
                yield rule.finding(note.span, message, name, note.front, note.back)


def _asked(note: Note) -> Iterable[tuple[str, str]]:
    yield "text" if note.kind is NoteKind.CLOZE else "front", note.front
    if note.kind is NoteKind.REVERSED:
        yield "back", note.back


RULE = Rule("P102", "empty-question", Severity.ERROR, Package, check)
