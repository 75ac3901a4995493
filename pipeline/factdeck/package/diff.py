"""What an import of a package does to a learner who has an older one.

It follows the rules by which Anki imports: a note is known by its GUID and taken over when it
is newer; a note type by its id, as long as its fields and templates are the same; a deck by
its name; nothing is deleted, and no card is moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from factdeck.formats.deck import Contents, FieldRow, NoteRow, NoteTypeRow, TemplateRow
from factdeck.package import Package
from factdeck.package.lock import NEXT, UNRELEASED, Entry, Lock
from factdeck.package.notetypes import schema

_Part = FieldRow | TemplateRow

_BOOKKEEPING = ("Key", "Source", "Reserve1", "Reserve2", "Reserve3")
"""Fields of ours that no learner reads as question or answer."""
AROUND = "what stands around it: headings, tags or pictures"
"""Said of a note that is updated, and whose question and answer read as before."""


@dataclass(frozen=True, slots=True, order=True)
class FieldChange:
    """A field (or ``tags``) that says something else than before; HTML, as it is shipped."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class NoteChange:
    """What happens to a note: ``question`` and ``answer`` as they are after, or were last, HTML.

    ``deck`` is where its cards are or would be, ``was_in`` the deck that the older package has
    them in, "" when it is the same.
    """

    guid: str
    deck: str
    question: str
    answer: str
    fields: tuple[FieldChange, ...] = ()
    was_in: str = ""


@dataclass(frozen=True, slots=True)
class NoteTypeChange:
    """What is different about a note type; ``breaks`` when Anki then updates none of its notes."""

    name: str
    what: tuple[str, ...]
    breaks: bool


@dataclass(frozen=True, slots=True)
class Diff:
    """What an import does, note by note, each group in the order of the newer package.

    ``new`` notes are added, ``updated`` ones taken over, ``ignored`` ones differ and are no
    newer, ``conflicting`` ones have a note type that Anki takes for a stranger. ``moved``
    notes are in another deck of the package; cards that a learner has stay where they are.
    ``retired`` notes stay with the learner. ``unchanged`` counts the others.
    ``renamed`` are pairs of decks, old and new: to Anki they are two.
    """

    old: str
    new_version: str
    new: tuple[NoteChange, ...] = ()
    updated: tuple[NoteChange, ...] = ()
    ignored: tuple[NoteChange, ...] = ()
    conflicting: tuple[NoteChange, ...] = ()
    moved: tuple[NoteChange, ...] = ()
    retired: tuple[NoteChange, ...] = ()
    unchanged: int = 0
    renamed: tuple[tuple[str, str], ...] = ()
    note_types: tuple[NoteTypeChange, ...] = ()

    @property
    def breaks(self) -> bool:
        """Whether a note type changes so that Anki takes it for another."""
        return any(change.breaks for change in self.note_types)

    def __bool__(self) -> bool:
        groups = (self.new, self.updated, self.ignored, self.conflicting, self.moved, self.retired)
        return any((*groups, self.renamed, self.note_types))


def compare(old: Contents, new: Contents, *, old_version: str = "", new_version: str = "") -> Diff:
    """What an import of ``new`` does to a learner who imported ``old`` and changed nothing."""
    before, after = _Side(old), _Side(new)
    types = tuple(_type_changes(old.note_types, new.note_types, after.used))
    broken = {change.name for change in types if change.breaks}
    groups: dict[str, list[NoteChange]] = {}
    for note in after.notes.values():
        for group in _outcomes(note, before, after, broken):
            groups.setdefault(group, []).append(after.change(note, before))
    retired = [note for guid, note in before.notes.items() if guid not in after.notes]
    return Diff(
        old=old_version,
        new_version=new_version,
        retired=tuple(before.change(note) for note in retired),
        unchanged=len(groups.pop("unchanged", ())),
        renamed=tuple(_renamed(before, after)),
        note_types=types,
        **{name: tuple(changes) for name, changes in groups.items()},
    )


