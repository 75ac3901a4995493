"""A cloze of the author: exactly as written; ``==marks==`` are numbered when there is no other."""

from __future__ import annotations

import re

from factdeck.cards import cloze
from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.cards.escape import clean
from factdeck.cards.words import words
from factdeck.model import NoteKind

_DELETED = re.compile(r"\{\{c[\d,]+::.*\}\}", re.S)
_TAG = re.compile(r"<[^<>]*>")


def make(task: Task) -> Result:
    """One cloze note, when something is left to see of it."""
    text = clean(task.fact.text)
    task.render.number_marks = not cloze.ordinals(text)
    front = task.render.marked(cloze.mark(text))
    if not cloze.ordinals(front):
        return NoCard("its cloze has no number that Anki knows, or is not closed")
    left = words(_TAG.sub(" ", _DELETED.sub("", front)))
    if not left and not task.fact.subject:
        return NoCard("its cloze hides the whole text")
    if not left:
        front = f"<b>{task.render.inline(task.fact.subject)}</b>: {front}"
    return (Draft(NoteKind.CLOZE, front, ""),)
