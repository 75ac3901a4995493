"""Versions of releases: as large a step as the changes ask for."""

from __future__ import annotations

import pytest

from factdeck.errors import UserError
from factdeck.package.diff import Diff, NoteChange, NoteTypeChange
from factdeck.release.versions import choose

NOTE = (NoteChange("g", "d", "q", "a"),)
REWORDED = Diff("", "", updated=NOTE)
NEW = Diff("", "", new=NOTE, updated=NOTE)
MOVED = Diff("", "", moved=NOTE)
RETIRED = Diff("", "", new=NOTE, retired=NOTE)
BROKEN = Diff("", "", note_types=(NoteTypeChange("Basic", ("the field is gone",), breaks=True),))
RESTYLED = Diff("", "", note_types=(NoteTypeChange("Basic", ("it looks new",), breaks=False),))


@pytest.mark.parametrize(
    ("asked", "last", "diff", "version", "reason"),
    [
        ("auto", "0.0.0", NEW, "1.0.0", "it is the first release"),
        ("minor", "0.0.0", NEW, "1.0.0", "1 note is new; you asked for minor"),
        ("0.1.0", "0.0.0", NEW, "0.1.0", "1 note is new; you asked for 0.1.0"),
        ("auto", "1.2.3", REWORDED, "1.2.4", "1 note is reworded"),
        ("auto", "1.2.3", RESTYLED, "1.2.4", "its cards look different"),
        ("auto", "1.2.3", NEW, "1.3.0", "1 note is new"),
        ("auto", "1.2.3", MOVED, "1.3.0", "notes are in another deck"),
        ("auto", "1.2.3", RETIRED, "2.0.0", "1 note is retired"),
        ("auto", "1.9.9", BROKEN, "2.0.0", "a note type changes"),
        ("patch", "1.2.3", REWORDED, "1.2.4", "you asked for patch"),
        ("major", "1.2.3", REWORDED, "2.0.0", "you asked for major"),
        ("1.4.0", "1.2.3", NEW, "1.4.0", "you asked for 1.4.0"),
        ("10.0.0", "9.2.3", RETIRED, "10.0.0", "1 note is retired"),
    ],
)
def test_the_version_follows_from_what_changed(
    asked: str, last: str, diff: Diff, version: str, reason: str
) -> None:
    choice = choose(asked, last, diff)
    assert choice.version == version
    assert reason in choice.reason


@pytest.mark.parametrize(
    ("asked", "last", "diff", "message"),
    [
        ("patch", "1.2.3", NEW, "1.2.4 after 1.2.3 promises too little: 1 note is new.* minor"),
        ("minor", "1.2.3", RETIRED, "promises too little: 1 note is retired.* major release"),
        ("1.2.9", "1.2.3", RETIRED, "promises too little"),
        ("1.2.3", "1.2.3", REWORDED, "1.2.3 is not later than the last release, 1.2.3"),
        ("0.9.0", "1.2.3", REWORDED, "not later"),
        ("1.2", "1.2.3", REWORDED, '"1.2" is no version. Say auto'),
        ("v1.3.0", "1.2.3", REWORDED, '"v1.3.0" is no version'),
        ("01.3.0", "1.2.3", REWORDED, "is no version"),
        ("", "1.2.3", REWORDED, "is no version"),
    ],
)
def test_what_cannot_be_is_told(asked: str, last: str, diff: Diff, message: str) -> None:
    with pytest.raises(UserError, match=message):
        choose(asked, last, diff)
