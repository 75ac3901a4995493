"""A character that no field can hold.

Anki joins the fields of a note with the character U+001F. One inside a field gives the note a
field too many, and the whole import is refused. Half of a UTF-16 pair (U+D800 to U+DFFF)
cannot be written at all.

Bad: a front with U+001F, left by a copy from a terminal or a database.

Good: the same front without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity
from factdeck.package import Package
from factdeck.package.notetypes import named_fields

_REFUSED = re.compile("[\x1f\ud800-\udfff]")


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every field with such a character."""
    for identified in package.notes:
        note = identified.note
        for name, field in named_fields(identified).items():
            if found := _REFUSED.search(field):
                message = (
                    f'the field {name} of "{note.key}" holds U+{ord(found[0]):04X}, '
                    "which makes Anki refuse the package"
                )
                yield rule.finding(note.span, message, note.front, name)


RULE = Rule("P104", "field-separator", Severity.ERROR, Package, check)
