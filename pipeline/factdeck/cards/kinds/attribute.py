"""What a thing has: ``**Thing**: what?``; a cell of a table is asked by row and column."""

from __future__ import annotations

from factdeck.cards.circles import is_circular
from factdeck.cards.doubts import CIRCULAR, MEANING, refuse, says_nothing
from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.cards.kinds.definition import ask, template
from factdeck.cards.words import stems
from factdeck.facts.headings import thing
from factdeck.facts.text import plain
from factdeck.model import Fact, FactKind, NoteKind


def make(task: Task) -> Result:
    """One question that names the thing and the attribute."""
    fact, phrases = task.fact, task.phrases
    subject, predicate = fact.subject, fact.predicate
    swapped = says_nothing(subject) and not says_nothing(predicate)
    if swapped:  # "Description" heads a column, the row is the thing
        subject, predicate = predicate, subject
    if refusal := refuse(fact, subject):
        return refusal
    if swapped and fact.kind is FactKind.COMPARISON and (above := _above(fact)):
        subject, predicate = above, subject  # "Feature" heads the rows, the thing stands above
    if MEANING.fullmatch(plain(predicate)):
        front = ask(task, subject, phrases.what_is)
    elif not fact.place.table and _is_part(predicate, subject):
        if is_circular(plain(predicate), plain(str(fact.object))):
            return NoCard(CIRCULAR)
        front = ask(task, predicate, template(task, predicate))
    else:
        front = _asked(task, subject, predicate)
    return (Draft(NoteKind.BASIC, front, task.render.block(str(fact.object))),)


def _is_part(label: str, subject: str) -> bool:
    """Whether a label is in the name of what it is about: "Buckets" – "Bucket: …"."""
    asked = stems(plain(label))
    return bool(asked) and asked <= stems(plain(subject))


def _above(fact: Fact) -> str:
    """The nearest heading that names a thing."""
    return next((name for name in map(thing, reversed(fact.headings)) if name), "")


def _asked(task: Task, subject: str, predicate: str) -> str:
    what = task.render.inline(predicate.strip().rstrip(":"))
    mark = "" if plain(predicate).endswith(("?", "!")) else "?"
    if plain(subject).casefold() == plain(predicate).casefold() or not what:
        return f"<b>{task.render.inline(subject)}</b>{mark}"
    return f"<b>{task.render.inline(subject)}</b>: {what}{mark}"