def since_release(lock: Lock, package: Package) -> Diff:
    """What an import of ``package`` does to a learner who has the last release of its deck.

    ``lock`` is the one that the package was made with; texts are shortened as it has them.
    """
    mine = [entry for entry in lock.entries if entry.deck == package.slug]
    changes = lock.changes(package.slug, NEXT)
    known = {entry.guid: entry for entry in mine}
    order = [each.guid for each in package.notes]
    was_in = {guid: known[guid].was for guid in order}
    moved = [g for g in order if (was := was_in[g]) and was.anki_deck != known[g].anki_deck]
    updated = [guid for guid in order if guid in set(changes.updated) and _reworded(known[guid])]
    was_released = lock.release(package.slug) != UNRELEASED
    left = [entry for entry in lock.entries if entry.guid in set(changes.left)]
    return Diff(
        old=lock.release(package.slug),
        new_version=package.version,
        new=tuple(_entry_change(known[guid]) for guid in order if guid in set(changes.new)),
        updated=tuple(_entry_change(known[guid]) for guid in updated),
        moved=(
            *(_entry_change(known[guid]) for guid in moved),
            *(replace(_entry_change(entry), was_in=package.name) for entry in left),
        ),
        retired=tuple(_entry_change(known[guid]) for guid in changes.retired),
        unchanged=len(order) - len({*changes.new, *updated, *moved}),
        renamed=tuple(_renamed_decks(known[guid] for guid in order)),
        note_types=_schema_change(lock, package) if was_released else (),
    )


def _reworded(entry: Entry) -> bool:
    """Whether more than its deck changed since the release."""
    return entry.was is None or entry.was.anki_deck == entry.anki_deck or _says_other(entry)


def _says_other(entry: Entry) -> bool:
    was = entry.was
    return was is not None and (was.text, was.answer) != (entry.text, entry.answer)


def _entry_change(entry: Entry) -> NoteChange:
    text, answer = escape(entry.text), escape(entry.answer)
    if entry.was is None or entry.retired is not None:
        return NoteChange(entry.guid, entry.anki_deck, text, answer)
    sides = (
        FieldChange("question", escape(entry.was.text), text),
        FieldChange("answer", escape(entry.was.answer), answer),
    )
    fields = tuple(side for side in sides if side.old != side.new)
    was_in = entry.was.anki_deck if entry.was.anki_deck != entry.anki_deck else ""
    return NoteChange(entry.guid, entry.anki_deck, text, answer, fields, was_in)


def _renamed_decks(entries: Iterable[Entry]) -> Iterable[tuple[str, str]]:
    """As :func:`_renamed`, of what the lock knows."""
    goes_to: dict[str, Counter[str]] = {}
    for entry in entries:
        if entry.born != NEXT:
            was_in = entry.was.anki_deck if entry.was else entry.anki_deck
            goes_to.setdefault(was_in, Counter())[entry.anki_deck] += 1
    return _emptied(goes_to)


def _schema_change(lock: Lock, package: Package) -> tuple[NoteTypeChange, ...]:
    was = dict(lock.schemas).get(package.slug, "")
    if not was or was == schema():
        return ()
    return (NoteTypeChange("factdeck", ("its fields or templates are others",), breaks=True),)


@dataclass(frozen=True)
class _Side:
    """A package, with what is looked up in it."""

    contents: Contents

    @cached_property
    def notes(self) -> dict[str, NoteRow]:
        """The notes by GUID, in the order in which they are learned."""
        first = {card.note: card.due for card in reversed(self.contents.cards)}
        ordered = sorted(self.contents.notes, key=lambda note: (first.get(note.id, 0), note.id))
        return {note.guid: note for note in ordered}

    @cached_property
    def decks(self) -> dict[int, str]:
        """The deck of each note (of its first card) by the note's id."""
        names = self.contents.decks
        return {card.note: names[card.deck].name for card in reversed(self.contents.cards)}

    @cached_property
    def used(self) -> set[int]:
        """The ids of the note types that notes have."""
        return {note.note_type for note in self.contents.notes}

    def kind(self, note: NoteRow) -> NoteTypeRow:
        return self.contents.note_types[note.note_type]

    def deck(self, note: NoteRow) -> str:
        return self.decks.get(note.id, "")

    def fields(self, note: NoteRow) -> dict[str, str]:
        names = [field.name for field in self.kind(note).fields]
        return dict(zip(names, note.fields, strict=False))

    def change(self, note: NoteRow, before: _Side | None = None) -> NoteChange:
        """The note as it is here, and how it was ``before``."""
        shown = [text for name, text in self.fields(note).items() if name not in _BOOKKEEPING]
        question, answer = (*shown, "", "")[:2]
        was = before.notes.get(note.guid) if before else None
        if before is None or was is None:
            return NoteChange(note.guid, self.deck(note), question, answer)
        deck, was_in = self.deck(note), before.deck(was)
        fields = tuple(_field_changes(before.fields(was), self.fields(note), was, note))
        moved_from = was_in if was_in != deck else ""
        return NoteChange(note.guid, deck, question, answer, fields, moved_from)


