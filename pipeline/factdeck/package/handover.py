"""What a person does to the lock: look a card up, and say that a new one is an old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factdeck.errors import UserError
from factdeck.model import NoteKind
from factdeck.package import lock as locks
from factdeck.package.lock import FILE, NEXT, Entry, Lock, Was
from factdeck.package.matching import unsure_pairs

_SHOWN = 5


def find(lock: Lock, name: str) -> Entry:
    """The entry with the GUID ``name``, or the only one whose GUID or key begins or ends so.

    Raises UserError, naming some of them, when there is none or several.
    """
    exact = [entry for entry in lock.entries if name in (entry.guid, entry.key)]
    near = exact or [entry for entry in lock.entries if _is_near(entry, name)]
    if len(near) == 1:
        return near[0]
    if not near:
        raise UserError(
            f'{FILE} knows no card "{name}". Name it by its GUID (the field Key in Anki), by the '
            "beginning of it, or by its key; all of them stand in the lock."
        )
    raise UserError(f'"{name}" may be several cards; name one by its GUID:\n{_listed(near)}')


def _is_near(entry: Entry, name: str) -> bool:
    return bool(name) and (entry.guid.startswith(name) or entry.key.endswith(f" › {name}"))


def _listed(entries: list[Entry]) -> str:
    lines = [f"  {told(entry)}" for entry in entries[:_SHOWN]]
    if len(entries) > _SHOWN:
        lines.append(f"  and {len(entries) - _SHOWN} more")
    return "\n".join(lines)


def told(entry: Entry) -> str:
    """An entry in one line: its GUID and what it asks."""
    return f'{entry.guid} "{entry.text}"'


def hand_over(lock: Lock, old: Entry, new: Entry) -> Lock:
    """``lock`` with the GUID, and so the history, of the retired note ``old`` given to ``new``.

    The GUID that ``new`` had retires. Raises UserError when the two cannot be one note.
    """
    _refuse(old, new)
    kept = replace(
        new,
        guid=old.guid,
        kind=old.kind,
        modified=max(old.modified + 1, new.modified),
        born=old.born if old.retired == NEXT else NEXT,
        changed=NEXT,
        was=old.was or Was(old.text, old.answer, old.anki_deck),
        deletions=old.deletions,
        former=old.former,
        note_type=old.note_type,
    )
    given_up = replace(new, retired=NEXT)
    others = (entry for entry in lock.entries if entry.guid not in (old.guid, new.guid))
    return locks.make((*others, kept, given_up), lock.releases, lock.schemas)


def _refuse(old: Entry, new: Entry) -> None:
    if old.guid == new.guid:
        raise UserError(f"{told(old)} is one and the same card: name the old one and the new one.")
    if old.retired is None:
        raise UserError(
            f"{told(old)} is in the deck still: only the GUID of a card that is gone can be handed "
            "on. Take it out of the notes, run factdeck build, then try again."
        )
    if new.retired is not None:
        raise UserError(f"{told(new)} is not in the deck: name the new card, after the old one.")
    if (old.kind is NoteKind.CLOZE) != (new.kind is NoteKind.CLOZE):
        raise UserError(
            f"{told(old)} is a {old.kind} note and {told(new)} a {new.kind} one: Anki would refuse "
            "to update it. The new card stays a new one."
        )


def open_pairs(lock: Lock) -> Iterator[tuple[Entry, Entry]]:
    """Entries that went and entries that came since the last release, and may be the same.

    Each pair is what :func:`hand_over` takes; the author decides.
    """
    for deck in sorted({entry.deck for entry in lock.entries}):
        entries = [entry for entry in lock.entries if entry.deck == deck]
        gone = [entry for entry in entries if entry.retired == NEXT]
        came = [entry for entry in entries if entry.born == NEXT and entry.retired is None]
        yield from unsure_pairs(gone, came)
