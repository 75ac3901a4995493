"""A diff of two packages for people (text, Markdown) and for programs (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from factdeck import schemas
from factdeck.package.diff import AROUND, Diff, FieldChange, NoteChange
from factdeck.package.text import summary

_SHORT = 160
_GROUPS = (
    ("new", "new"),
    ("updated", "updated: their cards keep their reviews"),
    ("ignored", "changed, but not newer than before: Anki leaves them as they are"),
    ("conflicting", "of another note type: Anki leaves them as they are"),
    ("moved", "moved: cards that a learner has stay where they are"),
    ("retired", "retired: they stay with whoever has them"),
)


def text(diff: Diff, name: str) -> Iterator[str]:
    """Lines for a terminal; ``name`` is the deck's."""
    yield f"{name}: {headline(diff)}"
    for group, title in _GROUPS:
        changes: tuple[NoteChange, ...] = getattr(diff, group)
        if changes:
            yield ""
            yield title
            for change in changes:
                yield from (f"  {line}" for line in _change(change, group))
    yield from _at_large(diff)


def headline(diff: Diff) -> str:
    """One line: from which version to which, and how many notes of each kind."""
    counts = [(len(getattr(diff, group)), group) for group, _ in _GROUPS]
    told = ", ".join(f"{count} {group}" for count, group in counts if count)
    return f"{diff.old} → {diff.new_version}: {told or 'no note is different'}"


def _change(change: NoteChange, group: str) -> Iterator[str]:
    answer = summary(change.answer)
    yield summary(change.question, _SHORT) + (f" → {answer}" if answer else "")
    if change.was_in:
        yield f"  {change.was_in} → {change.deck}"
    elif group == "updated" and not change.fields:
        yield f"  {AROUND}"
    for field in change.fields:
        yield from (f"  {line}" for line in _field(field))


def _field(field: FieldChange) -> Iterator[str]:
    yield f"{field.name}:"
    yield f"  - {summary(field.old, 4 * _SHORT)}"
    yield f"  + {summary(field.new, 4 * _SHORT)}"


def _at_large(diff: Diff) -> Iterator[str]:
    """What is said of decks and note types."""
    if diff.renamed or diff.note_types:
        yield ""
    for old, new in diff.renamed:
        yield (
            f'The deck "{old}" is called "{new}": to Anki they are two. Cards that a learner has '
            f"stay in the old one, new cards go to the new one."
        )
    for kind in diff.note_types:
        effect = (
            "Anki takes it for another note type and updates none of its notes"
            if kind.breaks
            else "Anki takes that over, and keeps all reviews"
        )
        yield f'The note type "{kind.name}" is different ({"; ".join(kind.what)}). {effect}.'


# --- Markdown ----------------------------------------------------------------------------


def markdown(diff: Diff, name: str) -> Iterator[str]:
    """Lines for the description of a pull request."""
    yield f"### {_escaped(name)}: {_escaped(headline(diff))}"
    for group, title in _GROUPS:
        changes: tuple[NoteChange, ...] = getattr(diff, group)
        if changes:
            yield from _details(f"{len(changes)} {title}", changes, group)
    for line in _at_large(diff):
        yield _escaped(line)


def _details(title: str, changes: Iterable[NoteChange], group: str) -> Iterator[str]:
    yield ""
    yield f"<details><summary>{_escaped(title)}</summary>"
    yield ""
    for change in changes:
        first, *rest = _change(change, group)
        yield f"- {_escaped(first)}"
        if rest:
            yield "  ```diff"
            yield from (f"  {line.strip().replace('```', '` ` `')}" for line in rest)
            yield "  ```"
    yield ""
    yield "</details>"


def _escaped(line: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    for sign in "\\`*_[]<>|#":
        line = line.replace(sign, f"\\{sign}")
    return line


# --- JSON --------------------------------------------------------------------------------


def as_json(diffs: Iterable[tuple[str, Diff]]) -> str:
    """The diffs of several decks, as ``schema/diff.schema.json`` says."""
    value = {"decks": [_deck(slug, diff) for slug, diff in diffs]}
    schemas.validate("diff", value)
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _deck(slug: str, diff: Diff) -> dict[str, Any]:
    value = asdict(diff)
    value["new_version"], value["old_version"] = diff.new_version, value.pop("old")
    value["renamed"] = [{"old": old, "new": new} for old, new in diff.renamed]
    return {"slug": slug, **value}
