"""What a thing is: asked in both directions when the term is short and its meaning hides it.

A label above ("Storage classes") is no part of the question: the context of the note has it.
"""

from __future__ import annotations

import re

from factdeck.cards.draft import Draft, Result, Task
from factdeck.cards.kinds.attribute import refuse
from factdeck.cards.words import gives_away, words
from factdeck.facts.text import plain
from factdeck.model import Fact, NoteKind

_ASK = '<span class="ask">{}</span>'
"""Around the words that make a question of a term, which is no question when it is the answer."""

_SMALL = frozenset("a an the of for to in on and or as is are with by from at".split())
_TERM_WORDS = 4
_MEANING_WORDS = range(4, 31)
_PLURAL = re.compile(r"(?<![^\W_])(?!\w*[a-z][A-Z])\w*[A-Za-z]{2}(?<![suiao])s$")

_SINGULAR = re.compile(r"(?:an?|the|ein|eine|der|die|das)\s", re.I)
_OF = re.compile(r"\s(?:of|for|in|on|with|to|from|by|and|vs)\b|[(,/]")


def make(task: Task) -> Result:
    """One note: what it is, or what it stands for."""
    fact = task.fact
    if refusal := refuse(fact, fact.subject):
        return refusal
    meaning = str(fact.object)
    back = task.render.block(meaning)
    if fact.predicate == "stands for":
        return (Draft(NoteKind.BASIC, _ask(task, task.phrases.stands_for), back),)
    if _both_ways(plain(fact.subject), plain(meaning)):
        return (Draft(NoteKind.REVERSED, _ask(task, _template(task), _ASK), back),)
    return (Draft(NoteKind.BASIC, _ask(task, _template(task)), back),)


def _ask(task: Task, template: str, words_of_asking: str = "{}") -> str:
    term = f"<b>{task.render.inline(task.fact.subject)}</b>"
    before, after = (part and words_of_asking.format(part) for part in template.split("{}"))
    return f"{before}{term}{after}"


def _both_ways(term: str, meaning: str) -> bool:
    return (
        len(words(term)) <= _TERM_WORDS
        and len(words(meaning)) in _MEANING_WORDS
        and not gives_away(meaning, term)
        and re.sub(r"\W", "", term).lower() not in re.sub(r"\W", "", meaning).lower()
        and not set(words(term)) & set(words(meaning)) - _SMALL
    )


def _template(task: Task) -> str:
    """What is, or what are."""
    phrases, term = task.phrases, plain(task.fact.subject)
    if _says_plural(task.fact, term):
        return phrases.what_are
    if phrases.lang != "en" or _SINGULAR.match(str(task.fact.object)):
        return phrases.what_is
    return phrases.what_are if _PLURAL.search(_OF.split(term)[0]) else phrases.what_is


def _says_plural(fact: Fact, term: str) -> bool:
    head, _, rest = plain(fact.text).partition(term)
    return not words(head) and words(rest)[:1] in (["are"], ["sind"])
