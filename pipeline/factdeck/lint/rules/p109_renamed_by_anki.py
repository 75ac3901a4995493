"""A deck or a tag that Anki gives another name.

Deck and tag are trees, with `::` between the levels. Anki calls an empty level `blank`, drops
blanks around a level of a deck, and takes two decks that differ in capital letters alone for
one name given twice.

Bad: the deck `AWS::::Storage`, which becomes `AWS::blank::Storage`; the decks `AWS` and `Aws`.

Good: the deck `AWS::Storage`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity
from factdeck.package import Package

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """The first note of every such deck and tag."""
    told: set[tuple[str, str]] = set()
    spelling: dict[str, str] = {}
    for note in (identified.note for identified in package.notes):
        names = [("deck", note.deck), *(("tag", tag) for tag in note.tags)]
        for kind, name in names:
            known = spelling.setdefault(name.lower(), name) if kind == "deck" else name
            why = _why(kind, name, known)
            if why and (kind, name) not in told:
                told.add((kind, name))
                yield rule.finding(note.span, f'the {kind} "{name}" {why}', kind, name)


def _why(kind: str, name: str, known: str) -> str:
    levels = name.split("::")
    if not all(level.strip() for level in levels):
        return "has an empty level, which Anki calls blank"
    if kind == "tag":
        return ""
    if _CONTROL.search(name) or any(level != level.strip() for level in levels):
        return "has blanks around a level or control characters, which Anki drops"
    return f'differs from the deck "{known}" in capital letters alone' if name != known else ""


RULE = Rule("P109", "renamed-by-anki", Severity.WARNING, Package, check)
