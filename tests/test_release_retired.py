"""The package of what is no longer in a deck."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factdeck.formats import apkg
from factdeck.formats.deck import Contents
from factdeck.model import Foreign, NoteKind
from factdeck.package import Package, writer
from factdeck.package.notetypes import NOTE_TYPES
from factdeck.release import retired
from package_notes import note, package, package_of

NOTES = [
    note("one?", "1", tags=("b", "a"), context="Numbers"),
    note("two?", "2", NoteKind.REVERSED, deck="Other"),
    note("{{c2::three}} {{c5::four}}", "", NoteKind.CLOZE, ordinals=(1, 4)),
]


def written(file: Path, made: Package) -> Contents:
    writer.write(made, file)
    return apkg.read(file)


def test_notes_are_as_they_were_but_for_a_tag_and_a_second(tmp_path: Path) -> None:
    last = written(tmp_path / "last.apkg", package(NOTES))
    guids = [row.guid for row in last.notes]
    like = replace(package(NOTES[:0]), version="2.0.0")
    made = retired.package(last, [*guids[1:], "unknown"], like)
    found = written(tmp_path / "retired.apkg", made)
    assert (made.slug, made.name) == ("tests-retired", like.name)
    for row, old in zip(found.notes, last.notes[1:], strict=True):
        assert row.tags == (*old.tags, "factdeck::retired::2.0.0")
        assert row.modified == old.modified + 1
        assert (row.guid, row.note_type, row.fields) == (old.guid, old.note_type, old.fields)
    old_cards = [(c.ordinal, last.decks[c.deck].name) for c in last.cards[1:]]
    assert [(c.ordinal, found.decks[c.deck].name) for c in found.cards] == old_cards


def test_notes_with_note_types_of_other_decks_keep_them(tmp_path: Path) -> None:
    first = written(tmp_path / "first.apkg", package(NOTES[:1]))
    (kind,) = first.note_types.values()
    (each,) = package(NOTES[:1]).notes
    adopted = replace(each, foreign=Foreign(42, first.notes[0].fields))
    foreign = {42: replace(kind, name="Mine")}
    last = written(tmp_path / "last.apkg", replace(package_of([adopted]), foreign=foreign))
    made = retired.package(last, [each.guid], replace(package_of([]), version="2.0.0"))
    found = written(tmp_path / "retired.apkg", made)
    assert 42 not in {kind.id for kind in NOTE_TYPES.values()}
    assert [(row.note_type, row.fields) for row in found.notes] == [(42, first.notes[0].fields)]
    assert found.note_types == last.note_types
