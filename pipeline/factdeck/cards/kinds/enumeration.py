"""The members of a list: a cloze with one deletion a member, long lists in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdeck.cards import cloze
from factdeck.cards.doubts import tells_what_to_do
from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.cards.escape import text
from factdeck.cards.kinds.count import names_its_own
from factdeck.cards.origin import OF_THE_TEXT
from factdeck.cards.words import gives_away
from factdeck.facts.counts import count_in
from factdeck.facts.headings import is_generic
from factdeck.facts.text import plain
from factdeck.model import Fact, NoteKind

AT_ONCE = 7
"""As many members are asked in one note; more are asked in parts, the others shown."""

MOST = 4 * AT_ONCE
_LABEL_WORDS = 16
_SOME = re.compile(
    r"\b(?:such as|e\.g|examples?|for instance|including|among others|like|z\.\s?b|beispiele?|"
    r"etc)\b|\.\.\.|…",
    re.I,
)
_OPEN = re.compile(r"\b(?:such as|anything|any other|etc|and more|many more|usw)\b|\.\.|…", re.I)
_CONSISTS = re.compile(
    r"\b(?:consists? of|contains?|comprises?|made (?:up )?of|composed of|divided into|besteht aus)"
    r"\W*$",
    re.I,
)
_TRAILING = re.compile(
    r"(?:\s+(?:are|is|includes?|\w+ed|available|below))+\W*$",
    re.I,
)
_SEVERAL = re.compile(
    r"[^\WsuS]s$|(?i:(?<!\w)(?:\w{3,}ia|data|people|work|process|procedure|sequence|cycle|hierarchy)$)"
)
_SAYS = re.compile(
    r"\A\W*(?:(?:key|main)\s)?(?:differences?|comparisons?|unterschiede?)\b|(?<!\w)(?:allows?|enables?|ensures?|handles|helps|improves|incurs|includes|manages|offers|"
    r"provides|requires|specifies|stores|uses|scales|can(?: \w+)+)\W*$",
    re.I,
)
"""Labels that end in a verb name no group, nor do those that announce a comparison."""
_CLAUSE = re.compile(r"\b(?:is|are|was|can|cannot|must|should|will|has|have)\b", re.I)
_MANY = re.compile(
    r"\b(?:benefits?|features?|(?:dis)?advantages?|use cases?|uses|goals|functions?|tips|examples?|"
    r"characteristics|vorteile|nachteile|merkmale)\b",
    re.I,
)
_LEAST, _LEAST_OF_MANY = 2, 3
_OF = re.compile(
    r"\s(?:of|for|in|on|with|to|from|by|between|that|which|based|at|used|when|through|via)\b", re.I
)
_CHAIN = "(in order)"


def make(task: Task) -> Result:
    """A note of up to seven members, or several that each show what the others ask.

    The first part has the key of the whole, so that a list may grow.
    """
    fact = task.fact
    members = fact.object if isinstance(fact.object, tuple) else ()
    if len(members) > MOST:
        return NoCard(f"a list of {len(members)} is too long to remember: part it under headings")
    names = {plain(member).casefold() for member in members}
    if len(names) < 2:
        return NoCard("a list of one")
    if len(names) < len(members) and not fact.predicate.endswith(_CHAIN):
        return NoCard("a list with a member twice")
    if 2 * sum(map(is_generic, names)) > len(names):
        return NoCard("a list of labels, which say nothing by themselves")
    if why := _not_determined(fact, members):
        return NoCard(why)
    if len(members) <= AT_ONCE:
        drafts = [_part(task, members, range(len(members)))]
    else:
        drafts = list(_parts(task, members))
    asked = tuple(draft for draft in drafts if cloze.ordinals(draft.front))
    if sum(len(cloze.ordinals(draft.front)) for draft in asked) < min(len(members) - 1, _LEAST):
        return NoCard("a list whose members its heading names")
    return asked


def _not_determined(fact: Fact, members: Sequence[str]) -> str:
    """Why nobody could tell which members are meant, or ""."""
    label = plain(fact.predicate)
    if _SOME.search(label) or any(map(_OPEN.search, map(plain, members))):
        return "a list of examples has no end"
    if label.endswith(_CHAIN) or count_in(plain(fact.text)):
        return ""
    if len(members) < _LEAST_OF_MANY and _MANY.search(label):
        return "two of many are not determined"
    if any(map(_CLAUSE.search, map(plain, members))):
        return "its members are sentences"
    if tells_what_to_do(label) or _SAYS.search(label) or not _names_group(label, fact.lang):
        return "its label does not say what it lists"
    return ""


def _names_group(label: str, lang: str) -> bool:
    """Whether a label names several things: "Use cases", "Versions of X", "X consists of"."""
    if lang[:2] not in ("", "en") or _CONSISTS.search(label):
        return True
    head = _TRAILING.sub("", _OF.split(re.sub(r"\s*\([^()]*\)", "", label))[0].strip(" :"))
    return bool(_SEVERAL.search(head))


def _parts(task: Task, members: Sequence[str]) -> Iterator[Draft]:
    starts = range(0, len(members), AT_ONCE)
    for number, start in enumerate(starts, 1):
        asked = range(start, min(start + AT_ONCE, len(members)))
        title = f" ({task.phrases.part.format(number, len(starts))})"
        yield _part(task, members, asked, title, f"part {number}" if number > 1 else "")


def _part(
    task: Task, members: Sequence[str], asked: range, title: str = "", part: str = ""
) -> Draft:
    """A note that asks for some of the members and shows the rest."""
    html = list(map(task.render.inline, members))
    given = f"{task.fact.subject} {_last(task.fact)}"
    deleted = [
        html[index]
        if gives_away(given, plain(members[index]))  # what the heading names is no question
        else cloze.deletion(number, html[index])
        for number, index in enumerate(asked, 1)
    ]
    others = [member for index, member in enumerate(html) if index not in asked]
    front = f"{_heading(task)}{title}{_listed(task.fact, deleted, asked.start)}"
    if others:
        front += f'<p class="others">{task.phrases.also}: {" · ".join(others)}</p>'
    return Draft(NoteKind.CLOZE, cloze.unmark(front), "", part)


def _last(fact: Fact) -> str:
    """The heading above a chain, which may name its links."""
    return fact.headings[-1] if fact.headings and fact.predicate.endswith(_CHAIN) else ""


def _listed(fact: Fact, deleted: Sequence[str], start: int) -> str:
    if fact.predicate.endswith(_CHAIN):
        return f": {'… → ' if start else ''}{' → '.join(deleted)}"
    return f"<ul>{''.join(f'<li>{member}</li>' for member in deleted)}</ul>"


def _heading(task: Task) -> str:
    """What the list is a list of: its label when that names the thing, else thing and predicate."""
    fact = task.fact
    subject = f"<b>{task.render.inline(fact.subject)}</b>" if fact.subject else ""
    label = plain(fact.text).rstrip(" :.")
    named = (fact.subject and fact.subject.lower() in label.lower()) or names_its_own(label)
    if (
        named
        and not OF_THE_TEXT.match(label)
        and len(label.split()) <= _LABEL_WORDS
        and not _lists(fact, label)
    ):
        return text(label)
    predicate = fact.predicate.removesuffix(_CHAIN).strip().rstrip(":")
    if plain(predicate).casefold() in ("", "order", fact.subject.casefold()):
        return subject
    return ": ".join(filter(None, [subject, task.render.inline(predicate)]))


def _lists(fact: Fact, label: str) -> bool:
    members = fact.object if isinstance(fact.object, tuple) else ()
    return any(plain(member).lower() in label.lower() for member in members)
