"""CHANGELOG.md, for the people who learn from a deck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factdeck.package.diff import AROUND, Diff, NoteChange
from factdeck.package.lock import UNRELEASED
from factdeck.package.text import summary
from factdeck.release import retired
from factdeck.release.versions import count

HEAD = "# Changelog\n"
_SHOWN = 200
"""So many notes of a kind are listed: nobody reads more, and hosts of releases take no more."""
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
    """``changelog`` with the section ``text`` before the others, in place of one of its title."""
    head, *sections = _sections(changelog or HEAD)
    others = [part for part in sections if _title(part) != _title(text)]
    return "\n".join(f"{part.rstrip()}\n" for part in (head, text, *others))


def find_section(changelog: str, name: str, version: str) -> str:
    """The section of a release, as it stands in ``changelog``; "" when it is not there."""
    _, *sections = _sections(changelog)
    wanted = f"## {name} {version}"
    return next((f"{part.rstrip()}\n" for part in sections if _title(part) == wanted), "")


def _sections(changelog: str) -> list[str]:
    """What stands above the first section, and each section."""
    return re.split(r"^(?=## )", changelog, flags=re.MULTILINE)


def _title(section: str) -> str:
    """The heading without the date."""
    return section.partition("\n")[0].rsplit(" (", maxsplit=1)[0]


def _body(diff: Diff) -> Iterator[str]:
    if diff.old == UNRELEASED:
        yield f"The first release: {count(len(diff.new), 'note', 'notes')}."
        return
    if diff.breaks:
        yield from (_BREAKS, "")
    for group, title in _TITLES:
        changes: tuple[NoteChange, ...] = getattr(diff, group)
        if changes:
            yield from (f"### {title} ({len(changes)})", "")
            yield from _preface(group, changes)
            for change in changes[:_SHOWN]:
                yield from _item(change, group)
            if len(changes) > _SHOWN:
                yield f"- and {len(changes) - _SHOWN} more"
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


def _item(change: NoteChange, group: str) -> Iterator[str]:
    yield f"- {_line(change.question)}"
    if group == "updated" and not change.fields:
        yield f"  - {AROUND}"
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
