"""Give each note its permanent GUID and the time at which its content last changed.

The lock remembers the notes of earlier builds. Those of today are matched with them one to
one, first within their deck, then across decks; what finds no match is new, what is left over
is retired.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from factdeck.model import IdentifiedNote, Note, NoteKind
from factdeck.package import lock as locks
from factdeck.package.deletions import canonical, deleted
from factdeck.package.lock import NEXT, REMEMBERED, Entry, Lock, Was
from factdeck.package.matching import Candidate, Matches, is_same_text, match
from factdeck.package.notetypes import schema
from factdeck.package.ordinals import numbered
from factdeck.package.text import summary

CHANGED_TAG = "factdeck::changed"
_GUID_BYTES = 10
_VERSION = re.compile(r"v?\{version\}")
_LATEST = "HEAD"  # what git and its hosts call a version without a name


@dataclass(frozen=True, slots=True)
class Identified:
    """The notes of a deck as shipped, the lock that remembers them, and what is not as it was.

    ``new``, ``updated``, ``moved`` and ``retired`` are GUIDs; a moved note has another key,
    deck or Anki deck and the same content. ``unsure`` are pairs of GUIDs, a retired one and a
    new one, that may be the same note.
    """

    notes: tuple[IdentifiedNote, ...]
    lock: Lock
    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """A note of today with its entry, and as it is shipped: its deletions have their numbers."""

    candidate: Candidate
    note: Note
    entry: Entry


def identify(
    notes: Iterable[Note], lock: Lock, deck: str, clock: Callable[[Note], int], release: str = ""
) -> Identified:
    """Match ``notes``, all those of the deck with the slug ``deck``, with ``lock``.

    ``clock`` tells when the content of a note changed, in epoch seconds, if it has. With
    ``release`` what is new since the last one is ascribed to that version. Other decks are
    left alone.
    """
    candidates = _candidates([(deck, notes)])
    mine = [entry for entry in lock.entries if entry.deck == deck]
    matches = match(candidates, mine)
    known = _known(candidates, matches, lock, clock)
    after = _remember(lock, mine, known)
    if release:
        after = locks.released(after, deck, release)
    return _report(deck, known, matches, lock, after)


def identify_all(
    decks: Sequence[tuple[str, Iterable[Note]]],
    lock: Lock,
    clock: Callable[[Note], int],
    releases: Mapping[str, str] | None = None,
) -> tuple[Identified, ...]:
    """As :func:`identify`, for all the decks there are, each a slug and its notes.

    A note that has gone to another deck keeps its GUID. All results have the same lock.
    Entries of a deck that is none of these stay unless one of their notes is found here.
    ``releases`` are the versions, by slug, that what is new in these decks is ascribed to.
    """
    candidates = _candidates(decks)
    matches = _match_decks(candidates, [slug for slug, _ in decks], lock)
    known = _known(candidates, matches, lock, clock)
    slugs = {slug for slug, _ in decks}
    after = _remember(lock, [entry for entry in lock.entries if entry.deck in slugs], known)
    for slug, version in (releases or {}).items():
        after = locks.released(after, slug, version, schema())
    return tuple(_report(slug, known, matches, lock, after) for slug, _ in decks)


def _match_decks(candidates: Sequence[Candidate], slugs: Iterable[str], lock: Lock) -> Matches:
    """Match within each deck, then what is left across all of them."""
    within = [
        match(
            [candidate for candidate in candidates if candidate.deck == slug],
            [entry for entry in lock.entries if entry.deck == slug],
        )
        for slug in slugs
    ]
    pairs = [pair for each in within for pair in each.pairs]
    found = {candidate.index for candidate, _ in pairs}
    taken = {entry.guid for _, entry in pairs}
    across = match(
        [candidate for candidate in candidates if candidate.index not in found],
        [entry for entry in lock.entries if entry.guid not in taken],
    )
    unsure = [pair for each in (*within, across) for pair in each.unsure]
    return Matches((*pairs, *across.pairs), tuple(dict.fromkeys(unsure)))


def content_hash(note: Note) -> str:
    """Of all that makes a note another one: fields but Source, tags, media; not the deck."""
    tags = sorted({tag for tag in note.tags if not tag.startswith(CHANGED_TAG)})
    media = sorted({(media.name, media.sha256) for media in note.media})
    return _hash(note.kind, canonical(note), note.back, note.context, tags, media)


def words_hash(note: Note) -> str:
    """Of what is asked and answered alone."""
    return _hash(note.kind, canonical(note), note.back)


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


# --- entries -----------------------------------------------------------------------------


def _candidates(decks: Iterable[tuple[str, Iterable[Note]]]) -> list[Candidate]:
    notes = ((slug, note) for slug, notes in decks for note in notes)
    return [
        Candidate(index, slug, note, content_hash(note), words_hash(note))
        for index, (slug, note) in enumerate(notes)
    ]


def _known(
    candidates: Iterable[Candidate], matches: Matches, lock: Lock, clock: Callable[[Note], int]
) -> list[_Known]:
    """The entry of today of each candidate."""
    entries = {candidate.index: entry for candidate, entry in matches.pairs}
    taken = {entry.guid for entry in lock.entries}
    return [
        _update(candidate, entries[candidate.index], clock)
        if candidate.index in entries
        else _new(candidate, taken, clock)
        for candidate in candidates
    ]


def _new(candidate: Candidate, taken: set[str], clock: Callable[[Note], int]) -> _Known:
    note = candidate.note
    guid = _new_guid(note, candidate.deck, taken)
    taken.add(guid)
    entry = Entry(
        guid=guid,
        deck=candidate.deck,
        key=note.key,
        kind=note.kind,
        anki_deck=note.deck,
        hash=candidate.hash,
        words=candidate.words,
        text=summary(note.front, REMEMBERED),
        answer=summary(note.back, REMEMBERED),
        source=note.source,
        modified=clock(note),
        deletions=deleted(note),
    )
    return _Known(candidate, note, entry)


def _new_guid(note: Note, deck: str, taken: Container[str]) -> str:
    """The same for the same deck, key and kind, so that a lost lock costs as little as it can."""
    seeds = (_hash(deck, note.kind, note.key, attempt) for attempt in count())
    return next(guid for guid in map(_short, seeds) if guid not in taken)


def _short(seed: str) -> str:
    """16 letters and digits, without any that a search in Anki takes for a sign."""
    return base64.b32encode(hashlib.sha256(seed.encode()).digest()[:_GUID_BYTES]).decode().lower()


def _update(candidate: Candidate, entry: Entry, clock: Callable[[Note], int]) -> _Known:
    note = candidate.note
    cards = numbered(
        note, entry.deletions, entry.former, same_text=lambda: is_same_text(note, entry)
    )
    here = replace(
        entry,
        deck=candidate.deck,
        key=note.key,
        anki_deck=note.deck,
        retired=None,
        deletions=cards.deletions,
        former=cards.former,
    )
    if entry.retired not in (None, NEXT) or entry.deck != candidate.deck:
        here = replace(here, born=NEXT, changed=NEXT, left=_left(entry, candidate.deck))
    if candidate.hash != entry.hash:
        here = _changed(here, candidate, clock)
    elif note.deck != entry.anki_deck:
        here = replace(here, changed=NEXT)
    if here.changed == NEXT != entry.changed and here.born != NEXT:
        here = replace(here, was=Was(entry.text, entry.answer, entry.anki_deck))
    if here.changed == NEXT:
        here = replace(here, reworded=_reworded(here, candidate, entry))
    return _Known(candidate, _of_kind(cards.note, entry.kind), here)


def _left(entry: Entry, deck: str) -> str:
    """The deck whose next release has to do without the note, now that it is in ``deck``."""
    left = entry.left or ("" if entry.born == NEXT else entry.deck)
    return "" if left == deck else left


def _reworded(here: Entry, candidate: Candidate, entry: Entry) -> str:
    """The release that last changed what is asked and answered, "" when the next one does."""
    if here.born == NEXT or candidate.words != entry.words:
        return ""
    return entry.reworded if entry.changed == NEXT else entry.reworded or entry.changed


def _of_kind(note: Note, kind: NoteKind) -> Note:
    """The note with the note type that learners have it with: Anki refuses another one."""
    if note.kind is kind:
        return note
    return replace(note, kind=kind, ordinals=(0, 1) if kind is NoteKind.REVERSED else (0,))


def _changed(entry: Entry, candidate: Candidate, clock: Callable[[Note], int]) -> Entry:
    note = candidate.note
    return replace(
        entry,
        hash=candidate.hash,
        words=candidate.words,
        text=summary(note.front, REMEMBERED),
        answer=summary(note.back, REMEMBERED),
        source=note.source,
        # Anki takes over only what is newer than what it has, even by one second
        modified=max(entry.modified + 1, clock(note)),
        changed=NEXT,
    )


def _remember(lock: Lock, mine: list[Entry], known: Iterable[_Known]) -> Lock:
    """``lock`` with the entries ``known``; those that are ``mine`` and not among them retire."""
    entries = [each.entry for each in known]
    present = {entry.guid for entry in entries}
    gone = [entry for entry in mine if entry.guid not in present]
    there = present.union(entry.guid for entry in gone)
    others = (entry for entry in lock.entries if entry.guid not in there)
    retired = (replace(e, retired=NEXT) if e.retired is None else e for e in gone)
    return locks.make((*others, *entries, *retired), lock.releases, lock.schemas)


# --- what is handed on -------------------------------------------------------------------


def _report(
    deck: str, known: Iterable[_Known], matches: Matches, before: Lock, after: Lock
) -> Identified:
    """What became of the deck with the slug ``deck``."""
    here = [each for each in known if each.candidate.deck == deck]
    old = {entry.guid: entry for entry in before.entries if entry.retired is None}
    stayed = [(old[each.entry.guid], each.entry) for each in here if each.entry.guid in old]
    final = {entry.guid: entry for entry in after.entries}
    of_index = {each.candidate.index: each.entry.guid for each in here}
    return Identified(
        notes=tuple(_identified(each.note, final[each.entry.guid]) for each in here),
        lock=after,
        new=tuple(each.entry.guid for each in here if each.entry.guid not in old),
        updated=tuple(now.guid for was, now in stayed if was.hash != now.hash),
        moved=tuple(
            now.guid for was, now in stayed if was.hash == now.hash and _where(was) != _where(now)
        ),
        retired=tuple(
            guid for guid, was in old.items() if was.deck == deck and final[guid].retired
        ),
        unsure=tuple(
            (entry.guid, of_index[candidate.index])
            for candidate, entry in matches.unsure
            if candidate.index in of_index and final[entry.guid].retired
        ),
    )


def _where(entry: Entry) -> tuple[str, str, str]:
    return entry.key, entry.deck, entry.anki_deck


def _identified(note: Note, entry: Entry) -> IdentifiedNote:
    """``note`` as shipped: what is no content stays as it was when the content last changed."""
    tags = {tag for tag in note.tags if not tag.startswith(CHANGED_TAG)}
    reworded = entry.reworded or entry.changed
    if reworded not in (NEXT, entry.born):
        tags.add(f"{CHANGED_TAG}::{reworded}")
    shipped = replace(note, source=_at_version(entry), tags=tuple(sorted(tags)))
    return IdentifiedNote(entry.guid, entry.modified, shipped)


def _at_version(entry: Entry) -> str:
    """The field Source, its link to where the note stood in the release that changed it."""
    if entry.changed == NEXT:
        return _VERSION.sub(_LATEST, entry.source)
    return entry.source.replace("{version}", entry.changed)
