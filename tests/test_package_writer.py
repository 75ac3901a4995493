"""Packages: the same bytes for the same notes, and rows as Anki wants them."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factdeck.errors import UserError
from factdeck.formats import apkg
from factdeck.formats.deck import Contents
from factdeck.model import NoteKind
from factdeck.package import Package, writer
from factdeck.package.collection import deck_id, description
from factdeck.package.text import is_blank, plain, summary
from package_notes import DECK, SLUG, media_file, note, package, package_of

NOTES = [
    note("one?", "1", tags=("b", "a")),
    note("two?", "2", NoteKind.REVERSED, context="Numbers"),
    note("{{c1::three {{c3::nested}}}}", "", NoteKind.CLOZE, ordinals=(0, 2)),
]


def written(package: Package, folder: Path) -> Contents:
    writer.write(package, folder / "deck.apkg")
    return apkg.read(folder / "deck.apkg")


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


# --- the same bytes ----------------------------------------------------------------------

_WRITE = """
import sys
from pathlib import Path
from package_notes import package
from factdeck.package import writer
from test_package_writer import NOTES
writer.write(package(NOTES), Path(sys.argv[1]))
"""


def write_elsewhere(file: Path, **variables: str) -> str:
    """Write in a process of its own, under other variables."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **variables}
    subprocess.run([sys.executable, "-c", _WRITE, str(file)], check=True, env=environ)
    return sha256(file)


def test_hash_seed_and_time_zone_do_not_show(tmp_path: Path) -> None:
    one = write_elsewhere(tmp_path / "one.apkg", PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    two = write_elsewhere(tmp_path / "two.apkg", PYTHONHASHSEED="2", TZ="America/Lima")
    assert one == two


def test_other_notes_are_other_bytes(tmp_path: Path) -> None:
    files = [tmp_path / name for name in "abc"]
    writer.write(package(NOTES), files[0])
    writer.write(package([*NOTES[:2], replace(NOTES[2], back="x")]), files[1])
    writer.write(package(NOTES, time=1001), files[2])
    assert len({sha256(file) for file in files}) == 3


def test_nothing_is_left_beside_the_package(tmp_path: Path) -> None:
    written(package(NOTES), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["deck.apkg"]


# --- notes and cards ---------------------------------------------------------------------


def test_each_note_has_its_fields_its_time_and_its_tags_sorted(tmp_path: Path) -> None:
    notes = package(NOTES, time=1234).notes
    read = written(package_of(notes), tmp_path).notes
    assert [(row.guid, row.modified) for row in read] == [(each.guid, 1234) for each in notes]
    assert read[0].tags == ("a", "b")
    assert read[1].fields == ("two?", "2", "Numbers", "notes.md", notes[1].guid, "", "", "")


def test_cards_are_those_of_the_ordinals_at_the_position_of_their_note(tmp_path: Path) -> None:
    read = written(package(NOTES), tmp_path)
    ids = [row.id for row in read.notes]
    cards = [(ids.index(row.note) + 1, row.ordinal, row.due) for row in read.cards]
    assert cards == [(1, 0, 1), (2, 0, 2), (2, 1, 2), (3, 0, 3), (3, 2, 3)]


def test_ids_are_times_and_grow_whatever_the_order_of_the_notes(tmp_path: Path) -> None:
    notes = package(NOTES).notes
    aged = [replace(each, modified=time) for each, time in zip(notes, (9, 5, 5), strict=True)]
    read = written(package_of(aged), tmp_path)
    assert [row.id for row in read.notes] == [5000, 5001, 9000]
    assert [row.id for row in read.cards] == [5000, 5001, 5002, 5003, 9000]
    assert [row.due for row in read.cards] == [2, 2, 3, 3, 1]


def test_only_the_note_types_of_the_notes_are_shipped(tmp_path: Path) -> None:
    read = written(package(NOTES[:1]), tmp_path)
    assert [kind.name for kind in read.note_types.values()] == ["factdeck Basic"]


def test_a_package_without_notes_is_a_package(tmp_path: Path) -> None:
    read = written(package([]), tmp_path)
    assert (read.notes, read.cards, read.media) == ((), (), ())


def test_thousands_of_less_than_signs_take_no_longer_than_other_text(tmp_path: Path) -> None:
    text = "a &lt; b <b " * 100_000
    assert written(package([note(text)]), tmp_path).notes[0].fields[0] == text


# --- decks -------------------------------------------------------------------------------


def test_decks_above_a_deck_are_made(tmp_path: Path) -> None:
    read = written(package([note(deck="Other::A::B")]), tmp_path)
    names = {deck.name for deck in read.decks.values()}
    assert names == {"Default", "Tests", DECK, "Other", "Other::A", "Other::A::B"}
    assert read.decks[read.cards[0].deck].name == "Other::A::B"


def test_ids_of_decks_are_those_of_their_names_and_none_of_ankis_own() -> None:
    ids = [deck_id(f"deck {number}") for number in range(1000)]
    assert ids == [deck_id(f"deck {number}") for number in range(1000)]
    assert len(set(ids)) == 1000
    assert all(10**12 <= number < 2**53 for number in ids)


@pytest.mark.parametrize(
    ("about", "url", "expected"),
    [
        ("", "", "Version 1.2.0, 2023-11-14"),
        ("For <exam>\nC03", "", "For &lt;exam&gt;<br>C03<br>Version 1.2.0, 2023-11-14"),
        (
            "",
            "https://github.com/me/notes/blob/{version}/{path}#L{line}",
            'Version 1.2.0, 2023-11-14<br><a href="https://github.com/me/notes">'
            "https://github.com/me/notes</a>",
        ),
        (
            "",
            "https://gitlab.com/me/notes/-/blob/v{version}/{path}",
            'Version 1.2.0, 2023-11-14<br><a href="https://gitlab.com/me/notes">'
            "https://gitlab.com/me/notes</a>",
        ),
        (
            "",
            "https://example.org/notes/",
            'Version 1.2.0, 2023-11-14<br><a href="https://example.org/notes/">'
            "https://example.org/notes/</a>",
        ),
    ],
)
def test_the_deck_says_its_version_date_and_source(about: str, url: str, expected: str) -> None:
    notes = package([note()], time=1_700_000_000).notes
    assert description(Package(SLUG, DECK, "1.2.0", notes, about, url)) == expected


def test_the_description_stands_on_the_deck_itself(tmp_path: Path) -> None:
    decks = written(package([note()]), tmp_path).decks.values()
    about = {deck.name: deck.description for deck in decks}
    assert about == {"Default": "", "Tests": "", DECK: "Version 0.0.0-dev, 1970-01-01"}


# --- media -------------------------------------------------------------------------------


def test_media_are_shipped_once_and_sorted(tmp_path: Path) -> None:
    b = media_file(tmp_path, "b.png", b"B")
    a = media_file(tmp_path, "a.mp3", b"A")
    read = written(package([note("1", media=(b,)), note("2", media=(a, b))]), tmp_path)
    assert read.media == (("a.mp3", "0"), ("b.png", "1"))
    with zipfile.ZipFile(tmp_path / "deck.apkg") as archive:
        assert [archive.read(member) for _, member in read.media] == [b"A", b"B"]
        assert json.loads(archive.read("media")) == {"0": "a.mp3", "1": "b.png"}


def test_media_that_are_gone_or_changed_stop_the_package(tmp_path: Path) -> None:
    picture = media_file(tmp_path, "a.png", b"A")
    Path(picture.file).write_bytes(b"B")
    with pytest.raises(UserError, match=r"a\.png has just changed; build again"):
        written(package([note(media=(picture,))]), tmp_path)
    Path(picture.file).unlink()
    with pytest.raises(UserError, match=r"a\.png cannot be read: No such file"):
        written(package([note(media=(picture,))]), tmp_path)
    assert not list(tmp_path.iterdir())


# --- text --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("a &lt; b", "a < b"),
        ("5\u00a0TB", "5\u00a0TB"),
        ("5\u00a0TB &amp; 5&nbsp;GB", "5 TB & 5 GB"),
        ("<b>bold</b>&nbsp;<i>slanted</i>", "bold slanted"),
        ('<img alt="x" src="map.png">', " map.png "),
        ("<img src='map.png'/> <img src=two.png>", " map.png   two.png "),
        ("[sound:a.mp3]", "[sound:a.mp3]"),
    ],
)
def test_the_text_of_a_field_is_what_anki_takes_for_it(field: str, text: str) -> None:
    assert plain(field) == text


