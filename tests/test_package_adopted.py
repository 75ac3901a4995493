"""factdeck.adopted.jsonl: notes that keep the note types of another deck."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from factdeck.errors import UserError
from factdeck.formats import apkg
from factdeck.formats.deck import FieldRow, NoteTypeRow, TemplateRow
from factdeck.model import IdentifiedNote, NoteKind
from factdeck.package import Package, adopted, writer
from factdeck.package import lock as locks
from factdeck.package.adopted import Adopted, Register, side
from package_notes import DECK, SLUG, media_file, note

KIND = NoteTypeRow(
    "City",
    is_cloze=False,
    fields=(FieldRow("Country", 1), FieldRow("Capital", 2), FieldRow("Remark", 3)),
    templates=(TemplateRow("Card 1", "{{Country}}?", "{{Capital}} {{Remark}}", 9),),
    css=".card {}",
    modified=99,
    uuid="a-uuid",
)
FRANCE = Adopted(
    guid="A.<frJ",
    note_type=77,
    fields=("<font>France</font>", "<div>Paris</div>", "remark"),
    sides=(side(0, "France"), side(1, "Paris")),
    ordinals=(0, 2),
    tags=("own",),
)
REGISTER = Register({FRANCE.guid: FRANCE}, {77: KIND})
HERE = IdentifiedNote(FRANCE.guid, 5, note("France", "Paris", tags=("file",)))


def ship(front: str, back: str, register: Register = REGISTER) -> IdentifiedNote:
    today = replace(HERE, note=replace(HERE.note, front=front, back=back))
    (shipped,) = adopted.shipped([today], register, Path())
    return shipped


def fields(front: str, back: str) -> tuple[str, ...]:
    shipped = ship(front, back)
    assert shipped.foreign
    return shipped.foreign.fields


def test_what_is_not_edited_is_shipped_as_it_was() -> None:
    assert fields("France", "Paris") == FRANCE.fields


def test_an_edited_side_is_shipped_as_the_notes_have_it() -> None:
    assert fields("France", "Paris!") == ("<font>France</font>", "Paris!", "remark")
    assert fields("The <b>country</b>", "Paris") == (
        *("The <b>country</b>", "<div>Paris</div>", "remark"),
    )


def test_a_subject_that_cards_of_ours_have_is_not_added() -> None:
    subject = replace(HERE.note, key="net.md › Net › it", front="<b>Net</b>: What is it?")
    (shipped,) = adopted.shipped([replace(HERE, note=subject)], REGISTER, Path())
    assert shipped.foreign
    assert shipped.foreign.fields[0] == "What is it?"


def test_tags_and_cards_stay() -> None:
    shipped = ship("France", "Paris").note
    assert (shipped.tags, shipped.ordinals) == (("file", "own"), (0, 2))


def test_a_note_with_a_type_of_ours_has_its_tags_alone() -> None:
    register = Register({FRANCE.guid: Adopted(FRANCE.guid, 0, (), (), (0,), ("own",))})
    shipped = ship("France", "Paris", register)
    assert (shipped.foreign, shipped.note.tags) == (None, ("file", "own"))


def test_other_notes_are_left_alone() -> None:
    other = IdentifiedNote("other", 5, note())
    assert adopted.shipped([other], REGISTER, Path()) == (other,)


def test_media_are_shipped_under_the_names_that_the_deck_gave_them(tmp_path: Path) -> None:
    media_file(tmp_path, "map-1.png", b"map")
    france = replace(
        FRANCE,
        fields=("France", '<img src="map 1.png">', ""),
        media=(("map 1.png", "map-1.png"), ("unused.png", "map-1.png"), ("_logo.png", "map-1.png")),
    )
    (shipped,) = adopted.shipped([HERE], Register({france.guid: france}, {77: KIND}), tmp_path)
    assert shipped.foreign
    assert [media.name for media in shipped.foreign.media] == ["_logo.png", "map 1.png"]
    (tmp_path / "map-1.png").unlink()
    with pytest.raises(UserError, match=r"map-1\.png, which factdeck.adopted.jsonl names"):
        adopted.shipped([HERE], Register({france.guid: france}, {77: KIND}), tmp_path)


def test_the_package_has_the_note_type_as_it_was(tmp_path: Path) -> None:
    own = IdentifiedNote("own", 6, note("{{c1::x}}", "", NoteKind.CLOZE))
    shipped = adopted.shipped([HERE, own], REGISTER, tmp_path)
    package = Package(SLUG, DECK, "1.0.0", shipped, foreign=REGISTER.note_types)
    writer.write(package, tmp_path / "deck.apkg")
    found = apkg.read(tmp_path / "deck.apkg")
    assert found.note_types[77] == replace(KIND, uuid="")
    assert [package.note_type(each) for each in shipped] == ["City", "factdeck Cloze"]
    first = found.notes[0]
    assert (first.guid, first.note_type, first.fields) == (FRANCE.guid, 77, FRANCE.fields)
    assert [card.ordinal for card in found.cards if card.note == first.id] == [0, 2]


def test_a_register_comes_back(tmp_path: Path) -> None:
    file = tmp_path / adopted.FILE
    assert adopted.read(file) == Register()
    file.write_bytes(adopted.dump(REGISTER))
    assert adopted.read(file) == REGISTER


HEAD = '{"factdeck.adopted": 1}\n'
WRONG = [
    ("{", "1: this is not JSON"),
    (HEAD + "[]", r"2: \[\] is not of type object"),
    (HEAD + '{"guid": "a"}', "2: the key"),
    ('{"factdeck.adopted": 2}', "1: factdeck.adopted: "),
]


@pytest.mark.parametrize(("text", "why"), WRONG)
def test_a_damaged_line_is_named(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / adopted.FILE
    file.write_text(text)
    with pytest.raises(UserError, match=rf"jsonl:{why}"):
        adopted.read(file)


def test_a_note_without_its_note_type_is_named(tmp_path: Path) -> None:
    file = tmp_path / adopted.FILE
    lines = adopted.dump(REGISTER).decode().splitlines(keepends=True)
    file.write_text("".join(line for line in lines if '"note_type"' not in line))
    with pytest.raises(UserError, match="jsonl:2: the note type 77 does not fit it"):
        adopted.read(file)
    value = json.loads(lines[-1])
    file.write_text("".join([*lines[:-1], json.dumps({**value, "fields": ["one"]})]))
    with pytest.raises(UserError, match="jsonl:3: the note type 77 does not fit it"):
        adopted.read(file)


def test_a_lock_without_its_adopted_notes_is_refused() -> None:
    entry = locks.Entry(
        *(FRANCE.guid, SLUG, "key", NoteKind.BASIC, DECK, "0" * 32, "0" * 32),
        *("France", "Paris", "", 5),
        note_type=77,
    )
    adopted.refuse_lost(locks.make([entry], []), REGISTER)
    with pytest.raises(UserError, match=r"lacks 1 notes .* \"France\" \(A\.<frJ\)"):
        adopted.refuse_lost(locks.make([entry], []), Register())
