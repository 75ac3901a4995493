"""factdeck.lock: which Anki note came from which place of the notes.

One JSON value a line: the format, then the last release of each deck, then the notes, sorted
by GUID. ``schema/lock.schema.json`` says what stands in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from itertools import chain
from pathlib import Path
from typing import Any

from factdeck.errors import UserError
from factdeck.model import NoteKind
from factdeck.schemas import flaw

FILE = "factdeck.lock"
FORMAT = 1
NEXT = "next"
"""The release that has not been made yet."""
UNRELEASED = "0.0.0"
REMEMBERED = 400
"""As many characters of a question and of an answer are kept."""
_FORMAT_KEY = "factdeck.lock"
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


@dataclass(frozen=True, slots=True)
class Was:
    """What the last release asked and answered in plain words, and its deck in Anki."""

    text: str
    answer: str
    anki_deck: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of a note that was built once.

    ``hash`` is of the content, ``words`` of what is asked and answered alone. ``text`` and
    ``answer`` are its sides in plain words, up to :data:`REMEMBERED` characters. ``source`` is
    the field as shipped. ``modified`` is in epoch seconds. ``born``, ``changed`` and
    ``retired`` are releases; ``retired`` is None while the note is in the deck.
    ``was`` is how the last release had it, None when that is the same.
    ``deletions`` are the numbers of a cloze and what they delete, in order; ``former`` those
    that it had and that no other deletion may get. ``note_type`` is the id of that of another
    deck, for a note that was adopted with one (:mod:`factdeck.package.adopted`), else 0.
    ``left`` is the slug of the deck that it has left for this one since that was released.
    ``reworded`` is the release that last changed what is asked and answered, "" when that is
    ``changed``: a note that has moved reads as before.
    """

    guid: str
    deck: str
    key: str
    kind: NoteKind
    anki_deck: str
    hash: str
    words: str
    text: str
    answer: str
    source: str
    modified: int
    born: str = NEXT
    changed: str = NEXT
    retired: str | None = None
    was: Was | None = None
    deletions: tuple[tuple[int, str], ...] = ()
    former: tuple[tuple[int, str], ...] = ()
    note_type: int = 0
    left: str = ""
    reworded: str = ""


_NUMBERED = ("deletions", "former")
_SELDOM = ("was", *_NUMBERED, "note_type", "left", "reworded")
_PLAIN = tuple(field.name for field in fields(Entry) if field.name not in _SELDOM)


@dataclass(frozen=True, slots=True)
class Changes:
    """The GUIDs of the notes that a release brings, changes, drops and leaves to other decks."""

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.updated or self.retired or self.left)


@dataclass(frozen=True, slots=True)
class Lock:
    """All that is remembered: entries sorted by GUID, and pairs of a deck's slug and release.

    ``schemas`` are pairs of a slug and the hash of the note types that the release had.
    """

    entries: tuple[Entry, ...] = ()
    releases: tuple[tuple[str, str], ...] = ()
    schemas: tuple[tuple[str, str], ...] = ()

    def release(self, deck: str) -> str:
        """The last release of ``deck``, 0.0.0 before the first."""
        return dict(self.releases).get(deck, UNRELEASED)

    def version(self, deck: str) -> str:
        """What a build of ``deck`` is called: its last release, then ``-dev`` if it changed."""
        release = self.release(deck)
        is_released = release != UNRELEASED and not self.changes(deck, NEXT)
        return release if is_released else f"{release}-dev"

    @property
    def living(self) -> dict[str, list[Entry]]:
        """The entries of the notes that are in each deck, by its slug."""
        decks: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.retired is None:
                decks.setdefault(entry.deck, []).append(entry)
        return decks

    def changes(self, deck: str, release: str) -> Changes:
        """What ``release`` of ``deck``, or the next one, brings, changes and drops."""
        entries = [entry for entry in self.entries if entry.deck == deck]
        active = [entry for entry in entries if entry.retired is None]
        left = [entry for entry in self.entries if entry.left == deck and release == NEXT]
        return Changes(
            new=tuple(entry.guid for entry in active if entry.born == release),
            updated=tuple(entry.guid for entry in active if entry.changed == release != entry.born),
            retired=tuple(
                entry.guid for entry in entries if entry.retired == release != entry.born
            ),
            left=tuple(entry.guid for entry in left),
        )


