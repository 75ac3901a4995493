"""A diff of two packages: what it announces is what real Anki does."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factdeck.formats import apkg
from factdeck.formats.deck import (
    CardRow,
    Contents,
    DeckRow,
    FieldRow,
    NoteRow,
    NoteTypeRow,
    TemplateRow,
)
from factdeck.model import IdentifiedNote, Note, NoteKind
from factdeck.package import writer
from factdeck.package.diff import Diff, compare
from factdeck.package.identity import identify
from factdeck.package.lock import Lock
from factdeck.report import diff as report
from package_notes import SLUG, note, package_of
from real_anki import anki, do

ONE, TWO = note("one?", "1", tags=("a",)), note("two?", "2", NoteKind.REVERSED)
CLOZE = note("{{c1::three}}", "", NoteKind.CLOZE)
NOTES = (ONE, TWO, CLOZE)


def older(notes: Sequence[IdentifiedNote]) -> list[IdentifiedNote]:
    """The notes with a time before that of any package."""
    return [replace(each, modified=each.modified - 1500) for each in notes]


def same(notes: Sequence[IdentifiedNote]) -> Sequence[IdentifiedNote]:
    return notes


CHANGES: dict[str, tuple[Sequence[Note], Callable[..., Sequence[IdentifiedNote]], str]] = {
    "nothing": (NOTES, same, "no note is different"),
    "new": ((*NOTES, note("four?", "4")), same, "1 new"),
    "updated": ((replace(ONE, back="uno"), TWO, CLOZE), same, "1 updated"),
    "tags": ((replace(ONE, tags=("b",)), TWO, CLOZE), same, "1 updated"),
    "not newer": ((replace(ONE, back="uno"), TWO, CLOZE), older, "1 ignored"),
    "retired": ((ONE, TWO), same, "1 retired"),
    "moved": ((replace(ONE, deck="Other"), TWO, CLOZE), same, "1 moved"),
    "renamed": (tuple(replace(each, deck="Other") for each in NOTES), same, "3 moved"),
    "several": ((replace(ONE, back="uno", deck="Other"), note("four?", "4")), same, ""),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_diff_announces_what_anki_does(tmp_path: Path, name: str) -> None:
    notes, stamp, told = CHANGES[name]
    first = identify(NOTES, Lock(), SLUG, lambda _: 1_700_000_000)
    second = identify(notes, first.lock, SLUG, lambda _: 1_700_001_000)
    diff = told_of(package_files(tmp_path, first.notes, stamp(second.notes)))
    assert told in report.headline(diff)
    before, _, outcome, after = anki(
        do("import_package", file=str(tmp_path / "v1.apkg")),
        do("dump"),
        do("import_package", file=str(tmp_path / "v2.apkg")),
        do("dump"),
    )
    assert before == {"new": 3}
    assert outcome.get("new", 0) == len(diff.new)
    assert outcome.get("updated", 0) == len(diff.updated)
    assert outcome.get("conflicting", 0) == len(diff.conflicting)
    assert set(after["notes"]) >= {change.guid for change in diff.retired}
    for change in diff.moved:
        assert {card["deck"] for card in after["notes"][change.guid]["cards"]} == {change.was_in}
    for change in diff.updated:
        fields = after["notes"][change.guid]["fields"]
        assert all(fields[f.name] == f.new for f in change.fields if f.name != "tags")
    for change in diff.ignored:
        fields = after["notes"][change.guid]["fields"]
        assert all(fields[f.name] == f.old for f in change.fields if f.name != "tags")


def package_files(
    folder: Path, first: Sequence[IdentifiedNote], second: Sequence[IdentifiedNote]
) -> tuple[Path, Path]:
    files = folder / "v1.apkg", folder / "v2.apkg"
    for file, notes in zip(files, (first, second), strict=True):
        writer.write(package_of(notes), file)
    return files


def told_of(files: tuple[Path, Path]) -> Diff:
    old, new = map(apkg.read, files)
    return compare(old, new, old_version="1.0.0", new_version="1.0.0-dev")


def test_a_deck_that_is_renamed_is_told() -> None:
    diff = compare(contents("A"), contents("B"))
    assert diff.renamed == (("A", "B"),)
    assert compare(contents("A"), contents("A")).renamed == ()


# --- note types --------------------------------------------------------------------------

FRONT, BACK = FieldRow("Front", 1), FieldRow("Back", 2)
CARD = TemplateRow("Card", "{{Front}}", "{{Back}}", 3)
KIND = NoteTypeRow("Basic", is_cloze=False, fields=(FRONT, BACK), templates=(CARD,))


def contents(deck: str = "Deck", kind: NoteTypeRow = KIND) -> Contents:
    note = NoteRow(1, "guid", 7, 1000, (), ("front", "back"))
    return Contents((note,), (CardRow(1, 1, 9, 0, 1),), {9: DeckRow(deck)}, {7: kind})


@pytest.mark.parametrize(
    ("now", "what"),
    [
        (replace(KIND, css="b {}"), "its cards look different"),
        (replace(KIND, name="Other"), 'it was called "Basic"'),
        (replace(KIND, fields=(FRONT, FieldRow("Rear", 2))), 'the field "Back" is called "Rear"'),
    ],
)
def test_what_anki_takes_over_breaks_nothing(now: NoteTypeRow, what: str) -> None:
    diff = compare(contents(), contents(kind=now))
    (change,) = diff.note_types
    assert (change.what, change.breaks, diff.conflicting) == ((what,), False, ())


@pytest.mark.parametrize(
    ("now", "what"),
    [
        (replace(KIND, fields=(FRONT, BACK, FieldRow("Hint", 4))), 'the field "Hint" is new'),
        (replace(KIND, fields=(FRONT,)), 'the field "Back" is gone'),
        (replace(KIND, fields=(BACK, FRONT)), "the fields are in another order"),
        (replace(KIND, templates=(CARD, TemplateRow("2", "", "", 5))), 'the template "2" is new'),
        (replace(KIND, is_cloze=True), "it is a cloze now"),
    ],
)
def test_what_makes_anki_take_a_note_type_for_another(now: NoteTypeRow, what: str) -> None:
    diff = compare(contents(), contents(kind=now))
    (change,) = diff.note_types
    assert what in change.what
    assert change.breaks
    assert [note.guid for note in diff.conflicting] == ["guid"]


# --- reports -----------------------------------------------------------------------------

TEXT = """\
Tests: 1.0.0 → 1.0.0-dev: 1 new, 1 updated, 1 moved, 1 retired

