"""Anki's text format: notes in lines, out and in again, and into real Anki."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdeck.errors import UserError
from factdeck.formats import text
from factdeck.formats.deck import CardRow, Contents, DeckRow, FieldRow, NoteRow, NoteTypeRow


def contents(*notes: NoteRow) -> Contents:
    width = max(len(note.fields) for note in notes)
    fields = tuple(FieldRow(f"field {number}") for number in range(1, width + 1))
    return Contents(
        notes=notes,
        cards=tuple(CardRow(note.id, note.id, 1, 0, note.id) for note in notes),
        decks={1: DeckRow("AWS::S3")},
        note_types={7: NoteTypeRow("Basic", is_cloze=False, fields=fields, templates=())},
    )


def read(folder: Path, written: str) -> Contents:
    file = folder / "notes.csv"
    file.write_bytes(written.encode())
    return text.read(file)


def test_a_dump_says_what_its_columns_are() -> None:
    note = NoteRow(1, "#g,1", 7, 0, ("a", "b"), ('say "hi"', "two\nlines"))
    assert text.dump(contents(note)) == (
        "#separator:Comma\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
        '#tags column:6\n"#g,1","7","AWS::S3","say ""hi""","two\nlines","a b"\n'
    )


FIELDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=20)


@settings(deadline=None)  # the first example waits for imports
@given(st.lists(st.tuples(FIELDS, FIELDS), min_size=1, max_size=4))
def test_what_was_dumped_is_read(
    tmp_path_factory: pytest.TempPathFactory, fields: list[tuple[str, str]]
) -> None:
    notes = [NoteRow(n, f"#{n}", 7, 0, ("t",), pair) for n, pair in enumerate(fields, start=1)]
    found = read(tmp_path_factory.getbasetemp(), text.dump(contents(*notes)))
    assert [(note.guid, note.tags, note.fields) for note in found.notes] == [
        (note.guid, note.tags, note.fields) for note in notes
    ]
    assert {deck.name for deck in found.decks.values()} == {"AWS::S3"}


READ = [
    ("front,back\n", ("front", "back")),
    ("front\tback, it is\n", ("front", "back, it is")),
    ("a < b;x & y\n", ("a &lt; b", "x &amp; y")),
    ('#separator:;\n#html:true\n"two\nlines";<b>b</b>\n', ("two\nlines", "<b>b</b>")),
    ('"two\nlines",b\n', ("two<br>lines", "b")),
    ("\ufefffront,back\r\n", ("front", "back")),
    ("#columns:A,B\nfront,back\n#a remark,x\n", ("front", "back")),
]


@pytest.mark.parametrize(("written", "fields"), READ)
def test_a_line_is_a_note(tmp_path: Path, written: str, fields: tuple[str, ...]) -> None:
    (note,) = read(tmp_path, written).notes
    assert (note.guid, note.fields) == ("", fields)


def test_headers_hold_for_all_notes(tmp_path: Path) -> None:
    found = read(tmp_path, "#deck:A::B\n#notetype:Mine\n#tags:x y\n#separator:tab\na\tb\n")
    assert [deck.name for deck in found.decks.values()] == ["A::B"]
    assert [kind.name for kind in found.note_types.values()] == ["Mine"]
    assert found.notes[0].tags == ("x", "y")


WRONG = [
    ("", "it holds no note"),
    ("#separator:Comma\n", "it holds no note"),
    ("#separator:foo\na,b\n", 'its separator "foo" is none that Anki knows'),
    ("#guid column:x\na,b\n", 'the header "guid column" names no column: x'),
    ('#separator:Comma\n"a,b\n', "unexpected end of data"),
]


@pytest.mark.parametrize(("written", "why"), WRONG)
def test_what_is_wrong_is_told(tmp_path: Path, written: str, why: str) -> None:
    with pytest.raises(UserError, match=r"cannot be read as text of Anki") as error:
        read(tmp_path, written)
    assert why in str(error.value)


def test_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_bytes(b"\xff\xfea\0")
    with pytest.raises(UserError, match="is not UTF-8"):
        text.read(file)