def make(
    entries: Iterable[Entry],
    releases: Iterable[tuple[str, str]],
    schemas: Iterable[tuple[str, str]] = (),
) -> Lock:
    """A lock in its one order."""
    by_guid = tuple(sorted(entries, key=lambda entry: entry.guid))
    return Lock(by_guid, tuple(sorted(releases)), tuple(sorted(schemas)))


def released(lock: Lock, deck: str, version: str, schema: str = "") -> Lock:
    """``lock`` after the release ``version`` of ``deck``: what was to come has come.

    ``schema`` is the hash of the note types that it has. What it changed gets the time of the
    newest change in the deck: Anki 24.11 takes the time of an import for that of a change, and
    would pass over what the author did before a learner imported the last release.
    """
    mine = [entry for entry in lock.entries if entry.deck == deck]
    newest = max((entry.modified for entry in mine if entry.retired is None), default=0)

    def stamp(entry: Entry) -> Entry:
        if entry.deck != deck:
            return replace(entry, left="") if entry.left == deck else entry
        return replace(
            entry,
            modified=max(entry.modified, newest) if _is_edited(entry) else entry.modified,
            born=version if entry.born == NEXT else entry.born,
            changed=version if entry.changed == NEXT else entry.changed,
            retired=version if entry.retired == NEXT else entry.retired,
            was=None,
        )

    releases = {**dict(lock.releases), deck: version}
    schemas = {**dict(lock.schemas), **({deck: schema} if schema else {})}
    return make(map(stamp, lock.entries), releases.items(), schemas.items())


def _is_edited(entry: Entry) -> bool:
    """Whether the next release changes the note, and not only its deck in Anki."""
    if entry.changed != NEXT or NEXT in (entry.born, entry.retired) or entry.was is None:
        return False
    is_moved = entry.was.anki_deck != entry.anki_deck
    return not is_moved or (entry.was.text, entry.was.answer) != (entry.text, entry.answer)


def moved(before: Lock, after: Lock) -> tuple[str, ...]:
    """The GUIDs of the notes that are in another deck of Anki than they were."""
    old = {entry.guid: entry.anki_deck for entry in before.entries if entry.retired is None}
    return tuple(
        entry.guid
        for entry in after.entries
        if entry.retired is None and old.get(entry.guid, entry.anki_deck) != entry.anki_deck
    )


def dump(lock: Lock) -> bytes:
    """The file that says ``lock``."""
    schemas = {deck: {"schema": schema} for deck, schema in lock.schemas}
    releases = (
        {"deck": deck, "release": release, **schemas.get(deck, {})}
        for deck, release in lock.releases
    )
    values = chain([{_FORMAT_KEY: FORMAT}], releases, map(_line, lock.entries))
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()


def _line(entry: Entry) -> dict[str, Any]:
    line = {name: getattr(entry, name) for name in _PLAIN}  # asdict takes ten times as long
    if entry.was:
        line["was"] = asdict(entry.was)
    for name in _NUMBERED:
        if numbered := getattr(entry, name):
            line[name] = {str(number): text for number, text in numbered}
    for name in ("note_type", "left", "reworded"):
        if value := getattr(entry, name):
            line[name] = value
    return line


