"""What a thing has: ``**Thing**: what?``; a cell of a table is asked by row and column."""

from __future__ import annotations

import re

from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.facts.headings import is_generic
from factdeck.facts.text import plain
from factdeck.model import Fact, NoteKind

_LINK = re.compile(
    r"(?:\W*(?:(?:ref|see|docs?|link|siehe)\W+)?"
    r"(?:https?://\S+|\[[^\[\]]*\]\([^)]*\)|<https?://[^>]*>|\[\[[^\[\]]*\]\]))+\W*",
    re.I,
)
_KEY = re.compile(r"\b(?:answers?|antwort(?:en)?|lösung(?:en)?)$", re.I)
_MEANING = re.compile(r"descriptions?|definitions?|explanations?|beschreibung|erklärung", re.I)


def make(task: Task) -> Result:
    """One question that names the thing and the attribute."""
    fact = task.fact
    subject, predicate = fact.subject, fact.predicate
    if _says_nothing(subject) and not _says_nothing(predicate):
        subject, predicate = (
            predicate,
            subject,
        )  # "Description" heads a column, the row is the thing
    if refusal := refuse(fact, subject):
        return refusal
    if _MEANING.fullmatch(plain(predicate)):
        front = task.phrases.what_is.format(f"<b>{task.render.inline(subject)}</b>")
    else:
        front = _asked(task, subject, predicate)
    return (Draft(NoteKind.BASIC, front, task.render.block(str(fact.object))),)


def refuse(fact: Fact, subject: str) -> NoCard | None:
    """Why what is said of this subject cannot be asked for, or None."""
    if not re.search(r"[^\W\d_]|`\S", subject):
        return NoCard("it does not say of what")
    if fact.place.table and re.fullmatch(r"[^\W\d_]", fact.place.column):
        return NoCard("a letter heads its column")
    if _says_nothing(subject):
        return NoCard("its term says nothing by itself")
    if _KEY.search(subject):
        return NoCard("an answer to a question that stands elsewhere")
    if _LINK.fullmatch(str(fact.object)):
        return NoCard("a link is no answer")
    return None


def _says_nothing(term: str) -> bool:
    return is_generic(term) or bool(_MEANING.fullmatch(plain(term)))


def _asked(task: Task, subject: str, predicate: str) -> str:
    what = task.render.inline(predicate.strip().rstrip(":"))
    mark = "" if plain(predicate).endswith(("?", "!")) else "?"
    if plain(subject).casefold() == plain(predicate).casefold() or not what:
        return f"<b>{task.render.inline(subject)}</b>{mark}"
    return f"<b>{task.render.inline(subject)}</b>: {what}{mark}"
