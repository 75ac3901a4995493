"""The members of a list: a cloze with one deletion a member, long lists in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factdeck.cards import cloze
from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.cards.escape import text
from factdeck.cards.words import gives_away
from factdeck.facts.headings import is_generic
from factdeck.facts.text import plain
from factdeck.model import Fact, NoteKind

AT_ONCE = 7
"""As many members are asked in one note; more are asked in parts, the others shown."""

MOST = 4 * AT_ONCE
_LABEL_WORDS = 16
_CHAIN = "(in order)"


def make(task: Task) -> Result:
    """A note of up to seven members, or several that each show what the others ask.

    The first part has the key of the whole, so that a list may grow.
    """
    fact = task.fact
    members = fact.object if isinstance(fact.object, tuple) else ()
    if len(members) > MOST:
        return NoCard(f"a list of {len(members)} is too long to remember: part it under headings")
    names = {plain(member).casefold() for member in members}
    if len(names) < 2:
        return NoCard("a list of one")
    if len(names) < len(members) and not fact.predicate.endswith(_CHAIN):
        return NoCard("a list with a member twice")
    if 2 * sum(map(is_generic, names)) > len(names):
        return NoCard("a list of labels, which say nothing by themselves")
    if len(members) <= AT_ONCE:
        drafts = [_part(task, members, range(len(members)))]
    else:
        drafts = list(_parts(task, members))
    asked = tuple(draft for draft in drafts if cloze.ordinals(draft.front))
    return asked or NoCard("a list whose members its heading names")


def _parts(task: Task, members: Sequence[str]) -> Iterator[Draft]:
    starts = range(0, len(members), AT_ONCE)
    for number, start in enumerate(starts, 1):
        asked = range(start, min(start + AT_ONCE, len(members)))
        title = f" ({task.phrases.part.format(number, len(starts))})"
        yield _part(task, members, asked, title, f"part {number}" if number > 1 else "")


def _part(
    task: Task, members: Sequence[str], asked: range, title: str = "", part: str = ""
) -> Draft:
    """A note that asks for some of the members and shows the rest."""
    html = list(map(task.render.inline, members))
    given = f"{task.fact.subject} {_last(task.fact)}"
    deleted = [
        html[index]
        if gives_away(given, plain(members[index]))  # what the heading names is no question
        else cloze.deletion(number, html[index])
        for number, index in enumerate(asked, 1)
    ]
    others = [member for index, member in enumerate(html) if index not in asked]
    front = f"{_heading(task)}{title}{_listed(task.fact, deleted, asked.start)}"
    if others:
        front += f'<p class="others">{task.phrases.also}: {" · ".join(others)}</p>'
    return Draft(NoteKind.CLOZE, cloze.unmark(front), "", part)


def _last(fact: Fact) -> str:
    """The heading above a chain, which may name its links."""
    return fact.headings[-1] if fact.headings and fact.predicate.endswith(_CHAIN) else ""


def _listed(fact: Fact, deleted: Sequence[str], start: int) -> str:
    if fact.predicate.endswith(_CHAIN):
        return f": {'… → ' if start else ''}{' → '.join(deleted)}"
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
