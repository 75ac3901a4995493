"""CHANGELOG.md, for the people who learn from a deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factdeck.package.diff import Diff, NoteChange
from factdeck.package.text import summary
from factdeck.release import retired

HEAD = "# Changelog\n"
_TITLES = (("new", "New"), ("updated", "Changed"), ("moved", "Moved"), ("retired", "Retired"))
_RETIRED = (
    "They are no longer in the deck, and Anki keeps them. To find and delete them, search in\n"
    "the browser of Anki for:"
)
_MOVED = "Cards that you have already stay in the deck where they are."
_BREAKS = (
    "**The note types changed.** Anki takes them for other ones: notes that you have are not "
    "updated, and new ones get a note type of their own."
)


def section(name: str, version: str, date: str, diff: Diff) -> str:
    """What a release of the deck ``name`` brings, in Markdown; ``date`` as in 2026-11-21."""
    return "\n".join([f"## {name} {version} ({date})", "", *_body(diff)]).rstrip() + "\n"


def with_section(changelog: str, text: str) -> str:
    """``changelog`` with the section ``text`` before the older ones; as it is when it has it."""
    if text in changelog:
        return changelog
    at = changelog.find("\n## ") + 1
    if not at:
        return f"{(changelog or HEAD).rstrip()}\n\n{text}"
    return f"{changelog[:at]}{text}\n{changelog[at:]}"


def _body(diff: Diff) -> Iterator[str]:
    if diff.breaks:
        yield from (_BREAKS, "")
    for group, title in _TITLES:
        changes: tuple[NoteChange, ...] = getattr(diff, group)
        if changes:
            yield from (f"### {title} ({len(changes)})", "")
            yield from _preface(group, changes)
            for change in changes:
                yield from _item(change)
            yield ""


def _preface(group: str, changes: Iterable[NoteChange]) -> Iterator[str]:
    if group == "moved":
        yield from (_MOVED, "")
    if group == "retired":
        yield from (
            _RETIRED,
            "",
            "```",
            *retired.searches(each.guid for each in changes),
            "```",
            "",
        )


def _item(change: NoteChange) -> Iterator[str]:
    yield f"- {_line(change.question)}"
    if change.was_in:
        yield f"  - from {_line(change.was_in)} to {_line(change.deck)}"
    for field in change.fields:
        yield f"  - {field.name}: {_line(field.old) or 'nothing'} → {_line(field.new) or 'nothing'}"


def _line(html: str) -> str:
    """Text on one line that Markdown shows as it is."""
    text = summary(html)
    for sign in "\\`*_[]<>#":
        text = text.replace(sign, f"\\{sign}")
    return text
