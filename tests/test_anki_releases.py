"""What becomes of a learner's collection from release to release, on new and on old Anki."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest

from factdeck.config import load
from factdeck.model import Severity
from factdeck.package.diff import Diff
from factdeck.release import retired
from factdeck.run.diffing import diff
from factdeck.run.releasing import Released, Wish, release
from learning import LARGE, NOTES, OWNER, World, imported, world
from real_anki import SOUND, do
from test_anki_matrix import EDITS

__all__ = ["world"]  # a fixture

AUTOMATIC = Wish()
FEWER = NOTES.partition("Q: Who")[0]
MORE = NOTES + "\nQ: And what is new?\nA: this\n"
RENAMED = '[[deck]]\nname = "Renamed"\nslug = "deck"\n'

ALWAYS = 1
"""The number of that choice of *Update notes* in Anki."""


def write(world: World, text: str, settings: str = "") -> Path:
    """The notes ``text`` in the author's folder, at a later time than what was there."""
    folder = world.author.folder
    (folder / "notes").mkdir(exist_ok=True)
    (folder / "notes" / "storage.md").write_text(text, encoding="utf-8")
    if settings:
        (folder / "factdeck.toml").write_text(settings, encoding="utf-8")
    world.monkeypatch.setenv("SOURCE_DATE_EPOCH", str(world.author.time))
    world.author.time += 1000
    return folder


def released(world: World, text: str, settings: str = "", wish: Wish = AUTOMATIC) -> str:
    """The file of the release of the notes ``text``."""
    folder = write(world, text, settings)
    made: Released = release(load(folder), folder, folder / "dist", wish, cached=False)
    assert [each for each in made.refused if each.severity is Severity.ERROR] == []
    return str(folder / "dist" / made.built[0].file)


def test_a_changed_note_is_found_by_its_tag(world: World) -> None:
    first = released(world, NOTES)
    guid = world.guid(LARGE)
    second = released(world, EDITS["corrected"])
    *_, outcome, found, others = world.learn(
        imported(first),
        imported(second),
        do("search", query="tag:factdeck::changed::1.0.1"),
        do("search", query="tag:factdeck::changed"),
    )
    assert outcome == {"updated": 1, "duplicate": 2}
    assert found == others == [guid]


def test_a_change_from_before_the_last_import_arrives(world: World) -> None:
    world.author.time = int(time.time()) - 5000
    first = released(world, NOTES)
    second = released(world, EDITS["corrected"])
    world.build(EDITS["corrected"].replace("50 TB", "60 TB"))
    world.author.time += 10_000  # the learner imports the second version before the third is made
    third = released(world, EDITS["corrected"].replace("50 TB", "60 TB") + "\nQ: New?\nA: this\n")
    *_, outcome, after = world.learn(imported(first), imported(second), imported(third), do("dump"))
    assert (outcome["new"], outcome["updated"]) == (1, 1)
    assert after["notes"][world.guid(LARGE)]["fields"]["Back"] == "60 TB"


def test_an_import_after_the_next_change_counts_as_a_touch_in_old_anki(world: World) -> None:
    first = released(world, NOTES)  # long before the learner imports any of the three
    second = released(world, EDITS["corrected"])
    third = released(world, EDITS["corrected"].replace("50 TB", "60 TB"))
    *_, outcome, again = world.learn(
        imported(first), imported(second), imported(third), imported(third, update_notes=ALWAYS)
    )
    assert (outcome.get("updated", 0), again.get("updated", 0)) == (
        (0, 1) if world.version == "24.11" else (1, 0)
    )


def test_the_search_of_the_changelog_finds_what_is_retired(world: World) -> None:
    first = released(world, NOTES)
    gone = world.guid(OWNER)
    second = released(world, FEWER)
    changelog = (world.author.folder / "CHANGELOG.md").read_text("utf-8")
    (query,) = re.findall(r"```\n(.+)\n```", changelog)
    *_, found = world.learn(imported(first), imported(second), do("search", query=query))
    assert found == [gone]


def test_a_search_for_as_many_notes_as_one_asks_for_is_taken(world: World) -> None:
    first = released(world, NOTES)
    guids = [world.guid(OWNER), *(f"guid{number:09}" for number in range(99))]
    (query,) = retired.searches(guids)
    _, found = world.learn(imported(first), do("search", query=query))
    assert found == [world.guid(OWNER)]


