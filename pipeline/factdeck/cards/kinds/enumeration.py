"""The members of a list: a cloze with one deletion a member, long lists in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factdeck.cards import cloze
from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.cards.escape import text
from factdeck.facts.text import plain
from factdeck.model import Fact, NoteKind

AT_ONCE = 7
"""As many members are asked in one note; more are asked in parts, the others shown."""

MOST = 4 * AT_ONCE
_LABEL_WORDS = 16
_CHAIN = "(in order)"


def make(task: Task) -> Result:
    """A note of up to seven members, or several that each show what the others ask."""
    fact = task.fact
    members = [fact.object] if not isinstance(fact.object, tuple) else list(fact.object)
    if len(members) > MOST:
        return NoCard(f"a list of {len(members)} is too long to remember: part it under headings")
    if len(members) < 2:
        return NoCard("a list of one")
    html = [task.render.inline(str(member)) for member in members]
    if len(html) <= AT_ONCE:
        return (Draft(NoteKind.CLOZE, cloze.unmark(_heading(task) + _deletions(fact, html)), ""),)
    return tuple(_parts(task, html))


def _parts(task: Task, html: Sequence[str]) -> Iterator[Draft]:
    starts = range(0, len(html), AT_ONCE)
    for number, start in enumerate(starts, 1):
        mine = html[start : start + AT_ONCE]
        others = " · ".join([*html[:start], *html[start + AT_ONCE :]])
        part = task.phrases.part.format(number, len(starts))
        front = f"{_heading(task)} ({part}){_deletions(task.fact, mine, start + 1)}"
        others = f'<p class="others">{task.phrases.also}: {others}</p>'
        yield Draft(NoteKind.CLOZE, cloze.unmark(front + others), "", f"part {number}")


def _deletions(fact: Fact, html: Sequence[str], first: int = 1) -> str:
    deleted = [cloze.deletion(number, member) for number, member in enumerate(html, 1)]
    if fact.predicate.endswith(_CHAIN):
        return f": {'… → ' if first > 1 else ''}{' → '.join(deleted)}"
    return f"<ul>{''.join(f'<li>{member}</li>' for member in deleted)}</ul>"


def _heading(task: Task) -> str:
    """What the list is a list of: its label when that names the thing, else thing and predicate."""
    fact = task.fact
    subject = f"<b>{task.render.inline(fact.subject)}</b>" if fact.subject else ""
    label = plain(fact.text).rstrip(" :.")
    named = fact.subject and fact.subject.lower() in label.lower()
    if named and len(label.split()) <= _LABEL_WORDS and not _lists(fact, label):
        return text(label)
    predicate = fact.predicate.removesuffix(_CHAIN).strip().rstrip(":")
    if plain(predicate).casefold() in ("", "order", fact.subject.casefold()):
        return subject
    return ": ".join(filter(None, [subject, task.render.inline(predicate)]))


def _lists(fact: Fact, label: str) -> bool:
    members = fact.object if isinstance(fact.object, tuple) else ()
    return any(plain(member).lower() in label.lower() for member in members)
