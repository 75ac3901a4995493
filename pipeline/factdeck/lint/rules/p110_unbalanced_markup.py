"""A tag in a field that is not closed, or closed without having been opened.

What follows it on the card is shown as if it belonged to it: all bold, all inside a table.

Bad: a field with `<b>Lambda runs code`.

Good: a field with `<b>Lambda</b> runs code`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity
from factdeck.package import Package
from factdeck.package.notetypes import named_fields

_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)(?:\s[^<>]*|/)?>", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every field with such a tag; the first of them is named."""
    for identified in package.notes:
        note = identified.note
        for name, field in named_fields(identified).items():
            if tag := _unbalanced(field):
                message = f'"{tag}" in the field {name} of "{note.key}" has no counterpart'
                yield rule.finding(note.span, message, note.front, name)


def _unbalanced(field: str) -> str:
    """The first closing tag that closes nothing, else the last tag left open."""
    open_tags: list[str] = []
    for end, name in _TAG.findall(field.lower()):
        if name in _VOID:
            continue
        if not end:
            open_tags.append(name)
        elif open_tags and open_tags[-1] == name:
            open_tags.pop()
        else:
            return f"</{name}>"
    return f"<{open_tags[-1]}>" if open_tags else ""


RULE = Rule("P110", "unbalanced-markup", Severity.WARNING, Package, check)
