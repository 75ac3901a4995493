"""A sentence: a cloze of what its author made bold, or of the one quantity that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factdeck.cards import cloze
from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.cards.escape import clean
from factdeck.cards.words import gives_away, words
from factdeck.facts.text import plain
from factdeck.model import Fact, NoteKind, Sentence

_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])(?P<text>[^*\n]+?)(?<![\s\\])\*\*(?!\*)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_STEP = re.compile(
    r"\b(?:click|press|navigate|go to|log in|sign in)\b|^\W*(?:select|choose|open)\b", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:above|below|as follows|following|this example|see (?:also|the|\[)|oben|unten)\b", re.I
)
_ON_FROM_ABOVE = re.compile(
    r"\W*(?:this|these|those|that|for this|for these|in this|in these|in that|with this|by this|"
    r"in addition|also|additionally|however|therefore|thus|hence|then|so|but|and|or|furthermore|"
    r"to \w+ (?:this|these)|otherwise|instead|here|there|such|both|again|finally|dies\w*|daher|"
    r"deshalb|außerdem|dann)\b",
    re.I,
)
_EXAM = re.compile(r"\b(?:exams?|prüfung|klausur|lecture|video|course|chapter)\b", re.I)
_TELLS = re.compile(r"\b(?:we|i|let['’]?s|our|my|me|us|wir|uns|ich|mein\w*)\b(?![./-])", re.I)
_LOOSE = re.compile(
    r"(?:to|for|in|on|at|by|with|without|from|as|of|via|through|per|it|be|is|are)\b(?!-)"
    r"|.*\w{3}ly\b|\w+ (?:in|out|into|like|up|down|back)\b",
    re.I,
)
"""Answers that begin so, or say in which way, are one of many that fit."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|can|must|should|will|not|no|\w+n['’]t|ist|sind|kann|muss)\b",
    re.I,
)
"""With a verb an answer is a clause, which has many wordings."""
_EITHER = re.compile(r"\W*(?:and/or|or|oder|/)\W*", re.I)
_UNIT = (
    r"%|(?i:percent|prozent|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?"
    r"|sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|bytes?|bits?|iops|rpm"
    r"|[kmgtpe]i?b|[kmgt]?bps|[kmgt]bit/s|[kmgt]?hz|dbm?|ms|°c)|s|h|[mcnµk]?m|kg|(?<=\s)g|[kMG]?W|V"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,/:+-])(?:[$€£]\s?\d(?:[\d.,]*\d)?(?:\s?(?i:k|m|bn|[mbt]r?illion)\b)?"
    rf"|(?![01]s|\d[\d,.]*s\s+of\b|[12]\d{{3}}s)\d(?:[\d.,]*\d)?\s?(?:{_UNIT})(?![\w/]))",
)
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d[\d.,]*")
_EMPHASISED = """
    not no never none nothing only always all any every each both either neither must should can
    cannot can't don't doesn't may might will won't and or but if when before after first last new
    more most less least than very same different also yes note notes important warning remember
    tip example caution recommended required optional
    nicht nie niemals kein keine nur immer alle jede jeder jedes beide muss soll kann darf und oder
    aber wenn vor nach erste letzte neu mehr weniger gleich auch ja nein wichtig achtung hinweis
    beispiel
"""
_EMPHASIS = frozenset(_EMPHASISED.split())
_ANSWERS, _ANSWER_WORDS = 3, 4
_LEFT_WORDS, _MOST_WORDS, _MOST_CHARACTERS = 4, 25, 600
_TOO_LONG = "a statement too long to ask for one thing"
_WHY = {
    Sentence.QUESTION: "a question without its answer",
    Sentence.QUIZ: "one of several possible answers",
    Sentence.EXAMPLE: "an example",
    Sentence.QUOTATION: "a quotation",
    Sentence.CODE: "code",
}


def make(task: Task) -> Result:
    """One cloze note, when the sentence has something that can be asked for alone."""
    fact = task.fact
    if why := _WHY.get(fact.place.sentence):
        return NoCard(why)
    if not fact.subject:
        return NoCard("says nothing of a known subject")
    text = clean(str(fact.object)).strip()
    if len(text) > _MOST_CHARACTERS or "\n" in text:
        return NoCard(_TOO_LONG)
    spans = list(_bold(fact, text)) or list(_quantity(fact, text))
    if not spans or _are_options(text, spans):
        return NoCard("a statement without one thing to ask for")
    bare = plain(text)
    if _ELSEWHERE.search(bare):
        return NoCard("speaks of something that stands elsewhere")
    if _ON_FROM_ABOVE.match(bare) or _TELLS.search(bare):
        return NoCard("goes on from what stands above")
    if _STEP.search(bare):
        return NoCard("a step to follow")
    if bare.endswith(":") or _EXAM.search(bare):
        return NoCard("speaks of the text or the exam, not of the thing")
    if len(words(bare)) > _MOST_WORDS:
        return NoCard(_TOO_LONG)
    return (Draft(NoteKind.CLOZE, _front(task, text, spans), ""),)


def _front(task: Task, text: str, spans: list[tuple[int, int]]) -> str:
    for number, (start, end) in reversed(list(enumerate(spans, 1))):
        deleted = f"{cloze.OPEN}c{number}::{text[start:end]}{cloze.CLOSE}"
        text = f"{text[:start]}{deleted}{text[end:]}"
    front, subject = task.render.marked(text), task.fact.subject
    if subject.lower() in plain(text).lower():
        return front
    return f"<b>{task.render.inline(subject)}</b>: {front}"


def _bold(fact: Fact, text: str) -> Iterator[tuple[int, int]]:
    """Where the bold terms stand, when they are few and none is a whole clause."""
    if "**" not in text:
        return
    found = list(_BOLD.finditer(_CODE.sub(lambda code: "`" * len(code[0]), text)))
    if len(found) > _ANSWERS or any(len(words(m["text"])) > _ANSWER_WORDS for m in found):
        return
    for match in found:
        if _can_be_asked(fact, text, *match.span("text")):
            touches = text[match.end() :][:1].isalnum()  # a letter: `**` closes after a word only
            yield match.span(0 if touches else "text")


def _quantity(fact: Fact, text: str) -> Iterator[tuple[int, int]]:
    """Where the quantity stands, when the sentence has no other number."""
    found = list(_QUANTITY.finditer(text))
    alone = len(found) == 1 and len(_NUMBER.findall(plain(text))) == 1
    if alone and _can_be_asked(fact, text, *found[0].span()):
        yield found[0].span()


def _are_options(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an "or" alone parts two answers: nobody can tell which of many are meant."""
    return any(_EITHER.fullmatch(text, one[1], other[0]) for one, other in pairwise(spans))


def _can_be_asked(fact: Fact, text: str, start: int, end: int) -> bool:
    answer, left = plain(text[start:end]), plain(f"{text[:start]} … {text[end:]}")
    shown = [left, fact.subject, *fact.headings]
    return (
        any(word not in _EMPHASIS for word in words(answer))
        and len(words(left)) >= _LEFT_WORDS
        and "::" not in answer
        and not _LOOSE.match(answer)
        and not _VERB.search(answer)
        and "`" not in text[start:end]
        and not answer.endswith(":")
        and not any(gives_away(part, answer) for part in shown)
    )
