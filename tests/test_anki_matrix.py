"""What becomes of a learner's collection when the notes change, on new and on old Anki.

Each scenario goes the whole way: notes, build, import, study, other notes, build, import.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factdeck.formats import apkg
from factdeck.model import NoteKind
from factdeck.package import notetypes
from learning import DURABLE, LARGE, NOTES, OWNER, World, imported, reviews, world
from real_anki import SOUND, do

__all__ = ["world"]  # the fixture

# --- what an author changes --------------------------------------------------------------

EDITS = {
    "reworded": NOTES.replace(LARGE, "How large can one object be?"),
    "corrected": NOTES.replace("5 TB", "50 TB"),
    "slip mended": NOTES.replace("eleven nines", "eleven nines of them"),
    "heading renamed": NOTES.replace("# Storage", "# Object storage"),
    "reordered": "# Storage\n\n" + "\n\n".join(reversed(NOTES.strip().split("\n\n")[1:])) + "\n",
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_keeps_all_reviews_and_makes_no_note(world: World, edit: str) -> None:
    first = world.build()
    guids = [world.guid(words) for words in (LARGE, DURABLE, OWNER)]
    second = world.build(EDITS[edit])
    *_, before, outcome, after, check = world.learn(
        imported(first),
        *(do("answer", guid=guid) for guid in guids),
        do("dump"),
        imported(second),
        do("dump"),
        do("check"),
    )
    assert "new" not in outcome
    assert "conflicting" not in outcome
    assert set(after["notes"]) == set(before["notes"]) == set(guids)
    cards = [note["cards"] for dump in (before, after) for note in dump["notes"].values()]
    assert cards[:3] == cards[3:]  # reviews, intervals, decks
    assert check == SOUND


def test_a_renamed_file_keeps_all_reviews(world: World) -> None:
    first = world.build(storage=NOTES)
    guid = world.guid(LARGE)
    second = world.build(buckets=NOTES)
    *_, outcome, found = world.learn(
        imported(first), do("answer", guid=guid), imported(second), do("dump")
    )
    assert outcome == {"duplicate": 3}
    assert len(found["notes"]) == 3
    assert reviews(found, guid) == [1]


def test_a_removed_note_stays_and_is_found_by_its_key(world: World) -> None:
    first = world.build()
    gone = world.guid(OWNER)
    second = world.build(NOTES.partition("Q: Who")[0])
    *_, outcome, found, check = world.learn(
        imported(first),
        do("answer", guid=gone),
        imported(second),
        do("search", query=f"Key:{gone}"),
        do("check"),
    )
    assert outcome == {"duplicate": 2}
    assert found == [gone]
    assert check == SOUND


def test_a_note_that_comes_back_has_its_reviews_still(world: World) -> None:
    first = world.build()
    gone = world.guid(OWNER)
    second, third = world.build(NOTES.partition("Q: Who")[0]), world.build()
    assert world.guid(OWNER) == gone
    *_, outcome, found = world.learn(
        imported(first),
        do("answer", guid=gone),
        imported(second),
        imported(third),
        do("dump"),
    )
    assert "new" not in outcome
    assert reviews(found, gone) == [1]


def shown(html: str) -> str:
    return html.partition("</style>")[2]


LIST = "# Ports\n\nKinds of tiers:\n\n- hot\n- warm\n- cold\n"


CLOZE = "# Tiers\n\nThe tiers are ==hot==, ==warm== and ==cold==.\n"


@pytest.mark.parametrize(
    ("old_text", "text", "members"),
    [
        (CLOZE, CLOZE.replace(", ==warm==", ""), {"hot", "cold"}),
        (CLOZE, CLOZE.replace("==hot==", "==new==, ==hot=="), {"hot", "warm", "cold"}),
        (LIST, LIST.replace("- warm\n", ""), {"hot", "cold"}),
        (
            LIST,
            LIST.replace("- warm", "- mild\n- warm"),
            {"hot", "warm", "cold"},
        ),
        (LIST, LIST.replace("- hot\n", ""), {"warm", "cold"}),
    ],
    ids=["marked: removed", "marked: added", "removed", "added", "first removed"],
)
def test_members_of_a_list_keep_their_cards(
    world: World, old_text: str, text: str, members: set[str]
) -> None:
    first = world.build(old_text)
    guid = world.guid("hot")
    second = world.build(text)
    assert world.guid("hot" if "hot" in members else "warm") == guid
    _, before, outcome, after = world.learn(
        imported(first), do("render", guid=guid), imported(second), do("render", guid=guid)
    )
    assert outcome == {"updated": 1}
    old = {card["ordinal"]: hidden(card) for card in before}
    new = {card["ordinal"]: hidden(card) for card in after}
    for ordinal, member in old.items():
        if member in members:
            assert new[ordinal] == member


def test_a_member_that_is_gone_leaves_an_empty_card(world: World) -> None:
    members = "# Teas\n\nThere are three kinds of tea:\n\n- green\n- black\n- white\n"
    first = world.build(members)
    second = world.build(members.replace("three", "two").replace("- black\n", ""))
    *_, check = world.learn(imported(first), do("check"), imported(second), do("check"))
    assert check["empty_cards"] == 1


def hidden(card: dict[str, Any]) -> str:
    """The member that a card of a list hides."""
    answer = shown(card["answer"])
    return answer.partition('class="cloze"')[2].partition(">")[2].partition("<")[0]


def test_media_with_new_bytes_arrive_beside_the_old(world: World) -> None:
    picture = world.author.folder / "notes" / "map.png"
    picture.parent.mkdir()
    text = "# Maps\n\nQ: Where is it?\nA: ![the map](map.png)\n"
    picture.write_bytes(b"\x89PNG one")
    first = world.build(text)
    picture.write_bytes(b"\x89PNG two")
    second = world.build(text)
    *_, outcome, found = world.learn(imported(first), imported(second), do("dump"))
    assert outcome == {"updated": 1}
    (note,) = found["notes"].values()
    (name,) = [name for name in found["media"] if name in note["fields"]["Back"]]
    assert len(found["media"]) == 2
    assert name in [name for name, _ in apkg.read(Path(second)).media]


def test_a_renamed_deck_is_another_deck_to_anki(world: World) -> None:
    first = world.build()
    settings = world.author.folder / "factdeck.toml"
    settings.write_text('[[deck]]\nname = "Renamed"\nslug = "deck"\n', encoding="utf-8")
    second = world.build(NOTES + "\nQ: And what is new?\nA: this\n")
    guid = world.guid(LARGE)
    *_, found = world.learn(imported(first), imported(second), do("dump"))
    assert {card["deck"] for card in found["notes"][guid]["cards"]} == {"Deck"}
    new = found["notes"][world.guid("what is new")]
    assert {card["deck"] for card in new["cards"]} == {"Renamed"}


# --- what a learner has done -------------------------------------------------------------


def test_what_a_learner_did_to_cards_survives_an_update(world: World) -> None:
    first = world.build()
    guid = world.guid(LARGE)
    second = world.build(EDITS["reworded"])
    *_, before, outcome, after = world.learn(
        imported(first),
        do("answer", guid=guid),
        do("flag", guid=guid, number=3),
        do("suspend", guid=guid),
        do("move", guid=guid, deck="Mine"),
        do("dump"),
        imported(second),
        do("dump"),
    )
    assert outcome == {"updated": 1, "duplicate": 2}
    (card,) = after["notes"][guid]["cards"]
    assert [card] == before["notes"][guid]["cards"]
    assert (card["deck"], card["flag"], card["queue"], card["reviews"]) == ("Mine", 3, -1, 1)


def test_tags_and_edits_on_an_unchanged_note_survive(world: World) -> None:
    first = world.build()
    guid = world.guid(DURABLE)
    second = world.build(EDITS["corrected"])
    *_, found = world.learn(
        imported(first),
        do("tag", guid=guid, tag="mine"),
        do("edit", guid=guid, Back="99.999999999 %"),
        imported(second),
        do("dump"),
    )
    note = found["notes"][guid]
    assert note["fields"]["Back"] == "99.999999999 %"
    assert "mine" in note["tags"]


def test_an_update_replaces_tags_and_edits(world: World) -> None:
    first = world.build()
    guid = world.guid(LARGE)
    second = world.build(EDITS["corrected"])
    *_, outcome, found = world.learn(
        imported(first),
        do("tag", guid=guid, tag="mine"),
        do("edit", guid=guid, Back="large"),
        do("touch", guid=guid, time=1_700_000_500),  # before the author's change
        imported(second),
        do("dump"),
    )
    assert outcome == {"updated": 1, "duplicate": 2}
    assert "50" in found["notes"][guid]["fields"]["Back"]
    assert "mine" not in found["notes"][guid]["tags"]


def test_a_note_that_the_learner_changed_later_is_left_alone_until_the_next_change(
    world: World,
) -> None:
    first = world.build()
    guid = world.guid(LARGE)
    second = world.build(EDITS["corrected"])
    third = world.build(NOTES.replace("5 TB", "60 TB"))
    *_, ignored, outcome, found = world.learn(
        imported(first),
        do("edit", guid=guid, Back="large"),
        do("touch", guid=guid, time=1_700_001_500),  # between the second and the third
        imported(second),
        imported(third),
        do("dump"),
    )
    assert "updated" not in ignored
    assert outcome["updated"] == 1
    assert "60" in found["notes"][guid]["fields"]["Back"]


ALWAYS = 1


def test_an_equal_time_updates_nothing_even_if_always(world: World) -> None:
    first = world.build()
    guid = world.guid(LARGE)
    _, _, _, outcome, found = world.learn(
        imported(first),
        do("edit", guid=guid, Back="mine"),
        do("touch", guid=guid, time=1_700_000_000),
        imported(first, update_notes=ALWAYS),
        do("dump"),
    )
    assert "updated" not in outcome
    assert found["notes"][guid]["fields"]["Back"] == "mine"


def test_a_deleted_note_comes_back_as_a_new_one(world: World) -> None:
    first = world.build()
    guid = world.guid(LARGE)
    _, _, _, outcome, found = world.learn(
        imported(first),
        do("answer", guid=guid),
        do("delete", guid=guid),
        imported(world.build(EDITS["corrected"])),
        do("dump"),
    )
    assert outcome == {"new": 1, "duplicate": 2}
    assert reviews(found, guid) == [0]


def test_a_deck_that_the_learner_renamed_keeps_its_cards(world: World) -> None:
    first = world.build()
    second = world.build(EDITS["corrected"] + "\nQ: And what is new?\nA: this\n")
    *_, found = world.learn(
        imported(first),
        do("rename_deck", deck="Deck", new="My deck"),
        imported(second),
        do("dump"),
    )
    decks = {note["cards"][0]["deck"] for note in found["notes"].values()}
    old = found["notes"][world.guid(DURABLE)]["cards"][0]["deck"]
    assert old == "My deck"
    assert decks == {"My deck", "Deck"}


def test_a_note_type_that_the_learner_renamed_is_still_ours(world: World) -> None:
    first = world.build()
    second = world.build(EDITS["corrected"])
    _, _, outcome = world.learn(
        imported(first),
        do("rename_note_type", note_type="factdeck Basic", new="Mine"),
        imported(second),
    )
    assert outcome == {"updated": 1, "duplicate": 2}


def test_a_field_that_the_learner_added_stops_updates(world: World) -> None:
    """Which is why fields of ours are in reserve: only the learner can bring this about."""
    first = world.build()
    guid = world.guid(LARGE)
    second = world.build(EDITS["corrected"])
    *_, outcome, found = world.learn(
        imported(first),
        do("answer", guid=guid),
        do("add_field", note_type="factdeck Basic", field="Mnemonic"),
        imported(second),
        do("dump"),
    )
    assert outcome == {"conflicting": 3}
    assert reviews(found, guid) == [1]


# --- the note types of a later factdeck --------------------------------------------------


def later_note_types() -> dict[NoteKind, notetypes.NoteType]:
    """Our note types with a reserve field in use."""

    def use(kind: notetypes.NoteType) -> notetypes.NoteType:
        return replace(kind, fields=tuple(f.replace("Reserve1", "Hint") for f in kind.fields))

    return {kind: use(note_type) for kind, note_type in notetypes.NOTE_TYPES.items()}


def test_a_reserve_field_can_be_renamed_and_used(world: World) -> None:
    first = world.build()
    guid = world.guid(LARGE)
    patch = world.monkeypatch
    patch.setattr("factdeck.package.collection.NOTE_TYPES", later_note_types())
    patch.setattr("factdeck.package.collection.MODIFIED", notetypes.MODIFIED + 1)
    second = world.build(EDITS["corrected"])
    *_, outcome, found, check = world.learn(
        imported(first), do("answer", guid=guid), imported(second), do("dump"), do("check")
    )
    assert outcome == {"updated": 1, "duplicate": 2}
    assert "Hint" in found["notes"][guid]["fields"]
    assert reviews(found, guid) == [1]
    assert check == SOUND


def test_all_notes_of_a_package_have_different_guids(world: World) -> None:
    guids: Sequence[str] = [note.guid for note in apkg.read(Path(world.build())).notes]
    assert len(set(guids)) == len(guids) == 3
