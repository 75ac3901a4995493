"""CrowdAnki's JSON, out and in again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factdeck.errors import UserError
from factdeck.formats import crowdanki, foreign
from factdeck.formats.deck import (
    CardRow,
    Contents,
    DeckRow,
    FieldRow,
    NoteRow,
    NoteTypeRow,
    TemplateRow,
)

KIND = NoteTypeRow(
    "Basic",
    is_cloze=False,
    fields=(FieldRow("Front", 11), FieldRow("Back", None)),
    templates=(TemplateRow("Card 1", "{{Front}}", "{{Back}}", 13),),
    css=".card {}",
    uuid="a-uuid",
)
ROWS = (
    NoteRow(1, "g1", 7, 0, ("t",), ("one", '<img src="map.png">')),
    NoteRow(2, "g2", 7, 0, (), ("two", "zwei")),
)


def contents(*decks: str) -> Contents:
    return Contents(
        notes=ROWS,
        cards=tuple(CardRow(n, n, n, 0, n) for n in range(1, len(ROWS) + 1)),
        decks={n: DeckRow(name, f"about {name}") for n, name in enumerate(decks, start=1)},
        note_types={7: KIND},
        media=(("_logo.png", "1"), ("map.png", "0")),
    )


def written(folder: Path, value: Any, name: str = "deck.json") -> Path:
    file = folder / name
    file.write_text(json.dumps(value), encoding="utf-8")
    return file


def test_a_deck_comes_back_with_those_below_it(tmp_path: Path) -> None:
    value = crowdanki.dump(contents("AWS::S3", "AWS::S3::Limits"))
    assert (value["name"], [child["name"] for child in value["children"]]) == (
        "AWS::S3",
        ["Limits"],
    )
    assert value["media_files"] == ["_logo.png", "map.png"]
    found = crowdanki.read(written(tmp_path, value))
    assert [(note.guid, note.tags, note.fields) for note in found.notes] == [
        (row.guid, row.tags, row.fields) for row in ROWS
    ]
    decks = [found.decks[card.deck] for card in found.cards]
    assert [deck.name for deck in decks] == ["AWS::S3", "AWS::S3::Limits"]
    assert decks[0].description == "about AWS::S3"
    assert found.note_types == {crowdanki.type_id("a-uuid"): KIND}


def test_the_same_deck_gives_the_same_file() -> None:
    one, other = (json.dumps(crowdanki.dump(contents("A", "A::B"))) for _ in range(2))
    assert one == other


def test_decks_without_one_above_them_do_not_fit() -> None:
    with pytest.raises(UserError, match='"AWS" and "Net" have no deck above them'):
        crowdanki.dump(contents("AWS", "Net"))


@pytest.mark.parametrize("name", ["deck.json", "anything.json"])
def test_a_folder_is_the_deck_in_it(tmp_path: Path, name: str) -> None:
    written(tmp_path, crowdanki.dump(contents("A", "A")), name)
    assert len(foreign.read(tmp_path).notes) == 2


WRONG: list[tuple[Any, str]] = [
    ([], '"__type__" is not "Deck"'),
    ({"__type__": "Deck", "name": "A"}, "'note_models' is missing"),
    ({"__type__": "Deck", "note_models": 1}, "not iterable"),
]


@pytest.mark.parametrize(("value", "why"), WRONG)
def test_what_is_no_deck_is_told(tmp_path: Path, value: Any, why: str) -> None:
    with pytest.raises(UserError, match=why):
        crowdanki.read(written(tmp_path, value))


def test_an_empty_folder_holds_no_deck(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"there is no deck\.json in it"):
        foreign.read(tmp_path)


@pytest.mark.parametrize(
    "name", ["../secret.png", "a/../../secret.png", "..\\secret.png", "gone.png"]
)
def test_media_come_from_the_media_folder_alone(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "deck"
    (folder / "media").mkdir(parents=True)
    (tmp_path / "secret.png").write_text("secret")
    (folder / "secret.png").write_text("secret")
    written(folder, crowdanki.dump(contents("A", "A")))
    with pytest.raises(UserError):
        foreign.extract_media(folder, name, name, tmp_path / "out.png")
    assert not (tmp_path / "out.png").exists()


def test_a_link_out_of_the_media_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    (folder / "media").mkdir(parents=True)
    (tmp_path / "secret.png").write_text("secret")
    (folder / "media" / "map.png").symlink_to(tmp_path / "secret.png")
    written(folder, crowdanki.dump(contents("A", "A")))
    with pytest.raises(UserError, match="does not lie in its media folder"):
        foreign.extract_media(folder, "map.png", "map.png", tmp_path / "out.png")