new
  four? → 4

updated: their cards keep their reviews
  one? → uno
    Tests::Deck → Other
    Back:
      - 1
      + uno

moved: cards that a learner has stay where they are
  one? → uno
    Tests::Deck → Other
    Back:
      - 1
      + uno

retired: they stay with whoever has them
  two? → 2

The deck "Tests::Deck" is called "Other": to Anki they are two. Cards that a learner has stay in \
the old one, new cards go to the new one.
"""


def several(folder: Path) -> Diff:
    first = identify((ONE, TWO), Lock(), SLUG, lambda _: 1000)
    notes = (replace(ONE, back="uno", deck="Other"), note("four?", "4"))
    second = identify(notes, first.lock, SLUG, lambda _: 2000)
    return told_of(package_files(folder, first.notes, second.notes))


def test_the_text_is_for_people(tmp_path: Path) -> None:
    assert "\n".join(report.text(several(tmp_path), "Tests")) + "\n" == TEXT


def test_markdown_shows_signs_as_they_are(tmp_path: Path) -> None:
    lines = list(report.markdown(several(tmp_path), "My_Tests"))
    assert lines[0].startswith(r"### My\_Tests: 1.0.0 → 1.0.0-dev: 1 new")
    assert "  + uno" in lines


def test_json_is_valid_and_says_the_same(tmp_path: Path) -> None:
    (deck,) = json.loads(report.as_json([("tests", several(tmp_path))]))["decks"]
    assert (deck["old_version"], deck["new_version"]) == ("1.0.0", "1.0.0-dev")
    assert deck["updated"][0]["fields"] == [{"name": "Back", "old": "1", "new": "uno"}]
