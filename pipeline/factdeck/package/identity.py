"""Give each note its permanent GUID and the time at which its content last changed.

The lock remembers the notes of earlier builds. Those of today are matched with them one to
one, by :data:`MATCHERS` in turn, first within their deck, then across decks; what finds no
match is new, what is left over is retired.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from factdeck.model import IdentifiedNote, Note
from factdeck.package import lock as locks
from factdeck.package.lock import NEXT, Entry, Lock
from factdeck.package.text import summary

CHANGED_TAG = "factdeck::changed"
_GUID_BYTES = 10
_VERSION = re.compile(r"v?\{version\}")
_LATEST = "HEAD"  # what git and its hosts call a version without a name


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


Matcher = Callable[[Sequence[Candidate], Sequence[Entry]], Iterable[tuple[Candidate, Entry]]]
"""From what is unmatched on both sides to pairs, one to one, of notes that are the same.

A pair has to be of one kind: a note that changes its note type is a conflict in Anki.
"""


@dataclass(frozen=True, slots=True)
class Identified:
    """The notes of a deck as shipped, the lock that remembers them, and what is not as it was.

    ``new``, ``updated``, ``moved`` and ``retired`` are GUIDs; a moved note has another key,
    deck or Anki deck and the same content.
    """

    notes: tuple[IdentifiedNote, ...]
    lock: Lock
    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()


def identify(
    notes: Iterable[Note], lock: Lock, deck: str, clock: Callable[[Note], int], release: str = ""
) -> Identified:
    """Match ``notes``, all those of the deck with the slug ``deck``, with ``lock``.

    ``clock`` tells when the content of a note changed, in epoch seconds, if it has. With
    ``release`` what is new since the last one is ascribed to that version. Other decks are
    left alone.
    """
    candidates = _candidates([(deck, notes)])
    known = [entry for entry in lock.entries if entry.deck == deck]
    entries = _entries(candidates, _match(candidates, known), lock, clock)
    after = _remember(lock, known, entries)
    if release:
        after = locks.released(after, deck, release)
    return _report(deck, candidates, entries, lock, after)


def identify_all(
    decks: Sequence[tuple[str, Iterable[Note]]], lock: Lock, clock: Callable[[Note], int]
) -> tuple[Identified, ...]:
    """As :func:`identify`, for all the decks there are, each a slug and its notes.

    A note that has gone to another deck keeps its GUID. All results have the same lock.
    Entries of a deck that is none of these stay unless one of their notes is found here.
    """
    candidates = _candidates(decks)
    matched: dict[int, Entry] = {}
    for slug, _ in decks:
        known = [entry for entry in lock.entries if entry.deck == slug]
        matched |= _match([each for each in candidates if each.deck == slug], known)
    found = {entry.guid for entry in matched.values()}
    matched |= _match(
        [each for each in candidates if each.index not in matched],
        [entry for entry in lock.entries if entry.guid not in found],
    )
    entries = _entries(candidates, matched, lock, clock)
    slugs = {slug for slug, _ in decks}
    after = _remember(lock, [entry for entry in lock.entries if entry.deck in slugs], entries)
    return tuple(_report(slug, candidates, entries, lock, after) for slug, _ in decks)


def content_hash(note: Note) -> str:
    """Of all that makes a note another one: fields but Source, tags, media; not the deck."""
    tags = sorted({tag for tag in note.tags if not tag.startswith(CHANGED_TAG)})
    media = sorted({(media.name, media.sha256) for media in note.media})
    return _hash(note.kind, note.front, note.back, note.context, tags, media)


def words_hash(note: Note) -> str:
    """Of what is asked and answered alone."""
    return _hash(note.kind, note.front, note.back)


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


# --- matching ----------------------------------------------------------------------------


def _equal(of_candidate: Callable[[Candidate], str], of_entry: Callable[[Entry], str]) -> Matcher:
    """Match by an equal value; among several, by the same key, then in order."""

    def match(
        candidates: Sequence[Candidate], entries: Sequence[Entry]
    ) -> Iterator[tuple[Candidate, Entry]]:
        groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            groups[entry.kind, of_entry(entry)].append(entry)
        of_value: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            of_value[candidate.note.kind, of_candidate(candidate)].append(candidate)
        for value, group in of_value.items():
            yield from _pair(group, groups.get(value, []))

    return match


def _pair(candidates: list[Candidate], entries: list[Entry]) -> Iterator[tuple[Candidate, Entry]]:
    of_key = {entry.key: entry for entry in sorted(entries, key=lambda entry: entry.key)}
    left = []
    for candidate in candidates:
        if candidate.note.key in of_key:
            yield candidate, of_key.pop(candidate.note.key)
        else:
            left.append(candidate)
    yield from zip(left, of_key.values(), strict=False)


MATCHERS: tuple[Matcher, ...] = (
    _equal(lambda candidate: candidate.hash, lambda entry: entry.hash),
    _equal(lambda candidate: candidate.words, lambda entry: entry.words),
    _equal(lambda candidate: candidate.note.key, lambda entry: entry.key),
)


def _match(candidates: list[Candidate], entries: list[Entry]) -> dict[int, Entry]:
    """The entry of each candidate that has one, by index; retired entries come last."""
    matched: dict[int, Entry] = {}
    for is_retired in (False, True):
        left = {e.guid: e for e in entries if (e.retired is not None) is is_retired}
        for matcher in MATCHERS if left else ():
            unmatched = [each for each in candidates if each.index not in matched]
            for candidate, entry in matcher(unmatched, list(left.values())):
                matched[candidate.index] = left.pop(entry.guid)
    return matched


# --- entries -----------------------------------------------------------------------------


def _candidates(decks: Iterable[tuple[str, Iterable[Note]]]) -> list[Candidate]:
    notes = ((slug, note) for slug, notes in decks for note in notes)
    return [
        Candidate(index, slug, note, content_hash(note), words_hash(note))
        for index, (slug, note) in enumerate(notes)
    ]


def _entries(
    candidates: Iterable[Candidate],
    matched: Mapping[int, Entry],
    lock: Lock,
    clock: Callable[[Note], int],
) -> list[Entry]:
    """The entry of today of each candidate."""
    taken = {entry.guid for entry in lock.entries}
    return [
        _update(candidate, matched[candidate.index], clock)
        if candidate.index in matched
        else _new(candidate, taken, clock)
        for candidate in candidates
    ]


def _new(candidate: Candidate, taken: set[str], clock: Callable[[Note], int]) -> Entry:
    note = candidate.note
    guid = _new_guid(note, candidate.deck, taken)
    taken.add(guid)
    return Entry(
        guid=guid,
        deck=candidate.deck,
        key=note.key,
        kind=note.kind,
        anki_deck=note.deck,
        hash=candidate.hash,
        words=candidate.words,
        text=summary(note.front),
        answer=summary(note.back),
        source=note.source,
        modified=clock(note),
    )


def _new_guid(note: Note, deck: str, taken: Container[str]) -> str:
    """The same for the same deck, key and kind, so that a lost lock costs as little as it can."""
    seeds = (_hash(deck, note.kind, note.key, attempt) for attempt in count())
    return next(guid for guid in map(_short, seeds) if guid not in taken)


def _short(seed: str) -> str:
    """16 letters and digits, without any that a search in Anki takes for a sign."""
    return base64.b32encode(hashlib.sha256(seed.encode()).digest()[:_GUID_BYTES]).decode().lower()


def _update(candidate: Candidate, entry: Entry, clock: Callable[[Note], int]) -> Entry:
    note = candidate.note
    here = replace(entry, deck=candidate.deck, key=note.key, anki_deck=note.deck, retired=None)
    if entry.retired not in (None, NEXT) or entry.deck != candidate.deck:
        here = replace(here, born=NEXT, changed=NEXT)
    if candidate.hash == entry.hash:
        return here if note.deck == entry.anki_deck else replace(here, changed=NEXT)
    return replace(
        here,
        hash=candidate.hash,
        words=candidate.words,
        text=summary(note.front),
        answer=summary(note.back),
        source=note.source,
        # Anki takes over only what is newer than what it has, even by one second
        modified=max(entry.modified + 1, clock(note)),
        changed=NEXT,
    )


def _remember(lock: Lock, known: list[Entry], entries: list[Entry]) -> Lock:
    """``lock`` with ``entries``; those of ``known`` that are not among them are retired."""
    present = {entry.guid for entry in entries}
    gone = [entry for entry in known if entry.guid not in present]
    there = present.union(entry.guid for entry in gone)
    others = (entry for entry in lock.entries if entry.guid not in there)
    retired = (replace(e, retired=NEXT) if e.retired is None else e for e in gone)
    return locks.make((*others, *entries, *retired), lock.releases)


# --- what is handed on -------------------------------------------------------------------


def _report(
    deck: str, candidates: list[Candidate], entries: list[Entry], before: Lock, after: Lock
) -> Identified:
    """What became of the deck with the slug ``deck``."""
    here = [pair for pair in zip(candidates, entries, strict=True) if pair[1].deck == deck]
    old = {entry.guid: entry for entry in before.entries if entry.retired is None}
    known = [(old[entry.guid], entry) for _, entry in here if entry.guid in old]
    final = {entry.guid: entry for entry in after.entries}
    return Identified(
        notes=tuple(_identified(candidate.note, final[entry.guid]) for candidate, entry in here),
        lock=after,
        new=tuple(entry.guid for _, entry in here if entry.guid not in old),
        updated=tuple(now.guid for was, now in known if was.hash != now.hash),
        moved=tuple(
            now.guid for was, now in known if was.hash == now.hash and _where(was) != _where(now)
        ),
        retired=tuple(
            guid for guid, was in old.items() if was.deck == deck and final[guid].retired
        ),
    )


def _where(entry: Entry) -> tuple[str, str, str]:
    return entry.key, entry.deck, entry.anki_deck


def _identified(note: Note, entry: Entry) -> IdentifiedNote:
    """``note`` as shipped: what is no content stays as it was when the content last changed."""
    tags = {tag for tag in note.tags if not tag.startswith(CHANGED_TAG)}
    if entry.changed not in (NEXT, entry.born):
        tags.add(f"{CHANGED_TAG}::{entry.changed}")
    shipped = replace(note, source=_at_version(entry), tags=tuple(sorted(tags)))
    return IdentifiedNote(entry.guid, entry.modified, shipped)


def _at_version(entry: Entry) -> str:
    """The field Source, its link to where the note stood in the release that changed it."""
    if entry.changed == NEXT:
        return _VERSION.sub(_LATEST, entry.source)
    return entry.source.replace("{version}", entry.changed)