@pytest.mark.parametrize("field", ["x", '<img src="a.png">', "[sound:a.mp3]", "0", "&lt;"])
def test_a_field_that_shows_something_is_not_blank(field: str) -> None:
    assert not is_blank(field)


@pytest.mark.parametrize("field", ["", " \n", "&nbsp;", "<br>", "<div><b> </b></div>", "\u200b"])
def test_a_field_that_shows_nothing_is_blank(field: str) -> None:
    assert is_blank(field)


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("<ul><li>one</li><li>two</li></ul>", "one two"),
        ("A{{c1::B::hint}} {{c2,3::C {{c4::D}}}}", "AB C D"),
        ("x" * 200, "x" * 159 + "…"),
        ("a\n b", "a b"),
    ],
)
def test_a_summary_is_one_line(field: str, line: str) -> None:
    assert summary(field) == line


# --- the database itself -----------------------------------------------------------------


def rows(package: Package, folder: Path, query: str) -> list[Mapping[str, Any]]:
    writer.write(package, folder / "deck.apkg")
    with zipfile.ZipFile(folder / "deck.apkg") as archive:
        archive.extract("collection.anki2", folder)
    with closing(sqlite3.connect(folder / "collection.anki2")) as connection:
        connection.row_factory = sqlite3.Row
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return [dict(row) for row in connection.execute(query)]


def test_sort_field_and_checksum_are_of_the_text(tmp_path: Path) -> None:
    row = rows(package([note("a &lt; <b>b</b>")]), tmp_path, "SELECT sfld, csum FROM notes")[0]
    assert row["sfld"] == "a < b"
    assert row["csum"] == int(hashlib.sha1(b"a < b").hexdigest()[:8], 16)


def test_the_collection_is_one_of_schema_11(tmp_path: Path) -> None:
    assert rows(package(NOTES), tmp_path, "SELECT ver FROM col") == [{"ver": 11}]
