"""What a thing is: asked in both directions when the term is short and its meaning hides it.

A label above ("Storage classes") is no part of the question: the context of the note has it.
"""

from __future__ import annotations

import re

from factdeck.cards.doubts import refuse
from factdeck.cards.draft import Draft, Result, Task
from factdeck.cards.traits import IS_LIKE
from factdeck.cards.words import gives_away, stems, words
from factdeck.facts.text import plain
from factdeck.model import Fact, NoteKind

_ASK = '<span class="ask">{}</span>'
"""Around the words that make a question of a term, which is no question when it is the answer."""

_TERM_WORDS = 4
_MEANING_STEMS = range(4, 26)
_NAMED = re.compile(r"[A-Z0-9]|[a-z][._][a-z]")
_SAYS_OF_IT = re.compile(
    r"(?:no|not|does|is|are|was|can|must|may|has|have|used|default|based|ensures?|helps?)\b", re.I
)
"""A meaning that begins so says something of the term, and of others as well."""
_PLURAL = re.compile(r"(?<![^\W_])(?!\w*[a-z][A-Z])\w*[A-Za-z]{2}(?<![suiao])s$")

_SINGULAR = re.compile(r"(?:an?|the|ein|eine|der|die|das)\s", re.I)
_OF = re.compile(r"\s(?:of|for|in|on|with|to|from|by|and|vs)\b|[(,/]")


def make(task: Task) -> Result:
    """One note: what it is, or what it stands for."""
    fact = task.fact
    if refusal := refuse(fact, fact.subject):
        return refusal
    meaning, term = str(fact.object), fact.subject
    back = task.render.block(meaning)
    if fact.predicate == "stands for":
        return (Draft(NoteKind.BASIC, ask(task, term, task.phrases.stands_for), back),)
    if fact.predicate != IS_LIKE and _both_ways(plain(term), plain(meaning)):
        front = ask(task, term, template(task, term), _ASK)
        return (Draft(NoteKind.REVERSED, front, back),)
    return (Draft(NoteKind.BASIC, ask(task, term, template(task, term)), back),)


def ask(task: Task, term: str, words: str, words_of_asking: str = "{}") -> str:
    """The words of a phrase around a term, as HTML."""
    shown = f"<b>{task.render.inline(term)}</b>"
    before, after = (part and words_of_asking.format(part) for part in words.split("{}"))
    return f"{before}{shown}{after}"


def _both_ways(term: str, meaning: str) -> bool:
    return (
        len(words(term)) <= _TERM_WORDS
        and _NAMED.search(term) is not None
        and len(stems(meaning)) in _MEANING_STEMS
        and not _SAYS_OF_IT.match(meaning)
        and not gives_away(meaning, term)
        and re.sub(r"\W", "", term).lower() not in re.sub(r"\W", "", meaning).lower()
        and not stems(term) & stems(meaning)
    )


def template(task: Task, markdown: str) -> str:
    """What is, or what are."""
    phrases, term = task.phrases, plain(markdown)
    if _says_plural(task.fact, term):
        return phrases.what_are
    if phrases.lang != "en" or _SINGULAR.match(str(task.fact.object)):
        return phrases.what_is
    return phrases.what_are if _PLURAL.search(_OF.split(term)[0]) else phrases.what_is


def _says_plural(fact: Fact, term: str) -> bool:
    head, _, rest = plain(fact.text).partition(term)
    return not words(head) and words(rest)[:1] in (["are"], ["sind"])
