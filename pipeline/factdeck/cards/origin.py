"""Where a note comes from: the headings above its fact, and the way back to its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape as escape_attribute
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import quote

from factdeck.cards.draft import Draft
from factdeck.cards.escape import clean, text
from factdeck.cards.words import gives_away, words
from factdeck.facts.headings import is_generic, of_file
from factdeck.facts.text import lead, name, plain
from factdeck.model import Fact, NoteKind, Quantity

_ELEMENT = re.compile(r"<[^<>]*>")
_TERM = re.compile(r"<b>(.*?)</b>", re.S)
_DELETION = re.compile(r"\{\{c[\d,]+::(.*?)(?:::.*?)?\}\}", re.S)
LABEL_WORDS = 12
"""A longer item above a fact is not shown."""
OF_THE_TEXT = re.compile(r"(?:we|you|i|let|here|this|these|it)(?:['’]\w+)?\s", re.I)
"""Labels that begin so speak of the text or its reader, and name nothing."""
_ANSWER_WORDS = 8
_SEPARATOR = " › "


def title(fact: Fact) -> str:
    """The name of the file that a fact stands in, for want of a heading."""
    return PurePosixPath(fact.span.path).stem


def context(fact: Fact, draft: Draft) -> str:
    """The headings and the label above a fact as HTML.

    Left out is what the front names already, and what holds an answer.
    """
    label = fact.place.parent
    label = name((lead(label) or (label,))[0])
    shown_label = len(words(label)) <= LABEL_WORDS and not OF_THE_TEXT.match(label)
    answers = _answers(fact, draft)
    headings = _kept(fact.headings or (title(fact),), draft, answers)
    if all(map(is_generic, headings)):  # "Explanation" of what?
        headings = [*_kept([of_file(fact.span.path)], draft, answers), *headings]
    labels = _kept([label] if shown_label else [], draft, answers)
    return _SEPARATOR.join(map(text, dict.fromkeys([*headings, *labels])))


def _kept(above: Sequence[str], draft: Draft, answers: Sequence[str]) -> list[str]:
    """What the front does not name already, and what gives no answer away."""
    shown = _text(draft.front).casefold()
    return [
        part
        for part in map(clean, map(plain, above))
        if part
        and part.casefold() not in shown
        and not any(gives_away(part, answer) for answer in answers)
    ]


def source(fact: Fact, url: str) -> str:
    """The path and headings of a fact as HTML, a link when the deck has a source URL.

    ``{path}`` and ``{line}`` of the URL are filled in, ``{version}`` stays.
    """
    parts = [fact.span.path, *map(plain, fact.headings)]
    shown = text(_SEPARATOR.join(filter(None, parts)))
    if not url.startswith(("https://", "http://")):
        return shown
    link = url.replace("{path}", quote(fact.span.path)).replace("{line}", str(fact.span.line))
    return f'<a href="{escape_attribute(link)}">{shown}</a>'


def _answers(fact: Fact, draft: Draft) -> Sequence[str]:
    """The short answers of a note; a long one is not given away by a heading."""
    if isinstance(fact.object, Quantity):
        return [fact.object.text]
    answers = [draft.back]
    if draft.kind is NoteKind.CLOZE:
        answers = _DELETION.findall(draft.front)
    elif draft.kind is NoteKind.REVERSED:
        answers += _TERM.findall(draft.front)[:1] or [draft.front]
    return [answer for answer in map(_text, answers) if len(words(answer)) <= _ANSWER_WORDS]


def _text(html: str) -> str:
    return unescape(_ELEMENT.sub("", html))