def _outcomes(note: NoteRow, before: _Side, after: _Side, broken: set[str]) -> Iterable[str]:
    """What Anki does with a note, and whether it stands in another deck."""
    was = before.notes.get(note.guid)
    if was is None:
        yield "new"
        return
    if before.deck(was) != after.deck(note):
        yield "moved"
    if was.note_type != note.note_type or after.kind(note).name in broken:
        yield "conflicting"
    elif note.modified > was.modified:
        yield "updated"
    elif _content(was) != _content(note):
        yield "ignored"
    elif before.deck(was) == after.deck(note):
        yield "unchanged"


def _content(note: NoteRow) -> tuple[object, ...]:
    return note.fields, sorted(note.tags)


def _field_changes(
    old: Mapping[str, str], new: Mapping[str, str], was: NoteRow, note: NoteRow
) -> Iterable[FieldChange]:
    for name, text in new.items():
        if old.get(name, "") != text and name not in _BOOKKEEPING:
            yield FieldChange(name, old.get(name, ""), text)
    before, after = " ".join(sorted(was.tags)), " ".join(sorted(note.tags))
    if before != after:
        yield FieldChange("tags", before, after)


def _renamed(before: _Side, after: _Side) -> Iterable[tuple[str, str]]:
    """Decks all of whose remaining notes are in one other deck."""
    goes_to: dict[str, Counter[str]] = {}
    for guid, note in before.notes.items():
        if guid in after.notes:
            goes = goes_to.setdefault(before.deck(note), Counter())
            goes[after.deck(after.notes[guid])] += 1
    return _emptied(goes_to)


def _emptied(goes_to: Mapping[str, Counter[str]]) -> Iterable[tuple[str, str]]:
    """Pairs of a deck and the one that all its notes went to, when that held none before."""
    for old, goes in sorted(goes_to.items()):
        (new, _), *others = goes.most_common()
        if new not in goes_to and not others:
            yield old, new


# --- note types --------------------------------------------------------------------------


def _type_changes(
    old: Mapping[int, NoteTypeRow], new: Mapping[int, NoteTypeRow], used: set[int]
) -> Iterable[NoteTypeChange]:
    for number in sorted(old.keys() & new.keys() & used):
        was, now = old[number], new[number]
        broken = [
            *_schema_changes("field", was.fields, now.fields),
            *_schema_changes("template", was.templates, now.templates),
        ]
        if was.is_cloze != now.is_cloze:
            broken.append("it is a cloze now" if now.is_cloze else "it is no cloze now")
        looks = [*_renamings(was, now), *_looks(was, now)]
        if broken or looks:
            yield NoteTypeChange(now.name, (*broken, *looks), bool(broken))


def _schema_changes(what: str, old: Sequence[_Part], new: Sequence[_Part]) -> Iterable[str]:
    """Parts that came, went, or changed places."""
    was, now = _identities(old), _identities(new)
    names = {**was, **now}
    gone = [names[each] for each in was if each not in now]
    come = [names[each] for each in now if each not in was]
    yield from (f'the {what} "{name}" is gone' for name in gone)
    yield from (f'the {what} "{name}" is new' for name in come)
    if not gone and not come and list(was) != list(now):
        yield f"the {what}s are in another order"


def _identities(parts: Sequence[_Part]) -> dict[int | str, str]:
    """The name of each part by what Anki knows it by: its id, or its name when it has none."""
    return {part.name if part.id is None else part.id: part.name for part in parts}


def _renamings(old: NoteTypeRow, new: NoteTypeRow) -> Iterable[str]:
    if old.name != new.name:
        yield f'it was called "{old.name}"'
    for was, now in zip(old.fields, new.fields, strict=False):
        if was.id is not None and was.id == now.id and was.name != now.name:
            yield f'the field "{was.name}" is called "{now.name}"'


def _looks(old: NoteTypeRow, new: NoteTypeRow) -> Iterable[str]:
    shown = [[(each.question, each.answer) for each in kind.templates] for kind in (old, new)]
    if shown[0] != shown[1] or old.css != new.css:
        yield "its cards look different"
