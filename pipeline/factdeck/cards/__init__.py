"""Facts → notes: what is asked of each fact, or why it is not asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from factdeck.cards import answers, cloze, leaks, ticks
from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.cards.escape import clean
from factdeck.cards.kinds import MAKERS
from factdeck.cards.markup import Renderer
from factdeck.cards.media import FindMedia
from factdeck.cards.origin import context, source
from factdeck.cards.phrases import phrases
from factdeck.cards.traits import as_meaning
from factdeck.cards.trials import trial
from factdeck.config import DeckSettings
from factdeck.model import Fact, FactKind, Note, NoteKind, Sentence

_UNSEEN = re.compile(r"<(?!img\b)[^<>]*>|\s+")
_PLACES = 3
EMPTY_SIDE = "one of its sides is empty"
"""The reason of a fact whose question or answer shows nothing."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The notes of a deck, in the order of its sources, and the facts they are made of.

    ``origins`` are the facts of the notes, one for each; ``without`` those that no note asks,
    with the reason in a few words; ``facts`` are all.
    """

    name: str
    slug: str
    notes: tuple[Note, ...]
    origins: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    without: tuple[tuple[Fact, str], ...] = ()


def make(facts: Iterable[Fact], settings: DeckSettings, find_media: FindMedia) -> Deck:
    """The deck of some facts; the key of each note is unique in it.

    ``{version}`` in the source URL is left as it is in the notes: only the package has one.
    """
    facts = tuple(facts)
    rows = ticks.rows(facts)
    listed = _listed(facts)
    asked: list[tuple[Fact, Note]] = []
    without: list[tuple[Fact, str]] = []
    for fact in map(as_meaning, facts):
        render = Renderer(partial(find_media, fact.span.path))
        task = Task(fact, render, phrases(fact.lang or settings.lang), listed.get(_place(fact), ()))
        result = _result(task, rows.get(fact.key))
        if isinstance(result, NoCard):
            without.append((fact, result.why))
        else:
            asked += ((fact, _note(draft, task, settings)) for draft in result)
    refused = answers.refused(asked)
    places = _further_places(asked, refused.same)
    kept = [
        (fact, replace(note, source=places.get(index, note.source)))
        for index, (fact, note) in enumerate(asked)
        if index not in refused.why
    ]
    notes = tuple(_unique(note for _, note in kept))
    still_asked = {fact.key for fact, _ in kept}
    without += [
        (asked[index][0], why)
        for index, why in refused.why.items()
        if asked[index][0].key not in still_asked
    ]
    origins = tuple(fact for fact, _ in kept)
    return Deck(settings.name, settings.slug, notes, origins, facts, tuple(without))


def _further_places(
    asked: Sequence[tuple[Fact, Note]], same: Mapping[int, int]
) -> Mapping[int, str]:
    """The sources of notes that stand in several places, one a line, by index."""
    sources: dict[int, dict[str, None]] = {}
    for index, earlier in same.items():
        places = sources.setdefault(earlier, {asked[earlier][1].source: None})
        places[asked[index][1].source] = None
    return {index: "<br>".join(list(places)[:_PLACES]) for index, places in sources.items()}


def _result(task: Task, row: ticks.Row | None) -> Result:
    if task.fact.no_card:
        return NoCard(task.fact.no_card)
    if task.fact.place.sentence is Sentence.EXAMPLE and not _is_explicit(task.fact):
        return NoCard("an example")
    if task.fact.kind not in answers.EXPLICIT and (why := trial(task.fact)):
        return NoCard(why)
    result = ticks.make(task, row) if row else MAKERS[task.fact.kind](task)
    if not isinstance(result, NoCard):
        result = leaks.close(task.fact, result)
    if isinstance(result, NoCard):
        return result
    sides = [side for draft in result for side in _sides(draft)]
    if not all(map(_shown, sides)):
        return NoCard(EMPTY_SIDE)
    for instead in task.render.missing:
        sides = [side.replace(instead, "") for side in sides]
    return result if all(map(_shown, sides)) else NoCard("its picture is missing")


def _is_explicit(fact: Fact) -> bool:
    """Whether its author wrote a card, or a table, on purpose."""
    return fact.kind in answers.EXPLICIT or bool(fact.place.table)


def _sides(draft: Draft) -> list[str]:
    return [draft.front] if draft.kind is NoteKind.CLOZE else [draft.front, draft.back]


def _shown(html: str) -> str:
    """What is left of HTML to see."""
    return _UNSEEN.sub("", html)


def _note(draft: Draft, task: Task, settings: DeckSettings) -> Note:
    fact = task.fact
    shown = f"{draft.front} {draft.back}"
    return Note(
        key=" › ".join(filter(None, [fact.key, draft.part])),
        kind=draft.kind,
        front=draft.front,
        back=draft.back,
        context=context(fact, draft),
        source=source(fact, settings.source_url),
        deck=fact.deck or settings.name,
        ordinals=_ordinals(draft),
        span=fact.span,
        tags=_tags([*settings.tags, *fact.tags]),
        media=tuple(sorted(m for m in task.render.media if m.name in shown)),
    )


def _ordinals(draft: Draft) -> tuple[int, ...]:
    if draft.kind is NoteKind.CLOZE:
        return cloze.ordinals(draft.front)
    return (0, 1) if draft.kind is NoteKind.REVERSED else (0,)


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as Anki has them: no white space, each once whatever its case, sorted."""
    safe = ("-".join(clean(tag).split()).lstrip("#") for tag in tags)
    return tuple(sorted({tag.casefold(): tag for tag in safe if tag}.values()))


def _place(fact: Fact) -> tuple[str, int, str, str]:
    return fact.span.path, fact.span.line, fact.subject, fact.predicate


def _listed(facts: Sequence[Fact]) -> Mapping[tuple[str, int, str, str], tuple[str, ...]]:
    """The members of each list, by its place: a count stands on the same line as its list."""
    return {
        _place(fact): fact.object
        for fact in facts
        if fact.kind is FactKind.ENUMERATION and isinstance(fact.object, tuple)
    }


def _unique(notes: Iterable[Note]) -> Iterator[Note]:
    """The notes, a number behind a key that an earlier one has."""
    taken: set[str] = set()
    for note in notes:
        key, number = note.key, 1
        while key in taken:
            number += 1
            key = f"{note.key} › {number}"
        taken.add(key)
        yield note if key == note.key else replace(note, key=key)
