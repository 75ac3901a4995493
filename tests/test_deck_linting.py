"""factdeck lint DECK: an Anki package as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import Run
from real_anki import anki, do


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def test_a_deck_is_looked_at_as_it_is(folder: Path, run: Run) -> None:
    bad = [
        ("Basic", ["Which port does SSH use?", "22"], "Net", ""),
        ("Basic", ["Which port does SSH use?", "22"], "Net", ""),
        ("Basic", ["What is the the port?", "a < b"], "Net", ""),
        ("Basic", ["No answer", ""], "Net", ""),
        ("Basic", ["A map", '<img src="gone.png">'], "Net", ""),
    ]
    add = [do("add", kind=k, fields=f, deck=d, tags=t) for k, f, d, t in bad]
    known = anki(*add, do("export", file=str(folder / "deck.apkg"), legacy=False))[: len(bad)]
    code, out, _ = run("lint", "deck.apkg", "--output-format", "json")
    assert code == 1
    found = {(each["code"], each["path"]) for each in json.loads(out)["findings"]}
    places = [f"deck.apkg:note {guid.replace('/', '%2F')}" for guid in known]
    assert ("P106", places[2]) in found
    assert ("T301", places[2]) in found
    assert ("P108", places[3]) in found
    assert ("P111", places[4]) in found
    assert any(code == "D103" and path in places[:2] for code, path in found)


@pytest.mark.usefixtures("folder")
def test_a_deck_is_looked_at_alone(run: Run) -> None:
    code, _, err = run("lint", "deck.apkg", "notes")
    assert code == 2
    assert "A deck is looked at alone" in err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("option", ["--fix", "--diff", "--baseline-write", "--watch"])
def test_a_deck_is_only_looked_at(run: Run, option: str) -> None:
    code, _, err = run("lint", "deck.apkg", option)
    assert code == 2
    assert "A deck does not go together with" in err


def test_a_good_deck_is_silent(folder: Path, run: Run) -> None:
    note = do("add", kind="Basic", fields=["Which port does SSH use?", "22"], deck="Net")
    anki(note, do("export", file=str(folder / "deck.apkg"), legacy=True))
    assert run("lint", "deck.apkg") == (0, "No findings.\n", "")
    assert [path.name for path in folder.iterdir()] == ["deck.apkg"]


def test_what_is_no_deck_is_told(folder: Path, run: Run) -> None:
    (folder / "deck.apkg").write_bytes(b"no zip")
    code, out, err = run("lint", "deck.apkg")
    assert (code, out) == (2, "")
    assert "deck.apkg cannot be read as an Anki package" in err
