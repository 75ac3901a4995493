"""Which of today's notes is which note of the lock.

First what reads the same, among the notes of the deck and then among the retired ones; then
what asks the same question in other words, or has another answer now. One to one, and never
by a guess: where two would do nearly as well, none is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from factdeck.model import Note, NoteKind
from factdeck.package.deletions import deleted
from factdeck.package.lock import REMEMBERED, Entry
from factdeck.package.matching.assign import assign, in_place
from factdeck.package.matching.differences import difference, is_turned
from factdeck.package.matching.questions import Question, group_of, question
from factdeck.package.text import summary

_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A note of today, its place among them, and what :class:`Entry` has too.

    ``deck`` is the slug of its deck.
    """

    index: int
    deck: str
    note: Note
    hash: str
    words: str


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of the same note, and (``unsure``) pairs that may be: the author has to decide."""

    pairs: tuple[tuple[Candidate, Entry], ...] = ()
    unsure: tuple[tuple[Candidate, Entry], ...] = ()


Pairs = list[tuple[Candidate, Entry]]


def match(candidates: Sequence[Candidate], entries: Sequence[Entry]) -> Matches:
    """Match one to one; a cloze is never what was none: Anki would take it for a conflict."""
    living = [entry for entry in entries if entry.retired is None]
    retired = [entry for entry in entries if entry.retired is not None]
    same: Pairs = []
    for known in (living, retired):
        for of_candidate, of_entry in _SAME:
            same += _equal(*_left(candidates, known, same), of_candidate, of_entry)
    same += _equal(*_clozes(*_left(candidates, living, same)), _text, lambda entry: entry.text)
    reworded, unsure = _reworded(*_left(candidates, living, same), same)
    back = list(_back(*_left(candidates, retired, same + reworded)))
    taken = {candidate.index for candidate, _ in back}
    return Matches(
        (*same, *reworded, *back), tuple(pair for pair in unsure if pair[0].index not in taken)
    )


def _left(
    candidates: Iterable[Candidate], entries: Iterable[Entry], pairs: Pairs
) -> tuple[list[Candidate], list[Entry]]:
    """Those that are in no pair."""
    found = {candidate.index for candidate, _ in pairs}
    taken = {entry.guid for _, entry in pairs}
    return (
        [candidate for candidate in candidates if candidate.index not in found],
        [entry for entry in entries if entry.guid not in taken],
    )


# --- what reads the same -----------------------------------------------------------------

_SAME: tuple[tuple[Callable[[Candidate], str], Callable[[Entry], str]], ...] = (
    (lambda candidate: candidate.hash, lambda entry: entry.hash),
    (lambda candidate: candidate.words, lambda entry: entry.words),
)


def _equal(
    candidates: Iterable[Candidate],
    entries: Iterable[Entry],
    of_candidate: Callable[[Candidate], str],
    of_entry: Callable[[Entry], str],
) -> Iterator[tuple[Candidate, Entry]]:
    """Match by an equal value; among several, by the same key, then in order."""
    groups: dict[tuple[bool, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.kind is NoteKind.CLOZE, of_entry(entry)), []).append(entry)
    of_value: dict[tuple[bool, str], list[Candidate]] = {}
    for candidate in candidates:
        value = (candidate.note.kind is NoteKind.CLOZE, of_candidate(candidate))
        if value in groups:
            of_value.setdefault(value, []).append(candidate)
    for value, group in of_value.items():
        yield from _pair(group, groups[value])


def _clozes(
    candidates: Iterable[Candidate], entries: Iterable[Entry]
) -> tuple[list[Candidate], list[Entry]]:
    """The clozes: one that reads the same is the same, whatever is deleted of it now."""
    return (
        [each for each in candidates if each.note.kind is NoteKind.CLOZE],
        [each for each in entries if each.kind is NoteKind.CLOZE],
    )


def _text(candidate: Candidate) -> str:
    return summary(candidate.note.front, REMEMBERED)


def _pair(candidates: list[Candidate], entries: list[Entry]) -> Iterator[tuple[Candidate, Entry]]:
    of_key = {entry.key: entry for entry in sorted(entries, key=lambda entry: entry.key)}
    left = []
    for candidate in candidates:
        if candidate.note.key in of_key:
            yield candidate, of_key.pop(candidate.note.key)
        else:
            left.append(candidate)
    yield from zip(left, of_key.values(), strict=False)


# --- what asks the same ------------------------------------------------------------------


def _reworded(
    candidates: Sequence[Candidate], entries: Sequence[Entry], same: Pairs
) -> tuple[Pairs, Pairs]:
    """Pairs that ask the same in other words, and pairs that may."""
    pairs: Pairs = []
    unsure: Pairs = []
    if not candidates or not entries:
        return pairs, unsure
    kept = [(group_of(entry.key)[0], group_of(each.note.key)[0]) for each, entry in same]
    for new, old in _by_kind(candidates, entries):
        found = assign(_questions(new), _known_questions(old), kept)
        pairs += ((new[n], old[o]) for n, o in found.pairs)
        unsure += ((new[n], old[o]) for n, o in found.unsure)
    return pairs, unsure


def _back(
    candidates: Sequence[Candidate], entries: Sequence[Entry]
) -> Iterator[tuple[Candidate, Entry]]:
    """What was dropped comes back only as itself: the same question in the same place."""
    for new, old in _by_kind(candidates, entries):
        if new and old:
            found = in_place(_questions(new), _known_questions(old))
            yield from ((new[n], old[o]) for n, o in found)


def _by_kind(
    candidates: Iterable[Candidate], entries: Iterable[Entry]
) -> Iterator[tuple[list[Candidate], list[Entry]]]:
    for is_cloze in (False, True):
        yield (
            [each for each in candidates if (each.note.kind is NoteKind.CLOZE) is is_cloze],
            [each for each in entries if (each.kind is NoteKind.CLOZE) is is_cloze],
        )


def _questions(candidates: Iterable[Candidate]) -> list[Question]:
    return [_of_note(each.note) for each in candidates]


def _known_questions(entries: Iterable[Entry]) -> list[Question]:
    return [_of_entry(each) for each in entries]


def unsure_pairs(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Which of the ``new`` entries may be which of the ``old``."""
    for is_cloze in (False, True):
        gone = [entry for entry in old if (entry.kind is NoteKind.CLOZE) is is_cloze]
        came = [entry for entry in new if (entry.kind is NoteKind.CLOZE) is is_cloze]
        found = assign(_known_questions(came), _known_questions(gone))
        yield from ((gone[o], came[n]) for n, o in (*found.pairs, *found.unsure))


def is_same_text(note: Note, entry: Entry) -> bool:
    """Whether the question of a note still reads as that of its entry, but for a word or so."""
    found = difference(_of_entry(entry).asked, _of_note(note).asked)
    return found.likeness >= _ALIKE and not is_turned(found)


def _of_note(note: Note) -> Question:
    front, back = summary(note.front, REMEMBERED), summary(note.back, REMEMBERED)
    return question(note.key, front, back, [text for _, text in deleted(note)])


def _of_entry(entry: Entry) -> Question:
    return question(entry.key, entry.text, entry.answer, [text for _, text in entry.deletions])
