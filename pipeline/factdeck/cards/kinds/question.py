"""A question of the author: both sides as written."""

from __future__ import annotations

import re

from factdeck.cards.draft import Draft, Result, Task
from factdeck.cards.origin import title
from factdeck.facts.text import name, plain
from factdeck.model import Fact, NoteKind

_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|this|these|es|er|sie|ihn|ihr|ihre|dies(?:e[rsmn]?)?)\b", re.I
)
_LONGEST = 60
"""Characters; a longer question says in itself what its pronouns stand for."""

_BULLET = re.compile(r"\A\s*[-*+•]\s+(?=\S[^\n]*\Z)")


def make(task: Task) -> Result:
    """One note; a question that only says "it" is preceded by the thing above it."""
    fact = task.fact
    front = task.render.block(fact.predicate)
    back = task.render.block(_BULLET.sub("", str(fact.object), count=1))
    if thing := _antecedent(fact):
        front = f"<b>{task.render.inline(thing)}</b>: {front}"
    return (Draft(NoteKind.REVERSED if fact.both_ways else NoteKind.BASIC, front, back),)


def _antecedent(fact: Fact) -> str:
    question = plain(fact.predicate)
    if len(question) > _LONGEST or not _PRONOUN.search(question):
        return ""
    asked = name(question).rstrip("?")
    above = [fact.subject, *reversed(fact.headings), title(fact)]
    return next((thing for thing in above if thing and name(thing).rstrip("?") != asked), "")
