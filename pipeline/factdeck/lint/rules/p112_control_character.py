"""A control character in a field.

Anki drops it, so the note in the collection is not quite the note that was written. It mostly
comes from a copy out of a PDF or a terminal, and stands where a letter or a blank is missing.

Bad: a field with U+0007 between two words.

Good: the same field with a blank there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity
from factdeck.package import Package
from factdeck.package.notetypes import named_fields

_DROPPED = re.compile("[\x00-\x08\x0b-\x1e\x7f]")


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every field with such a character; the first of them is named."""
    for identified in package.notes:
        note = identified.note
        for name, field in named_fields(identified).items():
            if found := _DROPPED.search(field):
                what = f"U+{ord(found[0]):04X}"
                message = f'the field {name} of "{note.key}" holds {what}, which Anki drops'
                yield rule.finding(note.span, message, note.front, name)


RULE = Rule("P112", "control-character", Severity.WARNING, Package, check)
