"""A GUID that is empty or that two notes have.

The GUID is what Anki knows a note by. Of two notes with one GUID, a later version of the deck
updates one and never the other; an empty GUID is repeated in every other deck that has one.

Bad: two lines of `factdeck.lock` that a merge by hand gave the same `guid`.

Good: the lines of both sides as they were, each with its own `guid`.
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Note, Related, Severity
from factdeck.package import Package


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every note whose GUID is empty or stands on an earlier note."""
    first: dict[str, Note] = {}
    for identified in package.notes:
        guid, note = identified.guid, identified.note
        if not guid.strip():
            yield rule.finding(note.span, f'"{note.key}" has no GUID', note.front)
        elif guid in first:
            other = first[guid]
            message = f'"{note.key}" has the GUID "{guid}" of "{other.key}"'
            related = [Related(other.span, "the first note with this GUID")]
            yield rule.finding(note.span, message, guid, note.front, related=related)
        else:
            first[guid] = note


RULE = Rule("P103", "repeated-guid", Severity.ERROR, Package, check)
