"""A deck from its first release on, as its author meets it, and what a release refuses."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from commands import Run
from factdeck.formats import apkg
from factdeck.schemas import flaw
from releasing import NOTES, REWORDED, SETTINGS, done, files, folder, write

__all__ = ["folder"]  # fixtures

LONGER = NOTES + "\nQ: What is new?\nA: this\n"
SHORTER = NOTES.partition("Q: Who")[0]
WRONG = NOTES + "\nThree kinds of tiers:\n\n- **hot** – now\n- **cold** – later\n"
RENAMED = SETTINGS.replace("Deck", "Other")
TWO = """\
[[deck]]
name = "One"
slug = "s3"
notes = ["notes/one"]

[[deck]]
name = "Two"
slug = "s3-more"
notes = ["notes/two"]
"""


def manifest(folder: Path) -> Any:
    value = json.loads((folder / "dist" / "manifest.json").read_bytes())
    assert flaw("manifest", value) is None
    return value["packages"]


# --- from release to release -------------------------------------------------------------


def test_a_note_that_goes_to_another_deck_changes_both(folder: Path, run: Run) -> None:
    one, two = "# One\n\nQ: Stays?\nA: yes\n", "# Two\n\nQ: Was here?\nA: always\n"
    goes = "\nQ: Which fish goes?\nA: the eel of the sea\n"
    write(
        folder,
        {"factdeck.toml": TWO, "notes/one/a.md": one + goes, "notes/two/b.md": two},
    )
    (folder / "notes/storage.md").unlink()
    done(run("release"))
    write(folder, {"notes/one/a.md": one, "notes/two/b.md": two + goes})
    assert "1 note is in another deck now" in run("build")[2]
    assert done(run("release")).splitlines()[:2] == [
        "dist/s3-1.1.0.apkg: One 1.1.0, as notes are in another deck",
        "dist/s3-more-1.1.0.apkg: Two 1.1.0, as 1 note is new",
    ]
    assert "from One to Two" in (folder / "dist/s3-1.1.0.changelog.md").read_text("utf-8")
    assert "as it was released" in done(run("release", "--frozen"))


def test_a_build_of_what_was_released_brings_nothing(folder: Path, run: Run) -> None:
    run("release")
    assert done(run("build")) == "dist/deck-1.0.0.apkg: 3 cards from 3 notes\n"
    write(folder, {"notes/storage.md": REWORDED})
    told = "3 cards from 3 notes (since the last release: 1 updated)"
    assert done(run("build")) == f"dist/deck-1.0.0-dev.apkg: {told}\n"


def test_a_first_release_writes_all_files(folder: Path, run: Run) -> None:
    assert done(run("release")) == (
        "dist/deck-1.0.0.apkg: Deck 1.0.0, as it is the first release\n"
        "Commit factdeck.lock and CHANGELOG.md, and tag the commit: deck-1.0.0.\n"
    )
    assert set(files(folder)) == {
        "CHANGELOG.md",
        "dist/SHA256SUMS",
        "dist/deck-1.0.0.apkg",
        "dist/deck-1.0.0.changelog.md",
        "dist/deck-1.0.0.facts.jsonl",
        "dist/manifest.json",
        "factdeck.lock",
        "factdeck.toml",
        "notes/storage.md",
    }
    assert [(each["version"], each["notes"]) for each in manifest(folder)] == [("1.0.0", 3)]
    first = "## Deck 1.0.0 (2023-11-14)\n\nThe first release: 3 notes.\n"
    assert (folder / "CHANGELOG.md").read_text() == f"# Changelog\n\n{first}"
    (deck,) = [
        d for d in apkg.read(folder / "dist/deck-1.0.0.apkg").decks.values() if d.name == "Deck"
    ]
    assert deck.description.startswith("Version 1.0.0, 2023-11-14")


def test_when_nothing_has_changed_the_files_are_written_again(folder: Path, run: Run) -> None:
    done(run("release"))
    before = files(folder)
    shutil.rmtree(folder / "dist")
    assert done(run("release")) == "dist/deck-1.0.0.apkg: Deck 1.0.0, as it was released\n"
    assert files(folder) == before
    assert "no note is different" in done(run("diff"))


CHANGES = {
    "reworded": ({"notes/storage.md": REWORDED}, "1.0.1, as 1 note is reworded", "Changed (1)"),
    "new": ({"notes/storage.md": LONGER}, "1.1.0, as 1 note is new", "New (1)"),
    "other headings": (
        {"notes/storage.md": NOTES.replace("# Storage", "# Object storage")},
        "1.0.1, as 3 notes are reworded",
        "Changed (3)",
    ),
    "retired": ({"notes/storage.md": SHORTER}, "2.0.0, as 1 note is retired", "Retired (1)"),
    "renamed deck": (
        {"factdeck.toml": RENAMED},
        "1.1.0, as notes are in another deck",
        "Moved (3)",
    ),
    "moved": (
        {"notes/storage.md": "---\ndeck: Other\n---\n\n" + NOTES},
        "1.1.0, as notes are in another deck",
        "Moved (3)",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_next_release_is_as_large_as_what_changed(folder: Path, run: Run, change: str) -> None:
    texts, told, title = CHANGES[change]
    done(run("release"))
    write(folder, texts)
    group = title.partition(" ")[0].lower().replace("changed", "updated")
    assert f" {group}" in done(run("diff"))
    assert told in done(run("release"))
    newest = (folder / "CHANGELOG.md").read_text().split("\n## ")[1]
    assert f"### {title}" in newest
    version = told.partition(",")[0]
    assert (folder / f"dist/deck-{version}.changelog.md").read_text() == f"## {newest}"
    assert "no note is different" in done(run("diff"))


def test_other_note_types_are_a_major_release(folder: Path, run: Run) -> None:
    done(run("release"))
    lock = folder / "factdeck.lock"
    lock.write_text(re.sub(r'"schema": "[0-9a-f]{4}', '"schema": "0000', lock.read_text()))
    assert "Anki takes it for another note type" in done(run("diff"))
    assert "Deck 2.0.0, as a note type changes" in done(run("release"))
    assert "**The note types changed.**" in (folder / "CHANGELOG.md").read_text()
    assert "as it was released" in done(run("release"))


def test_two_cards_that_may_be_one_are_told(folder: Path, run: Run) -> None:
    done(run("release"))
    unsure = "Q: Who may read all of it?\nA: the owner\n\nQ: Who else may read it?\nA: an owner\n"
    write(folder, {"notes/storage.md": SHORTER + unsure})
    code, out, err = run("release")
    assert (code, "Deck 2.0.0" in out) == (0, True)
    assert "factdeck lock match" in err


def test_a_changed_note_says_the_version_in_its_tags(folder: Path, run: Run) -> None:
    done(run("release"))
    write(folder, {"notes/storage.md": REWORDED})
    done(run("release"))
    tags = [note.tags for note in apkg.read(folder / "dist/deck-1.0.1.apkg").notes]
    assert sorted(tags) == [(), (), ("factdeck::changed::1.0.1",)]


@pytest.mark.parametrize(
    ("asked", "version"),
    [("patch", "1.0.1"), ("minor", "1.1.0"), ("major", "2.0.0"), ("1.7.0", "1.7.0")],
)
def test_a_version_can_be_asked_for(folder: Path, run: Run, asked: str, version: str) -> None:
    done(run("release"))
    write(folder, {"notes/storage.md": REWORDED})
    assert f"Deck {version}, as 1 note is reworded; you asked" in done(run("release", asked))
    assert (folder / f"dist/deck-{version}.apkg").is_file()


def test_a_changelog_elsewhere_is_no_note(folder: Path, run: Run) -> None:
    write(folder, {"factdeck.toml": 'changelog = "notes/NEWS.md"\n' + SETTINGS})
    assert "and notes/NEWS.md, and tag" in done(run("release"))
    assert "## Deck 1.0.0" in (folder / "notes/NEWS.md").read_text()
    assert "as it was released" in done(run("release"))


def test_what_an_author_adds_to_the_changelog_stays(folder: Path, run: Run) -> None:
    done(run("release"))
    changelog = folder / "CHANGELOG.md"
    changelog.write_text(changelog.read_text() + "\nThanks to all.\n")
    write(folder, {"notes/storage.md": REWORDED})
    done(run("release"))
    assert changelog.read_text().count("Thanks to all.") == 1
    assert changelog.read_text().index("1.0.1") < changelog.read_text().index("Thanks to all.")


# --- several decks -----------------------------------------------------------------------


@pytest.fixture
def two(folder: Path, run: Run) -> Path:
    """A folder with two decks, both released."""
    (folder / "notes/storage.md").unlink()
    more = LONGER.replace("Storage", "More").replace("it?", "that?").replace("an object", "that")
    texts = {"factdeck.toml": TWO, "notes/one/a.md": NOTES, "notes/two/b.md": more}
    write(folder, texts)
    done(run("release"))
    return folder


def test_only_the_deck_that_changed_gets_a_version(two: Path, run: Run) -> None:
    write(two, {"notes/one/a.md": REWORDED})
    assert done(run("release")).splitlines() == [
        "dist/s3-1.0.1.apkg: One 1.0.1, as 1 note is reworded",
        "dist/s3-more-1.0.0.apkg: Two 1.0.0, as it was released",
        "Commit factdeck.lock and CHANGELOG.md, and tag the commit: s3-1.0.1.",
    ]
    assert [each["version"] for each in manifest(two)] == ["1.0.1", "1.0.0"]
    changelog = (two / "CHANGELOG.md").read_text()
    assert [line for line in changelog.splitlines() if line.startswith("## ")] == [
        "## One 1.0.1 (2023-11-14)",
        "## Two 1.0.0 (2023-11-14)",
        "## One 1.0.0 (2023-11-14)",
    ]


def test_a_package_is_compared_with_its_own_deck(two: Path, run: Run) -> None:
    write(two, {"notes/one/a.md": REWORDED})
    done(run("release"))
    assert done(run("diff", "dist/s3-more-1.0.0.apkg")).startswith("Two: 1.0.0 → 1.0.0: no note")
    assert done(run("diff", "dist/s3-1.0.0.apkg")).startswith("One: 1.0.0 → 1.0.1: 1 updated")
    assert "Two" not in done(run("diff", "1.0.1"))


# --- what refuses ------------------------------------------------------------------------

REFUSALS: dict[str, tuple[dict[str, str], list[str], str]] = {
    "too small a step": (
        {"notes/storage.md": SHORTER},
        ["minor"],
        "1.1.0 after 1.0.0 promises too little: 1 note is retired",
    ),
    "an earlier version": ({"notes/storage.md": REWORDED}, ["0.9.0"], "not later than the last"),
    "no version": ({"notes/storage.md": REWORDED}, ["1.x"], '"1.x" is no version. Say auto'),
    "no change": ({}, ["major"], "Nothing has changed since the last release"),
    "frozen and changed": ({"notes/storage.md": REWORDED}, ["--frozen"], "run `factdeck diff`"),
    "frozen and a version": ({}, ["--frozen", "major"], "--frozen writes the last release again"),
    "frozen and retired": ({}, ["--frozen", "--retired-package"], "belongs to a new release"),
    "no notes": ({"notes/storage.md": "\n"}, [], "would lose all of its 3 notes"),
    "another slug": ({"factdeck.toml": SETTINGS.replace('"deck"', '"d"')}, [], 'slug = "deck"'),
    "damaged lock": ({"factdeck.lock": "{"}, [], "factdeck.lock:1: this is not JSON"),
    "out is a file": ({"file": ""}, ["--out", "file"], "cannot be written: "),
    "no such settings": ({}, ["--config", "nowhere.toml"], "nowhere.toml cannot be read"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_a_refusal_says_why_and_writes_nothing(folder: Path, run: Run, case: str) -> None:
    texts, arguments, message = REFUSALS[case]
    done(run("release"))
    write(folder, texts)
    if not texts.get("notes/storage.md", "x").strip():
        write(folder, {"notes/other.md": "# A\n"})
    before = files(folder)
    code, out, err = run("release", *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert files(folder) == before


def test_an_error_in_the_notes_is_shown_and_nothing_is_written(folder: Path, run: Run) -> None:
    write(folder, {"notes/storage.md": WRONG})
    before = files(folder)
    code, out, err = run("release")
    assert code == 1
    assert "C301" in out
    assert err == "factdeck: nothing was released: mend these errors first.\n"
    assert files(folder) == before


def test_what_anki_would_lose_is_refused_even_if_ignored(folder: Path, run: Run) -> None:
    write(folder, {"factdeck.toml": SETTINGS + 'tags = ["leech"]\n[lint]\nignore = ["P"]\n'})
    before = files(folder)
    assert run("lint")[0] == 0
    code, out, _ = run("release")
    assert (code, "P105" in out) == (1, True)
    assert files(folder) == before


@pytest.mark.usefixtures("folder")
def test_frozen_before_the_first_release_is_told(run: Run) -> None:
    code, _, err = run("release", "--frozen")
    assert (code, 'The deck "Deck" has no release yet' in err) == (2, True)


def test_frozen_writes_the_same_bytes(folder: Path, run: Run) -> None:
    done(run("release"))
    before = files(folder)
    done(run("release", "--frozen", "--out", "again"))
    for name in ("SHA256SUMS", "deck-1.0.0.apkg", "deck-1.0.0.changelog.md", "manifest.json"):
        assert (folder / "again" / name).read_bytes() == before[f"dist/{name}"]


@pytest.mark.parametrize("content", [b"\xff\xfe", None], ids=["not UTF-8", "a folder"])
def test_a_changelog_that_cannot_be_read_is_told(
    folder: Path, run: Run, content: bytes | None
) -> None:
    if content is None:
        (folder / "CHANGELOG.md").mkdir()
    else:
        (folder / "CHANGELOG.md").write_bytes(content)
    code, _, err = run("release")
    assert code == 2
    assert "CHANGELOG.md cannot be read: " in err
    assert not (folder / "dist").exists()
