"""What each field of a note of another deck is: its question, its answer, or neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from factdeck.cards import cloze
from factdeck.formats.deck import TAGS_OF_ANKI, CardRow, Contents, NoteRow, NoteTypeRow
from factdeck.model import NoteKind
from factdeck.package.notetypes import NOTE_TYPES
from factdeck.package.text import is_blank, summary

_SHOWN = re.compile(r"\{\{(?![#^/!=])\s*(?:[\w-]+:)*([^{}:]+?)\s*\}\}")
_TYPED = re.compile(r"\{\{\s*type:[^{}]*\}\}")
_OF_ANKI = frozenset(("FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"))
_TWO_SIDED = (NOTE_TYPES[NoteKind.BASIC], NOTE_TYPES[NoteKind.REVERSED])
_BOTH = 2
_ASKS = 60


@dataclass(frozen=True, slots=True)
class Adoptee:
    """A note of another deck; ``sides`` are the fields (indexes) of question and answer.

    A cloze has the field of its text alone. ``deck`` is that of its first card.
    """

    note: NoteRow
    kind: NoteKind
    sides: tuple[int, ...]
    deck: str
    ordinals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A note that cannot be adopted: its GUID, what it asks, and why."""

    guid: str
    asks: str
    why: str


def roles(contents: Contents) -> tuple[tuple[Adoptee, ...], tuple[LeftOut, ...]]:
    """The notes that can be written as ours, in order, and those that cannot."""
    cards: dict[int, list[CardRow]] = {}
    for card in contents.cards:
        cards.setdefault(card.note, []).append(card)
    taken: set[str] = set()
    adoptees: list[Adoptee] = []
    left_out: list[LeftOut] = []
    for note in contents.notes:
        found = _role(note, cards.get(note.id, []), contents, taken)
        if isinstance(found, str):
            left_out.append(LeftOut(note.guid, _asks(note), found))
        else:
            taken.add(note.guid)
            adoptees.append(replace(found, note=_without_tags_of_anki(note)))
    return tuple(adoptees), tuple(left_out)


def _without_tags_of_anki(note: NoteRow) -> NoteRow:
    """What they say is about one learner, and Anki drops them from a package."""
    tags = (tag for tag in note.tags if tag.lower() not in TAGS_OF_ANKI)
    return note._replace(tags=tuple(tags))


def left_out_of(adoptee: Adoptee, why: str) -> LeftOut:
    """The note as one that cannot be adopted, or not wholly."""
    return LeftOut(adoptee.note.guid, summary(adoptee.note.fields[adoptee.sides[0]], _ASKS), why)


def apart(contents: Contents) -> int:
    """How many notes have cards in several decks: new learners get them in one."""
    decks: dict[int, set[int]] = {}
    for card in contents.cards:
        decks.setdefault(card.note, set()).add(card.deck)
    return sum(len(each) > 1 for each in decks.values())


def common_deck(decks: Sequence[str]) -> str:
    """The deck that all of ``decks`` are below of, else the top of most of them."""
    levels = [deck.split("::") for deck in decks]
    pairs = zip(min(levels), max(levels), strict=False)  # what these two share, all do
    shared = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
    return "::".join(shared) or Counter(each[0] for each in levels).most_common(1)[0][0]


def _asks(note: NoteRow) -> str:
    return summary(next(filter(None, note.fields), ""), _ASKS)


def _role(
    note: NoteRow, cards: Sequence[CardRow], contents: Contents, taken: set[str]
) -> Adoptee | str:
    """The note with its role, or why it has none."""
    if not cards:
        return "it has no card"
    if note.guid in taken and note.guid:
        return "another note has the same GUID"
    if len(note.guid.split()) > 1 or note.guid != note.guid.strip():
        return "its GUID holds white space"
    if note.note_type not in contents.note_types:
        return "its note type is missing"
    kind = contents.note_types[note.note_type]
    if len(note.fields) != len(kind.fields):
        return f"it has {len(note.fields)} fields, and its note type {len(kind.fields)}"
    ordinals = tuple(sorted({card.ordinal for card in cards}))
    deck = contents.decks[cards[0].deck].name if cards[0].deck in contents.decks else "Default"
    deck = "::".join(level.strip() or "blank" for level in deck.split("::"))
    if kind.is_cloze:
        return _cloze(note, kind, deck)
    return _asked(note, kind, deck, ordinals)


def _cloze(note: NoteRow, kind: NoteTypeRow, deck: str) -> Adoptee | str:
    shown = _shown(kind.templates[0].question) if kind.templates else ()
    names = [each.name for each in kind.fields]
    wanted = [names.index(name) for name in shown if name in names] or [0]
    text = next((at for at in wanted if cloze.ordinals(note.fields[at])), None)
    if text is None:
        return "no field that it asks has a cloze"
    ordinals = cloze.ordinals(note.fields[text])
    return Adoptee(note, NoteKind.CLOZE, (text,), deck, ordinals)


def _asked(note: NoteRow, kind: NoteTypeRow, deck: str, ordinals: tuple[int, ...]) -> Adoptee | str:
    names = {each.name: at for at, each in enumerate(kind.fields)}
    if not kind.templates:
        return _of_text(note, kind.name, deck)
    ordinals = tuple(at for at in ordinals if at < len(kind.templates))
    if not ordinals:
        return "its cards have no template"
    template = kind.templates[ordinals[0]]
    asked = _shown_first(template.question)
    front = _first(note, names, asked)
    back = _first(note, names, [each for each in _shown(template.answer) if each not in asked])
    if front is None or back is None:
        return f"no field with words stands in its {'question' if front is None else 'answer'}"
    other = kind.templates[ordinals[1]] if len(ordinals) == _BOTH else None
    turned = other and back == _first(note, names, _shown_first(other.question))
    return Adoptee(
        note, NoteKind.REVERSED if turned else NoteKind.BASIC, (front, back), deck, ordinals
    )


def _of_text(note: NoteRow, kind: str, deck: str) -> Adoptee | str:
    """A note of which only the name or the id of its note type is known, in ``kind``."""
    ours = next((each.kind for each in _TWO_SIDED if kind in (each.name, str(each.id))), None)
    if ours:
        return Adoptee(note, ours, (0, 1), deck, (0, 1) if ours is NoteKind.REVERSED else (0,))
    said = [at for at, field in enumerate(note.fields) if not is_blank(field)]
    if len(said) != _BOTH:
        return f"{len(said)} fields have words, and only a question and an answer have a place"
    return Adoptee(note, NoteKind.BASIC, (said[0], said[1]), deck, (0,))


def _first(note: NoteRow, names: Mapping[str, int], shown: Sequence[str]) -> int | None:
    """The field that matters of those shown: one of the first two when they are among them."""
    fields = [names[name] for name in shown if name in names]
    said = [at for at in fields if not is_blank(note.fields[at])]
    return next((at for at in sorted(said) if at < _BOTH), said[0] if said else None)


def _shown_first(question: str) -> tuple[str, ...]:
    """The fields that the template of a question shows; one that is typed in is none of them."""
    return _shown(_TYPED.sub("", question))


@lru_cache(maxsize=256)
def _shown(template: str) -> tuple[str, ...]:
    """The fields that a template shows, in order."""
    return tuple(name for name in _SHOWN.findall(template) if name not in _OF_ANKI)
