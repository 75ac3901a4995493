"""Which version a release gets: what changed decides (https://semver.org, for learners).

A retired note or a note type that Anki takes for another one is a major release: somebody has
to do something. New, moved and renamed things make it a minor one, reworded notes a patch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from factdeck.errors import UserError
from factdeck.package.diff import Diff
from factdeck.package.lock import UNRELEASED

FIRST = "1.0.0"
AUTO = "auto"
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)


class Bump(IntEnum):
    """Which part of a version grows, the least first."""

    PATCH = 0
    MINOR = 1
    MAJOR = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """The version of a release, and why it is that one."""

    version: str
    reason: str


def choose(asked: str, last: str, diff: Diff) -> Choice:
    """The version that follows ``last`` (0.0.0 before the first) when it is ``asked`` for.

    ``asked`` is auto, patch, minor, major or a version. Raises UserError when that is no
    version, is not later than ``last``, or promises less than what changed.
    """
    needed, reason = need(diff)
    if asked == AUTO:
        if last == UNRELEASED:
            return Choice(FIRST, "it is the first release")
        return Choice(_bumped(last, needed), reason)
    version = _asked(asked, last) if asked in _NAMES else asked
    _refuse_earlier(version, last)
    if last != UNRELEASED and _kind(last, version) < needed:
        least = needed.name.lower()
        raise UserError(
            f"{version} after {last} promises too little: {reason}, which makes it a {least} "
            f"release. Say {least}, or auto."
        )
    return Choice(version, f"{reason}; you asked for {asked}")


def need(diff: Diff) -> tuple[Bump, str]:
    """The least that must grow, and the reason in words."""
    if diff.breaks:
        return Bump.MAJOR, "a note type changes so that Anki takes it for another"
    if diff.retired:
        return Bump.MAJOR, count(len(diff.retired), "note is retired", "notes are retired")
    if diff.new:
        return Bump.MINOR, count(len(diff.new), "note is new", "notes are new")
    if diff.moved or diff.renamed:
        return Bump.MINOR, "notes are in another deck"
    if not diff.updated:
        return Bump.PATCH, "its cards look different"
    return Bump.PATCH, count(len(diff.updated), "note is reworded", "notes are reworded")


_NAMES = {bump.name.lower(): bump for bump in Bump}


def _asked(name: str, last: str) -> str:
    return FIRST if last == UNRELEASED else _bumped(last, _NAMES[name])


def _bumped(version: str, bump: Bump) -> str:
    major, minor, patch = _parts(version)
    match bump:
        case Bump.MAJOR:
            return f"{major + 1}.0.0"
        case Bump.MINOR:
            return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def _kind(last: str, version: str) -> Bump:
    """Which part grew between two versions."""
    before, after = _parts(last), _parts(version)
    first = next(index for index in range(3) if before[index] != after[index])
    return Bump(2 - first)


def _refuse_earlier(version: str, last: str) -> None:
    if _parts(version) <= _parts(last):
        raise UserError(f"{version} is not later than the last release, {last}.")


def _parts(version: str) -> tuple[int, int, int]:
    found = _VERSION.fullmatch(version)
    if not found:
        raise UserError(
            f'"{version}" is no version. Say auto, patch, minor, major, or one like 1.2.0.'
        )
    major, minor, patch = map(int, found.groups())
    return major, minor, patch


def count(number: int, one: str, several: str) -> str:
    """``number`` and what it counts: ``1 note``, ``2 notes``."""
    return f"{number} {one if number == 1 else several}"
