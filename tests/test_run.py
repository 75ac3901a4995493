"""Builds one after the other: what the lock, the settings and the folders make of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from factdeck import cards, cli, run
from factdeck.config import load
from factdeck.errors import UserError
from factdeck.formats import apkg
from source_files import tree
from test_package_times import ENVIRONMENT, commit, git
from test_package_times import write as write_at

AWS = "# Ports\n\nQ: Which port does SSH use?\nA: 22\n"
GCP = "# Ranges\n\nQ: How many ports are there?\nA: 65536\n"
TWO_DECKS = """\
[[deck]]
name = "AWS"
notes = ["aws"]
[[deck]]
name = "GCP"
notes = ["gcp"]
"""


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SOURCE_DATE_EPOCH", "GIT_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


def build(root: Path, *paths: str, frozen: bool = False) -> run.Build:
    return run.build(load(root), paths, root, root / "dist", frozen=frozen, cached=False)


def entries(root: Path) -> dict[str, tuple[str, str, str]]:
    """Deck, Anki deck and answer of each living note of the lock, by GUID."""
    values = map(json.loads, (root / "factdeck.lock").read_text().splitlines())
    return {
        value["guid"]: (value["deck"], value["anki_deck"], value["answer"])
        for value in values
        if "guid" in value and value["retired"] is None
    }


def shipped(root: Path, built: run.Build) -> dict[str, int]:
    """The times of the notes in the first package, by GUID."""
    notes = apkg.read(root / "dist" / built.built[0].file).notes
    return {note.guid: note.modified for note in notes}


# --- identity ----------------------------------------------------------------------------


def test_a_clone_under_another_name_is_the_same_deck(tmp_path: Path) -> None:
    build(tree(tmp_path / "My Study", **{"notes/a.md": AWS}))
    clone = tmp_path / "clone"
    shutil.copytree(tmp_path / "My Study", clone)
    before = entries(clone)
    (clone / "notes/a.md").write_text(AWS + GCP)
    built = build(clone)
    assert [(each.slug, each.name) for each in built.built] == [("my-study", "My Study")]
    assert before.items() <= entries(clone).items()
    assert {deck for deck, *_ in entries(clone).values()} == {"my-study"}


def test_a_deck_that_gets_a_name_has_to_keep_its_slug(tmp_path: Path) -> None:
    root = tree(tmp_path / "study", **{"notes/a.md": AWS})
    build(root)
    before = (root / "factdeck.lock").read_bytes()
    tree(root, **{"factdeck.toml": '[[deck]]\nname = "AWS"\n'})
    for frozen in (False, True):
        with pytest.raises(UserError, match='Set slug = "study" for'):
            build(root, frozen=frozen)
    assert (root / "factdeck.lock").read_bytes() == before
    guids = entries(root).keys()
    tree(root, **{"factdeck.toml": '[[deck]]\nname = "AWS"\nslug = "study"\n'})
    assert build(root).moved == 1
    assert entries(root).keys() == guids


@pytest.mark.parametrize("notes", ["{root}/notes", "../study/notes", "./notes/../notes/*.md"])
def test_notes_of_a_deck_may_be_written_in_any_way(tmp_path: Path, notes: str) -> None:
    root = tree(tmp_path / "study", **{"notes/a.md": AWS})
    deck = f'[[deck]]\nname = "Study"\nnotes = ["{notes.format(root=root)}"]\n'
    tree(root, **{"factdeck.toml": f'notes = ["notes"]\n{deck}'})
    assert [each.notes for each in build(root).built] == [1]


def test_a_deck_does_not_lose_all_its_notes_by_a_slip(tmp_path: Path) -> None:
    root = tree(tmp_path, **{"factdeck.toml": TWO_DECKS, "aws/a.md": AWS, "gcp/g.md": GCP})
    build(root)
    before = (root / "factdeck.lock").read_bytes()
    (root / "aws/a.md").write_text("Nothing to ask.\n")
    with pytest.raises(UserError, match=r'"AWS" would lose all of its 1 notes'):
        build(root)
    assert (root / "factdeck.lock").read_bytes() == before


def test_a_file_that_goes_to_another_deck_keeps_its_guids(tmp_path: Path) -> None:
    files = {"aws/a.md": AWS, "aws/b.md": "Q: What?\nA: That.\n", "gcp/g.md": GCP}
    root = tree(tmp_path, **{"factdeck.toml": TWO_DECKS, **files})
    build(root)
    before = entries(root)
    (root / "aws/a.md").rename(root / "gcp/a.md")
    assert build(root).moved == 1
    assert entries(root).keys() == before.keys()
    assert sorted(deck for deck, *_ in entries(root).values()) == ["aws", "gcp", "gcp"]
    assert build(root).moved == 0


# --- times -------------------------------------------------------------------------------


@pytest.mark.parametrize("frozen", [False, True])
def test_every_edit_arrives_in_anki_though_nothing_is_committed(
    tmp_path: Path, frozen: bool
) -> None:
    """With neither lock nor commit in between: a part of the notes, a frozen build."""
    root = tree(tmp_path / "study", **{"notes/a/a.md": AWS, "notes/b.md": GCP})
    git(root, "init", "-q")
    build(root)
    commit(root, 1000)
    paths = [] if frozen else ["notes/a"]
    times = []
    for number in range(3):
        write_at(root / "notes/a/a.md", AWS.replace("22", f"port {number}"), 4_000_000_000 + number)
        built = build(root, *paths, frozen=frozen)
        times.append(max(shipped(root, built).values()))
    assert times == [4_000_000_000, 4_000_000_001, 4_000_000_002]


# --- the lock ----------------------------------------------------------------------------


def test_a_damaged_lock_stops_a_build_and_not_the_linter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree(tmp_path, **{"notes/a.md": AWS, "factdeck.lock": "<<<<<<< HEAD\n"})
    monkeypatch.chdir(root)
    assert cli.main(["build"]) == 2
    assert "factdeck.lock:1: a merge left a conflict" in capsys.readouterr().err
    assert not (root / ".factdeck_cache").exists()
    assert cli.main(["lint"]) == 0
    told = capsys.readouterr()
    assert told.out == "No findings.\n"
    assert "factdeck: warning: " in told.err
    assert "factdeck.lock:1: a merge left a conflict" in told.err


# --- folders -----------------------------------------------------------------------------


def test_packages_go_to_the_project_from_wherever_it_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree(tmp_path, **{"notes/a.md": AWS, "factdeck.toml": '[[deck]]\nname = "Study"\n'})
    monkeypatch.chdir(root / "notes")
    assert cli.main(["build"]) == 0
    assert capsys.readouterr().out.startswith("../dist/study-0.0.0-dev.apkg: ")
    assert cli.main(["build", "--out", "here"]) == 0
    assert capsys.readouterr().out.startswith("here/study-0.0.0-dev.apkg: ")
    found = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.apkg"))
    assert found == ["dist/study-0.0.0-dev.apkg", "notes/here/study-0.0.0-dev.apkg"]


def test_a_part_leaves_the_manifest_of_the_whole_alone(tmp_path: Path) -> None:
    root = tree(tmp_path, **{"notes/a/a.md": AWS, "notes/b.md": GCP})
    build(root)
    before = (root / "dist/manifest.json").read_bytes()
    build(root, "notes/a")
    assert (root / "dist/manifest.json").read_bytes() == before
    assert (root / "dist/a-0.0.0-dev.manifest.json").is_file()


FAILURES = [
    {"factdeck.toml": ""},
    {"factdeck.toml": 'exclude = ["notes"]', "notes/a.md": AWS},
    {"factdeck.toml": 'notes = ["gone"]', "notes/a.md": AWS},
    {"factdeck.toml": '[[deck]]\nname = "A"\nnotes = ["gone"]', "notes/a.md": AWS},
]


@pytest.mark.parametrize("files", FAILURES)
@pytest.mark.parametrize("command", ["build", "facts"])
def test_a_command_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], command: str
) -> None:
    tree(tmp_path, "notes/x.py", **files)
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.chdir(tmp_path)
    assert cli.main([command]) == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_notes_that_exclude_leaves_out_are_told(tmp_path: Path) -> None:
    text = 'exclude = ["notes/**"]'
    root = tree(tmp_path, **{"factdeck.toml": text, "notes/a.md": AWS})
    with pytest.raises(UserError, match=r"notes in notes, but exclude in .*leaves out all of them"):
        build(root)


# --- media -------------------------------------------------------------------------------


def test_pictures_lie_in_the_working_folder_or_beside_the_notes(tmp_path: Path) -> None:
    shown = "# A\n\nQ: What is this?\nA: ![it](../img/p.png)\n"
    root = tree(tmp_path / "study", "img/p.png", **{"notes/a.md": shown})
    assert [each.media for each in build(root).built] == [1]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    config = load(elsewhere)
    found = run.lint(config, ["../study/notes"], elsewhere, cached=False).findings
    assert [each.message for each in found if each.code == "M101"] == [
        '"../img/p.png" lies outside of the project'
    ]
    assert list(elsewhere.iterdir()) == []


# --- which rules need what ---------------------------------------------------------------


def test_cards_are_made_only_for_rules_that_look_at_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree(tmp_path, **{"notes/a.md": AWS, "factdeck.toml": 'lint.select = ["T"]'})
    monkeypatch.setattr(cards, "make", None)
    assert run.lint(load(root), [], root, cached=False).findings == ()