def test_the_retired_package_tags_what_is_gone_and_nothing_else(world: World) -> None:
    first = released(world, NOTES)
    gone, living = world.guid(OWNER), world.guid(LARGE)
    second = released(world, FEWER, wish=Wish(retired_package=True))
    package = str(Path(second).with_name("deck-retired-2.0.0.apkg"))
    *_, before, outcome, after, found, check = world.learn(
        imported(first),
        do("answer", guid=gone),
        do("tag", guid=living, tag="mine"),
        imported(second),
        do("dump"),
        imported(package),
        do("dump"),
        do("search", query=f"tag:{retired.TAG}::2.0.0"),
        do("check"),
    )
    assert outcome == {"updated": 1}
    assert found == [gone]
    assert after["notes"][gone]["fields"] == before["notes"][gone]["fields"]
    assert after["notes"][gone]["cards"] == before["notes"][gone]["cards"]
    assert "mine" in after["notes"][living]["tags"]
    assert without(after, gone) == without(before, gone)
    assert check == SOUND


def without(dump: dict[str, Any], guid: str) -> dict[str, Any]:
    return {key: note for key, note in dump["notes"].items() if key != guid}


# --- what a diff announces ---------------------------------------------------------------

STEPS = {
    "reworded": (EDITS["reworded"], ""),
    "corrected": (EDITS["corrected"], ""),
    "slip mended": (EDITS["slip mended"], ""),
    "heading renamed": (EDITS["heading renamed"], ""),
    "reordered": (EDITS["reordered"], ""),
    "new": (MORE, ""),
    "retired": (FEWER, ""),
    "retired, new and corrected": (FEWER.replace("5 TB", "50 TB") + "\nQ: New?\nA: this\n", ""),
    "deck renamed": (MORE, RENAMED),
    "moved": ("---\ndeck: Moved\n---\n\n" + NOTES, ""),
    "tagged": (NOTES, '[[deck]]\nname = "Deck"\nslug = "deck"\ntags = ["exam"]\n'),
    "nothing": (NOTES, ""),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_diff_announces_what_an_import_of_the_release_does(world: World, step: str) -> None:
    first = released(world, NOTES)
    folder = write(world, *STEPS[step])
    (_, told), (_, compared) = (
        diff(load(folder), folder, against, cached=False)[0] for against in ("", "1.0.0")
    )
    assert groups(told) == groups(compared)
    second = released(world, *STEPS[step])
    *_, before, outcome, after = world.learn(
        imported(first), do("dump"), imported(second), do("dump")
    )
    assert outcome.get("new", 0) == len(told.new)
    assert outcome.get("updated", 0) == len(told.updated)
    assert "conflicting" not in outcome
    assert set(after["notes"]) - set(before["notes"]) == {each.guid for each in told.new}
    for change in told.moved:
        decks = {card["deck"] for card in after["notes"][change.guid]["cards"]}
        assert decks == {change.was_in} != {change.deck}
    for change in told.retired:
        assert after["notes"][change.guid] == before["notes"][change.guid]


def groups(told: Diff) -> dict[str, set[str]]:
    names = ("new", "updated", "moved", "retired", "ignored", "conflicting")
    return {name: {each.guid for each in getattr(told, name)} for name in names}


@pytest.mark.parametrize("legacy", [True, False], ids=["anki21", "anki21b"])
def test_a_package_that_anki_wrote_is_compared_as_ours_is(world: World, legacy: bool) -> None:
    first = released(world, NOTES)
    folder = world.author.folder
    deck, collection = folder / "exported.apkg", folder / "exported.colpkg"
    world.learn(
        imported(first),
        do("export", file=str(deck), legacy=legacy),
        do("export_collection", file=str(collection), legacy=legacy),
    )
    write(world, FEWER.replace("5 TB", "50 TB"))
    ((_, wanted),) = diff(load(folder), folder, "1.0.0", cached=False)
    for file in (deck, collection):
        ((_, told),) = diff(load(folder), folder, file.name, cached=False)
        assert (told.retired, told.updated) == (wanted.retired, wanted.updated)
        assert told.note_types == ()
