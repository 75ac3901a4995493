"""factdeck lock: check, match and show, as a maintainer meets them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from commands import Run

NOTES = """\
# Web

Q: Which store for web sessions?
A: the fast one in memory

Q: Which port does SSH use?
A: 22
"""
TWO_WAYS = """\
# Web

Q: Which store for web sessions now?
A: the fast one in memory

Q: Which store for old web sessions?
A: the fast one in memory

Q: Which port does SSH use?
A: 22
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    (tmp_path / "notes").mkdir()
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "notes" / "web.md").write_text(text, encoding="utf-8")


def entries(folder: Path) -> dict[str, dict[str, object]]:
    """The lines of the notes in the deck, by what they ask."""
    lines = map(json.loads, (folder / "factdeck.lock").read_text("utf-8").splitlines())
    return {line["text"]: line for line in lines if "guid" in line and not line["retired"]}


def test_a_lock_that_fits_the_notes(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    assert run("build")[0] == 0
    assert run("lock", "check") == (0, "factdeck.lock fits the notes (2 notes).\n", "")


def test_a_lock_that_was_not_brought_up_to_date(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    run("build")
    write(folder, NOTES.replace("A: 22", "A: 2222") + "\nQ: What else?\nA: That.\n")
    before = (folder / "factdeck.lock").read_bytes()
    code, out, _ = run("lock", "check")
    assert (code, (folder / "factdeck.lock").read_bytes()) == (1, before)
    assert "does not fit the notes: 1 new, 1 changed, 0 retired. Run factdeck build" in out


def test_notes_without_a_lock_do_not_fit(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    assert run("lock", "check")[0] == 1
    assert not (folder / "factdeck.lock").exists()


def test_what_may_be_two_is_said_until_somebody_decides(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    run("build")
    old = str(entries(folder)["Which store for web sessions?"]["guid"])
    write(folder, TWO_WAYS)
    code, _, complaint = run("build")
    commands = re.findall(r"factdeck lock match (\S+) (\S+)", complaint)
    assert (code, [first for first, _ in commands]) == (0, [old, old])
    code, _, complaint = run("lock", "check")
    assert (code, complaint.count("factdeck lock match")) == (0, 2)

    chosen = str(entries(folder)["Which store for old web sessions?"]["guid"])
    code, out, _ = run("lock", "match", old, chosen)
    assert code == 0
    assert out == (
        f'"Which store for old web sessions?" keeps the history of "Which store for web sessions?" '
        f"({old}) from now on.\n"
    )
    code, _, complaint = run("build")
    assert (code, "lock match" in complaint) == (0, False)
    assert entries(folder)["Which store for old web sessions?"]["guid"] == old
    assert run("lock", "check")[0] == 0


def test_a_card_is_shown_by_guid_beginning_or_end_of_its_key(folder: Path, run: Run) -> None:
    write(folder, "# Kinds\n\n- **A**:\n\nKinds of cast:\n\n- unicast\n- multicast\n" + NOTES)
    run("build")
    line = entries(folder)["Which port does SSH use?"]
    guid, key = str(line["guid"]), str(line["key"])
    shown = run("lock", "show", guid)
    assert shown[0] == 0
    for row in (f"GUID       {guid}", "Answer     22", "in the deck; born next"):
        assert row in shown[1]
    for name in (guid[:6], key, key.split(" › ")[-1]):
        assert run("lock", "show", name) == shown
    cloze = next(line for line in entries(folder).values() if line["kind"] == "cloze")
    assert "Card 2: multicast" in run("lock", "show", str(cloze["guid"]))[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "nothing"], 'knows no card "nothing"'),
        (["show", ""], 'knows no card ""'),
        (["match", "{port}", "{web}"], "is in the deck still"),
        (["match", "{gone}", "{gone}"], "is one and the same card"),
        (["match", "{gone}", "{list}"], "a cloze one: Anki would refuse"),
        (["match", "{gone}", "nothing"], 'knows no card "nothing"'),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    folder: Path, run: Run, arguments: list[str], message: str
) -> None:
    lists = "\n\nKinds of cast:\n\n- unicast\n- multicast\n"
    write(folder, NOTES + "\nQ: What is gone?\nA: This.\n" + lists)
    run("build")
    found = {text: str(line["guid"]) for text, line in entries(folder).items()}
    names = {
        "{port}": found["Which port does SSH use?"],
        "{web}": found["Which store for web sessions?"],
        "{gone}": found["What is gone?"],
        "{list}": next(str(e["guid"]) for e in entries(folder).values() if e["kind"] == "cloze"),
    }
    write(folder, NOTES + lists)
    run("build")
    before = (folder / "factdeck.lock").read_bytes()
    code, out, err = run("lock", *(names.get(argument, argument) for argument in arguments))
    assert (code, out) == (2, "")
    assert message in err
    assert (folder / "factdeck.lock").read_bytes() == before


def test_a_name_of_several_cards_lists_them(folder: Path, run: Run) -> None:
    write(folder, "# One\n\n- **Size**: 1 GB in all\n\n# Two\n\n- **Size**: 2 GB in all\n")
    run("build")
    code, _, err = run("lock", "show", "Size")
    assert code == 2
    assert all(str(line["guid"]) in err for line in entries(folder).values())


@pytest.mark.usefixtures("folder")
def test_without_a_lock_there_is_nothing_to_show(run: Run) -> None:
    code, _, err = run("lock", "show", "a")
    assert (code, "run factdeck build first" in err) == (2, True)


def test_a_damaged_lock_is_named_by_its_line(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    run("build")
    lock = folder / "factdeck.lock"
    lock.write_text(lock.read_text("utf-8") + "{\n", encoding="utf-8")
    before = lock.read_bytes()
    for command in (["check"], ["show", "a"], ["match", "a", "b"]):
        code, _, err = run("lock", *command)
        assert code == 2
        assert "factdeck.lock:4: this is not JSON" in err
    assert lock.read_bytes() == before
