"""What a cloze would ask although it shows it: its words stand visibly elsewhere on the card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import unescape

from factdeck.cards import cloze
from factdeck.cards.answers import SHOWN
from factdeck.cards.draft import Draft, NoCard, Result
from factdeck.cards.origin import context
from factdeck.cards.words import gives_away, stems, words
from factdeck.model import Fact, FactKind, NoteKind

_HIDDEN = "…"
_CHAIN = "→"
_PART = re.compile(rf"</?(?:ul|li|p)\b[^<>]*>|</b>: |{_CHAIN}| · | › ")
"""Between heading and members: words of several of them together give nothing away."""
_ELEMENT = re.compile(r"<[^<>]*>")
_ASIDE = re.compile(r"\([^()]*\)")
_LEAST = 2
_LONG_NAME = 4
"""A title names so long a link of its chain with all of its words but one."""


def close(fact: Fact, drafts: Sequence[Draft]) -> Result:
    """The notes without the deletions that the rest of their card shows.

    What an author wrote as a cloze stays. A list of which too little is left is not asked.
    """
    if fact.kind is FactKind.CLOZE or any(draft.kind is not NoteKind.CLOZE for draft in drafts):
        return tuple(drafts)
    closed = [replace(draft, front=_closed(fact, draft)) for draft in drafts]
    members = len(fact.object) if isinstance(fact.object, tuple) else _LEAST
    left = sum(len(cloze.ordinals(draft.front)) for draft in closed)
    if left < min(members - 1, _LEAST):
        return NoCard(SHOWN)
    return tuple(draft for draft in closed if cloze.ordinals(draft.front))


def _closed(fact: Fact, draft: Draft) -> str:
    front, above = draft.front, _text(context(fact, draft))
    is_list = isinstance(fact.object, tuple)
    for number, html in cloze.deletions(draft.front).items():
        answer = _text(html)
        heading, *parts = _seen(draft.front, number)
        titles = [heading, *_PART.split(above)]
        if (
            any(map(partial(_gives_away, answer=answer), titles))
            or any(map(partial(_contains if is_list else _gives_away, answer=answer), parts))
            or (_CHAIN in draft.front and _is_named(answer, " ".join(titles)))
        ):
            front = cloze.uncover(front, number)
    return front


def _seen(front: str, hidden: int) -> list[str]:
    """The parts of a front that are seen while one deletion is hidden, its heading first."""
    for number in cloze.deletions(front):
        front = cloze.uncover(front, number, _HIDDEN if number == hidden else "")
    return [_text(part) for part in _PART.split(front)]


def _gives_away(shown: str, answer: str) -> bool:
    """Whether a title has the words of an answer that matter, or those outside its brackets."""
    return any(gives_away(shown, name) for name in (answer, _ASIDE.sub("", answer)))


def _contains(shown: str, answer: str) -> bool:
    """Whether another member has every word of this one, in order: "A record" is no "MX record"."""
    wanted, there = words(_ASIDE.sub("", answer)), iter(words(shown))
    return bool(wanted) and all(word in there for word in wanted)


def _is_named(link: str, title: str) -> bool:
    name = stems(link)
    return len(name) >= _LONG_NAME and len(name - stems(title)) <= 1


def _text(html: str) -> str:
    return unescape(_ELEMENT.sub("", html))
