"""The lock by itself: whether it fits the notes, and what a person decides about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factdeck.config import Config
from factdeck.errors import UserError
from factdeck.formats.staging import staging
from factdeck.package import lock as locks
from factdeck.package.decks import refuse_strangers
from factdeck.package.handover import find, hand_over, open_pairs
from factdeck.package.lock import Entry, Lock
from factdeck.run.notes import collect, corpus_of
from factdeck.run.packing import plan_of, work_on


@dataclass(frozen=True, slots=True)
class LockCheck:
    """How many notes a build would add to the lock, change in it and retire.

    ``is_stale``: it would write another lock. ``unsure`` are retired and new entries that may be
    the same.
    """

    notes: int
    new: int
    changed: int
    retired: int
    is_stale: bool
    unsure: tuple[tuple[Entry, Entry], ...]


def check_lock(config: Config, folder: Path, *, cached: bool) -> LockCheck:
    """Compare the lock with the notes; nothing is written."""
    plan = plan_of(config, (), folder, collect(config, (), folder))
    refuse_strangers(plan.decks, plan.lock)
    packed = work_on(plan, config, corpus_of(config, plan.found, cached=cached)).pack()
    return LockCheck(
        notes=sum(len(each.notes) for each in packed.found),
        new=sum(len(each.new) for each in packed.found),
        changed=sum(len(each.updated) + len(each.moved) for each in packed.found),
        retired=sum(len(each.retired) for each in packed.found),
        is_stale=packed.lock != plan.lock,
        unsure=tuple(open_pairs(packed.lock)),
    )


def find_card(config: Config, name: str) -> Entry:
    """The entry that ``name`` means: a GUID or its beginning, a key or its last part."""
    return find(_read(config), name)


def match_cards(config: Config, old: str, new: str) -> tuple[Entry, Entry]:
    """Give the GUID of the retired note ``old`` to the note ``new``; both as they were.

    Raises UserError, and leaves the lock as it is, when they cannot be the same.
    """
    lock = _read(config)
    before, after = find(lock, old), find(lock, new)
    changed = hand_over(lock, before, after)
    with staging() as stage:
        stage(_file(config)).write_bytes(locks.dump(changed))
    return before, after


def _read(config: Config) -> Lock:
    if not _file(config).exists():
        raise UserError(f"There is no {_file(config)} yet: run factdeck build first.")
    return locks.read(_file(config))


def _file(config: Config) -> Path:
    return config.root / locks.FILE
