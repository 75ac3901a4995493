"""factdeck import: a deck made in Anki moves to notes, and its learners lose nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from commands import Run
from factdeck.formats import apkg, crowdanki
from factdeck.package import Package, adopted, writer
from factdeck.package import lock as locks
from factdeck.release import retired
from real_anki import ANKIS, SOUND, anki, do

CITY = do(
    "add_note_type",
    kind="City",
    fields=["Country", "Capital", "Map", "Remark"],
    templates=[
        ["Capital of {{Country}}? <img src='_logo.png'>", "{{FrontSide}}<hr>{{Capital}} {{Map}}"],
        ["{{Map}}", "{{Country}}"],
    ],
)
NOTES: dict[str, tuple[str, list[str], str, str]] = {
    "plain": ("Basic", ["Which port does SSH use?", "22"], "Net", "ports ssh"),
    "list": (
        "Basic",
        ["How is it called?", "<div>So</div><ul><li>x</li><li>y</li></ul>"],
        "Net",
        "",
    ),
    "red": (
        *("Basic", ["<span style='color: red'>Red</span> port", '<img src="map 1.png"> a &lt; b']),
        *("Net::Deep", "x"),
    ),
    "both": ("Basic (and reversed card)", ["AMI", "Amazon Machine Image"], "Net::Deep", "x"),
    "cloze": ("Cloze", ["{{c1::S3}} stores {{c3::objects::what}}", "Extra <b>x</b>"], "Net", ""),
    "city": ("City", ["France", "Paris", "<img src='map 1.png'>", "Remark"], "Net", ""),
    "empty": ("City", ["Spain", "", "", ""], "Net", ""),
}
EXPORTS = {
    "old.apkg": do("export", legacy=True),
    "new.apkg": do("export", legacy=False),
    "old.colpkg": do("export_collection", legacy=True),
    "new.colpkg": do("export_collection", legacy=False),
}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a deck that was made and studied in real Anki, in all formats."""
    folder = tmp_path_factory.mktemp("exported")
    add = [
        do("add", kind=kind, fields=fields, deck=deck, tags=tags)
        for kind, fields, deck, tags in NOTES.values()
    ]
    media = [do("add_media", file=name, text=name) for name in ("map 1.png", "_logo.png")]
    exports = [{**how, "file": str(folder / name)} for name, how in EXPORTS.items()]
    guids = anki(CITY, *media, *add, *exports)[3 : 3 + len(NOTES)]
    (folder / "guids.json").write_text(json.dumps(dict(zip(NOTES, guids, strict=True))))
    return folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def guids(exported: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads((exported / "guids.json").read_text())
    return found


def built(run: Run) -> str:
    """The package of a build here."""
    code, out, err = run("build")
    assert code == 0, err
    return str(Path(out.split(": ")[0]).resolve())


def reworded(folder: Path, old: str, new: str) -> None:
    (file,) = (file for file in folder.glob("notes/*.md") if old in file.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8", newline="\n")


def same(before: dict[str, Any], after: dict[str, Any], *but: str) -> bool:
    """Whether all notes are as they were, fields, tags and cards, but for some GUIDs."""
    assert before["notes"].keys() == after["notes"].keys()
    return all(
        before["notes"][guid] == after["notes"][guid] for guid in before["notes"] if guid not in but
    )


# --- what is written ---------------------------------------------------------------------

NET = """\
---
deck: "Net"
---

# Net

Q: Which port does SSH use?
A: 22

> [!question] How is it called?
> So
>
> - x
> - y

{{c1::S3}} stores {{c3::objects::what}}

Q: France
A: Paris
"""
DEEP = """\
---
deck: "Net::Deep"
tags: ["x"]
---

# Deep

Q: Red port
A: ![](media/map%201.png) a &lt; b

AMI
??
Amazon Machine Image
"""


@pytest.mark.parametrize("name", EXPORTS)
def test_a_deck_becomes_notes(exported: Path, folder: Path, run: Run, name: str) -> None:
    code, out, err = run("import", exported / name)
    assert code == 0
    assert out.splitlines()[:2] == ["notes/net.md", "notes/net-deep.md"]
    assert (folder / "notes/net.md").read_text("utf-8") == NET
    assert (folder / "notes/net-deep.md").read_text("utf-8") == DEEP
    assert (folder / "notes/media/map 1.png").read_text() == "map 1.png"
    assert (folder / "notes/media/_logo.png").read_text() == "_logo.png"
    known = guids(exported)
    assert f'left out: {known["empty"]} "Spain": no field with words stands in its answer' in err
    assert f'{known["red"]} "Red port"' in err
    entries = locks.read(folder / locks.FILE).entries
    assert {entry.guid for entry in entries} == set(known.values()) - {known["empty"]}


def test_a_build_changes_no_lock(exported: Path, folder: Path, run: Run) -> None:
    run("import", exported / "new.apkg")
    before = (folder / locks.FILE).read_bytes()
    built(run)
    assert (folder / locks.FILE).read_bytes() == before
    assert run("build", "--frozen")[0] == 0


# --- in real Anki ------------------------------------------------------------------------


@pytest.mark.parametrize("version", ANKIS)
@pytest.mark.parametrize("name", ["old.apkg", "new.apkg"])
def test_a_learner_loses_nothing(
    exported: Path, folder: Path, run: Run, name: str, version: str
) -> None:
    run("import", exported / name)
    package = built(run)
    known = guids(exported)
    study = [do("answer", guid=guid) for guid in known.values()]
    start = [do("import_package", file=str(exported / name)), *study, do("dump")]
    reworded(folder, "Which port does SSH", "Which TCP port does SSH")
    run("build", "--out", "second")
    (second,) = folder.glob("second/*.apkg")
    *_, before, first, after, again, later, check = anki(
        *start,
        do("import_package", file=package),
        do("dump"),
        do("import_package", file=str(second)),
        do("dump"),
        do("check"),
        version=version,
    )
    assert first == {"duplicate": len(NOTES) - 1}
    assert same(before, after)
    assert again == {"duplicate": len(NOTES) - 2, "updated": 1}
    assert same(before, later, known["plain"])
    was, now = (dump["notes"][known["plain"]] for dump in (before, later))
    assert now["fields"] == {"Front": "Which TCP port does SSH use?", "Back": "22"}
    assert (now["cards"], now["tags"]) == (was["cards"], was["tags"])
    assert now["cards"][0]["reviews"] == 1
    assert check == SOUND
    assert later["note_types"] == before["note_types"]


@pytest.mark.usefixtures("folder")
def test_who_starts_with_the_built_deck_gets_the_same(exported: Path, run: Run) -> None:
    run("import", exported / "new.apkg")
    old, new = (
        anki(do("import_package", file=file), do("dump"))[1]
        for file in (str(exported / "new.apkg"), built(run))
    )
    assert len(new["notes"]) == len(NOTES) - 1
    for guid, note in new["notes"].items():
        was = old["notes"][guid]
        assert (note["fields"], note["tags"]) == (was["fields"], was["tags"])
        assert [(card["ordinal"], card["deck"]) for card in note["cards"]] == [
            (card["ordinal"], card["deck"]) for card in was["cards"]
        ]
    assert new["media"] == ["_logo.png", "map 1.png"]


def test_an_edited_side_alone_loses_its_look(exported: Path, folder: Path, run: Run) -> None:
    run("import", exported / "new.apkg")
    reworded(folder, "a &lt; b", "a &lt; c")
    reworded(folder, "A: Paris", "A: Paris, on the Seine")
    notes = {note.guid: note.fields for note in apkg.read(Path(built(run))).notes}
    known = guids(exported)
    front, back = notes[known["red"]]
    assert front == NOTES["red"][1][0]
    assert back.endswith("a &lt; c")
    assert notes[known["city"]] == (
        *("France", "Paris, on the Seine", "<img src='map 1.png'>", "Remark"),
    )


def test_exported_text_updates_what_a_learner_has(exported: Path, folder: Path, run: Run) -> None:
    run("import", exported / "new.apkg")
    reworded(folder, "A: 22", "A: 22 (TCP)")
    assert run("build", "--export", "csv")[0] == 0
    (file,) = folder.glob("dist/*.csv")
    _, _, told, after = anki(
        do("import_package", file=str(exported / "new.apkg")),
        do("answer", guid=guids(exported)["plain"]),
        do("import_text", file=str(file)),
        do("dump"),
    )
    assert told == {"duplicate": len(NOTES) - 2, "updated": 1}
    plain = after["notes"][guids(exported)["plain"]]
    assert plain["fields"]["Back"] == "22 (TCP)"
    assert plain["cards"][0]["reviews"] == 1


def test_retired_notes_of_other_note_types_are_tagged(exported: Path, tmp_path: Path) -> None:
    last = apkg.read(exported / "new.apkg")
    known = guids(exported)
    gone = retired.package(last, [known["city"]], Package("net", "Net", "2.0.0", ()))
    writer.write(gone, tmp_path / "retired.apkg")
    _, before, told, after = anki(
        do("import_package", file=str(exported / "new.apkg")),
        do("dump"),
        do("import_package", file=str(tmp_path / "retired.apkg")),
        do("dump"),
    )
    assert told == {"updated": 1}
    assert after["notes"][known["city"]]["tags"] == ["factdeck::retired::2.0.0"]
    assert after["notes"][known["city"]]["fields"] == before["notes"][known["city"]]["fields"]
    assert same(before, after, known["city"])


# --- other formats -----------------------------------------------------------------------


def test_what_is_exported_to_crowdanki_comes_back(exported: Path, folder: Path, run: Run) -> None:
    run("import", exported / "new.apkg")
    assert run("build", "--export", "crowdanki,csv")[0] == 0
    (deck,) = folder.glob("dist/*.crowdanki")
    assert json.loads((deck / "deck.json").read_text("utf-8"))["name"] == "Net"
    again = folder / "again"
    again.mkdir()
    os.chdir(again)
    assert run("import", deck)[0] == 0
    assert (again / "notes/net.md").read_text("utf-8") == NET
    first, second = (adopted.read(each / adopted.FILE) for each in (folder, again))
    assert {guid: note.fields for guid, note in first.notes.items()} == {
        guid: note.fields for guid, note in second.notes.items()
    }
    # the uuids of a deck of CrowdAnki are its note types: they are the same in the next export
    assert run("build", "--export", "crowdanki")[0] == 0
    (later,) = again.glob("dist/*.crowdanki")
    models = [
        {
            model["crowdanki_uuid"]
            for model in json.loads((each / "deck.json").read_text())["note_models"]
        }
        for each in (deck, later)
    ]
    assert models[0] == models[1]
    assert len(crowdanki.read(later).notes) == len(NOTES) - 1


def test_text_gets_the_note_types_of_factdeck(folder: Path, run: Run) -> None:
    (folder / "notes.csv").write_text(
        "#separator:Comma\n#html:true\n#guid column:1\n#tags column:4\n"
        "a<b,Which port does SSH use?,22,net ssh\nc,<b>Who?</b>,I,net\nd,alone,,\n"
    )
    code, _, err = run("import", "notes.csv")
    assert code == 0
    assert 'left out: d "alone": 1 fields have words' in err
    assert "says nothing of note types" in err
    notes = apkg.read(Path(built(run))).notes
    assert {note.guid: note.tags for note in notes} == {"a<b": ("net", "ssh"), "c": ("net",)}


# --- what is refused ---------------------------------------------------------------------


def test_nothing_is_overwritten(exported: Path, folder: Path, run: Run) -> None:
    (folder / "notes").mkdir()
    (folder / "notes/net.md").write_text("mine")
    code, _, err = run("import", exported / "new.apkg")
    assert code == 2
    assert "notes/net.md is there already, and an import overwrites nothing" in err
    assert sorted(path.name for path in folder.rglob("*")) == ["net.md", "notes"]
    assert (folder / "notes/net.md").read_text() == "mine"


def test_a_deck_is_adopted_once(exported: Path, folder: Path, run: Run) -> None:
    run("import", exported / "new.apkg")
    before = (folder / locks.FILE).read_bytes()
    code, _, err = run("import", exported / "old.apkg", "-o", "notes/again")
    assert code == 2
    assert "factdeck.lock knows 6 of the notes of" in err
    assert (folder / locks.FILE).read_bytes() == before


def test_notes_go_where_a_build_reads_them(exported: Path, folder: Path, run: Run) -> None:
    code, _, err = run("import", exported / "new.apkg", "-o", "elsewhere")
    assert code == 2
    assert "a build would not read elsewhere" in err
    assert not list(folder.iterdir())
    (folder / "factdeck.toml").write_text('notes = ["elsewhere"]\n')
    assert run("import", exported / "new.apkg", "-o", "elsewhere")[0] == 0
    assert run("build")[0] == 0


def test_adopted_notes_are_not_shipped_without_their_note_types(
    exported: Path, folder: Path, run: Run
) -> None:
    run("import", exported / "new.apkg")
    (folder / adopted.FILE).unlink()
    code, _, err = run("build")
    assert code == 2
    assert "factdeck.adopted.jsonl lacks 6 notes" in err


CANNOT = [
    ("missing.apkg", None, "There is no file or folder missing.apkg"),
    ("deck.docx", b"x", "deck.docx is no deck that can be read"),
    ("deck.apkg", b"no zip", "deck.apkg cannot be read as an Anki package"),
    ("deck.json", b"{", "deck.json cannot be read as a deck of CrowdAnki"),
    ("deck.csv", b"alone\n", "deck.csv holds 1 notes, and none of them can be adopted"),
]


@pytest.mark.parametrize(("name", "data", "why"), CANNOT)
def test_what_cannot_be_read_is_told(
    folder: Path, run: Run, name: str, data: bytes | None, why: str
) -> None:
    if data is not None:
        (folder / name).write_bytes(data)
    code, out, err = run("import", name)
    assert (code, out) == (2, "")
    assert why in err
    assert {path.name for path in folder.iterdir()} <= {name}


@pytest.mark.usefixtures("folder")
def test_a_format_to_export_is_a_known_one(run: Run) -> None:
    code, _, err = run("build", "--export", "anki")
    assert code == 2
    assert "'anki' is no format; there are crowdanki, csv" in err
