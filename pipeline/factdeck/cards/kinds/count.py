"""How many: the sentence that states the number, asked for it."""

from __future__ import annotations

import re

from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.cards.origin import OF_THE_TEXT
from factdeck.facts.text import plain
from factdeck.model import NoteKind, Quantity

_NUMBER = re.compile(r"[\w.,]+")
_ARTICLE = re.compile(
    r"^(?:there (?:are|is|exist)\s+(?:also\s+)?|es gibt\s+)?"
    r"(?:(?:the|these|those|all|die|diese|alle)\s+)?$",
    re.I,
)
_ARBITRARY = frozenset("parts steps components options ways stages phases teile schritte".split())
_TAIL = re.compile(r"(?:\s+(?:are|is|sind|as follows|the following|folgende))+\W*$", re.I)
_OWN = re.compile(r"(?:To|Um)\s.*\s[A-Z][\w-]*[A-Za-z]\b")
_END = re.compile(r"\s*(?:[:;(–—]|\s-\s|,|[.!?]$)")


def make(task: Task) -> Result:
    """The number, with the members that its own list names when they are as many."""
    fact = task.fact
    if not isinstance(fact.object, Quantity):
        return NoCard("it gives no number")
    quantity = fact.object
    if len(task.members) != quantity.value and fact.predicate.split()[-1] in _ARBITRARY:
        return NoCard("a number of parts that are not named")
    question = _in_place(task, quantity) or f"{task.phrases.how_many} {fact.predicate}"
    front = task.render.inline(question)
    if fact.subject.lower() not in question.lower() and not names_its_own(question):
        front = f"<b>{task.render.inline(fact.subject)}</b>: {front}"
    elif OF_THE_TEXT.match(question):
        return NoCard("says nothing of a known subject")
    else:
        front = front[0].upper() + front[1:]
    return (Draft(NoteKind.BASIC, f"{front}?", _answer(task, quantity)),)


def names_its_own(text: str) -> bool:
    """Whether a line names what it is about: "To access AWS you have …", under whatever heading."""
    return bool(_OWN.match(text))


def _in_place(task: Task, quantity: Quantity) -> str:
    """The sentence up to what follows the count, "how many" in the place of the number; or ""."""
    sentence = plain(task.fact.text)
    start = sentence.find(quantity.text)
    number = _NUMBER.match(sentence, start) if start >= 0 else None
    if not number:
        return ""
    end = _END.search(sentence, start + len(quantity.text))
    rest = sentence[number.end() : end.start() if end else len(sentence)]
    before = _ARTICLE.sub("", sentence[:start])
    if before.istitle():  # a heading: "Shop Rules 6 Pillars"
        before = f"{before.strip()}: "
    return f"{before}{task.phrases.how_many}{_TAIL.sub('', rest)}".strip(" .?!:")


def _answer(task: Task, quantity: Quantity) -> str:
    number = f"{quantity.value:g}"
    if len(task.members) != quantity.value:
        return number
    members = "".join(f"<li>{task.render.inline(member)}</li>" for member in task.members)
    return f"{number}<ul>{members}</ul>"