def read(file: Path) -> Lock:
    """The lock in ``file``, an empty one when there is no file.

    Raises UserError, with the line, for anything that :func:`dump` does not write: a lock
    that is believed although it is damaged would cost learners their history.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror or error}.") from error
    lines = enumerate(data.split(b"\n"), start=1)
    values = [(number, _value(file, number, line)) for number, line in lines if line.strip()]
    _check_format(file, values)
    _refuse_twins(file, [(number, value) for number, value in values if "guid" not in value])
    releases = {v["deck"]: v["release"] for _, v in values if "release" in v}
    _refuse_lost_release(file, values, releases)
    schemas = ((v["deck"], v["schema"]) for _, v in values if "schema" in v)
    return make(_entries(file, values), releases.items(), schemas)


def _entries(file: Path, values: Iterable[tuple[int, dict[str, Any]]]) -> Iterable[Entry]:
    """The entries, one for each GUID: a merge may have left a line of each branch."""
    found: dict[str, tuple[int, Entry]] = {}
    for number, value in values:
        if "guid" not in value:
            continue
        entry = _entry(value)
        first, known = found.get(entry.guid, (number, entry))
        found[entry.guid] = number, _later(file, (first, known), (number, entry))
    return [entry for _, entry in found.values()]


def _later(file: Path, one: tuple[int, Entry], other: tuple[int, Entry]) -> Entry:
    """The entry that changed last; the next build tells from the notes what is in the deck.

    Raises UserError when both have changed at once, into something else each.
    """
    (first, a), (second, b) = one, other
    if a.kind is not b.kind or (a.modified == b.modified and a.hash != b.hash):
        what = f"guid {b.guid} stands on line {first} already; keep one of the two"
        raise _damaged(file, second, what)
    return max(a, b, key=lambda entry: (entry.modified, entry.retired is None, entry.changed))


def _entry(value: dict[str, Any]) -> Entry:
    numbered = {
        name: tuple((int(number), text) for number, text in value.get(name, {}).items())
        for name in _NUMBERED
    }
    was = Was(**value["was"]) if "was" in value else None
    return Entry(**{**value, "kind": NoteKind(value["kind"]), "was": was, **numbered})


def _value(file: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        text = line.decode("utf-8")
        if text.startswith(_CONFLICT):
            what = "a merge left a conflict here; keep the lines of both sides, without the marks"
            raise _damaged(file, number, what)
        value = json.loads(text)
    except ValueError as error:
        raise _damaged(file, number, f"this is not JSON ({error})") from error
    if isinstance(value, dict) and value.get(_FORMAT_KEY, FORMAT) != FORMAT:
        raise UserError(
            f"{file}:{number}: the lock has format {value[_FORMAT_KEY]}, and this version of "
            f"factdeck knows format {FORMAT}; install a newer factdeck."
        )
    if found := flaw("lock", value):
        raise _damaged(file, number, found.message.removesuffix("."))
    return dict(value)


def _check_format(file: Path, values: list[tuple[int, dict[str, Any]]]) -> None:
    if not values or _FORMAT_KEY not in values[0][1]:
        head = json.dumps({_FORMAT_KEY: FORMAT})
        raise _damaged(file, 1, f"the first line has to be {head}")


def _refuse_twins(file: Path, values: Iterable[tuple[int, dict[str, Any]]]) -> None:
    first: dict[tuple[str, str], int] = {}
    for number, value in values:
        kind = "deck" if "deck" in value else _FORMAT_KEY
        name = (kind, str(value[kind]))
        if name in first:
            what = f"{kind} {value[kind]} stands on line {first[name]} already; keep one of the two"
            raise _damaged(file, number, what)
        first[name] = number


def _refuse_lost_release(
    file: Path, values: Iterable[tuple[int, dict[str, Any]]], releases: Mapping[str, str]
) -> None:
    """Refuse a note of a release that its deck has not had: the next would have its number."""
    named = {
        (value["deck"], value[name]): number
        for number, value in values
        if "guid" in value
        for name in ("born", "changed", "retired")
    }
    for (deck, version), number in named.items():
        last = releases.get(deck, UNRELEASED)
        if version not in (NEXT, None) and _parts(version) > _parts(last):
            what = (
                f'this note is of release {version} of the deck "{deck}", and the line '
                f'{{"deck": "{deck}", "release": …}} is missing or names an earlier one'
            )
            raise _damaged(file, number, what)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _damaged(file: Path, line: int, what: str) -> UserError:
    return UserError(
        f"{file}:{line}: {what}. The lock was left as it is; mend the line, or take the file "
        "from version control."
    )
