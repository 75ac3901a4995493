"""One question, one answer: what a deck would ask twice, or answer in two ways, it does not ask."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factdeck.cards.words import stems, words
from factdeck.facts.headings import is_generic
from factdeck.facts.text import plain
from factdeck.model import Fact, FactKind, Note, NoteKind

EXPLICIT = (FactKind.QUESTION, FactKind.CLOZE)
"""What an author wrote as a card."""
_SHORT = 8
_NEW_WORDS, _QUESTION_WORDS = 3, 25
_SAME_BLANK = 2
_BLANK = re.compile(r"\{\{c1::(.*?)\}\}")
_NAME = re.compile(r"[A-Z]\S*[A-Z0-9]|[a-z][A-Z]|\b[A-Z]\w+ [A-Z]")
_OF = re.compile(r"\s(?:of|for|in|on|with|to|from|by|that|which)\s")
_ARTICLE = re.compile(r"(?:an?|the|eine?|der|die|das)\s", re.I)
TWICE = "asked already"
SHOWN = "the answer stands in the question"
SEVERAL = "the same question has several answers"
LONG = "a question too long to take in"

Asked = Sequence[tuple[Fact, Note]]


@dataclass(frozen=True, slots=True)
class Refused:
    """The notes, by index, that are better not made: why, and which earlier note says the same."""

    why: Mapping[int, str] = field(default_factory=dict)
    same: Mapping[int, int] = field(default_factory=dict)


def refused(asked: Asked) -> Refused:
    """What is better not asked. What an author wrote as a card is never refused.

    Of equal notes the first stays. Of notes that ask the same in the same context none can
    be answered; but the name of a thing means one thing, and is asked once.
    """
    same = _repeated(asked)
    why = dict.fromkeys(same, TWICE)
    for index, (fact, note) in enumerate(asked):
        if index not in why and (reason := _reason(fact, note)):
            why[index] = reason
    left = [index for index in range(len(asked)) if index not in why]
    why.update(_often_left_out(asked, left))
    why.update(_ambiguous(asked, left))
    return Refused(why, same)


def _repeated(asked: Asked) -> dict[int, int]:
    first: dict[tuple[str, str], int] = {}
    same = {}
    for index, (fact, note) in enumerate(asked):
        sides = (_read(note.front), _read(note.back))
        earlier = first.setdefault(sides, index)
        if earlier != index and fact.kind not in EXPLICIT:
            same[index] = earlier
    return same


def _reason(fact: Fact, note: Note) -> str:
    """Why a note by itself is refused, or ""."""
    if note.kind is NoteKind.CLOZE or fact.kind in EXPLICIT:
        return ""
    front, back = _read(note.front), _read(note.back)
    if len(words(front)) > _QUESTION_WORDS:
        return LONG
    if note.kind is NoteKind.BASIC and not fact.place.table and _shown(fact, note, front, back):
        return SHOWN
    return ""


def _often_left_out(asked: Asked, left: Sequence[int]) -> dict[int, str]:
    """Sentences about one thing that leave out the same word again and again."""
    blanks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in left:
        fact, note = asked[index]
        if fact.kind is FactKind.STATEMENT and (blank := _BLANK.search(note.front)):
            blanks[fact.span.path, _read(blank[1])].append(index)
    return {index: TWICE for each in blanks.values() for index in each[_SAME_BLANK:]}


def _ambiguous(asked: Asked, left: Sequence[int]) -> dict[int, str]:
    """Notes whose question has another answer elsewhere."""
    questions: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in left:
        fact, note = asked[index]
        if note.kind is not NoteKind.CLOZE:
            questions[note.deck, _read(note.front), _scope(fact, note)].append(index)
    why = {}
    for indexes in questions.values():
        made = [index for index in indexes if asked[index][0].kind not in EXPLICIT]
        if len(indexes) > 1 and _means_one(asked[indexes[0]][0]):
            why.update(dict.fromkeys(made[1:], TWICE))
        elif len(indexes) > 1:
            why.update(dict.fromkeys(made, SEVERAL))
    return why


def _scope(fact: Fact, note: Note) -> str:
    """The headings that tell one question from another of the same words."""
    if _means_one(fact):
        return ""
    return " › ".join(part for part in note.context.split(" › ") if not is_generic(part))


def _means_one(fact: Fact) -> bool:
    """Whether a definition is of a name, which means the same wherever it stands."""
    return fact.kind is FactKind.DEFINITION and bool(_NAME.search(plain(fact.subject)))


def _shown(fact: Fact, note: Note, front: str, back: str) -> bool:
    """Whether every word of a short answer stands in the question, or the context above it."""
    answer, shown = set(words(back)), f"{front} {_read(note.context)}"
    seen = front if "`" in str(fact.object) else shown  # a title may be a word of a command
    if 1 < len(answer) <= _SHORT and answer <= set(words(seen)):
        return True
    return fact.predicate != "stands for" and _restates(fact, back, shown)


def _restates(fact: Fact, back: str, shown: str) -> bool:
    """Whether an answer says little more than the label that it is asked by.

    A name or code says enough, and so does a kind of what is asked for ("Method of upload?
    multipart upload").
    """
    label, answer = _label(fact), plain(str(fact.object))
    asked, said = stems(label), stems(back)
    new = said - stems(shown)
    if len(new) >= _NEW_WORDS or any(char.isdigit() for word in new for char in word):
        return False
    if not asked or "`" in str(fact.object):
        return False
    head = _OF.split(label)[0].rpartition(" ")[2].lower().rstrip("s")
    if fact.kind is FactKind.DEFINITION:
        of_its_kind = _ARTICLE.match(answer) is not None or stems(head).isdisjoint(said)
        return asked <= said or (len(new) < _NEW_WORDS - 1 and not of_its_kind)
    if re.search(r"[A-Z]", answer[1:]):
        return asked <= said
    is_kind = answer.lower().rstrip("s.").endswith(f" {head}")
    said_again = bool(stems(head)) and stems(head) <= said
    return not is_kind and (said_again or len(asked & said) > 1)


def _label(fact: Fact) -> str:
    """What is asked for: the attribute, or the term when its meaning is."""
    asks_meaning = fact.kind is FactKind.DEFINITION or is_generic(fact.predicate)
    return plain(fact.subject if asks_meaning else fact.predicate).strip(" :")


def _read(html: str) -> str:
    return plain(html).casefold().rstrip(" .!;:")
