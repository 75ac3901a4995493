"""GUIDs are permanent; times move when content does, and only then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.model import Media, Note, NoteKind
from factdeck.package.identity import Identified, content_hash, identify, identify_all
from factdeck.package.lock import NEXT, Lock
from package_notes import SLUG, note

A = note("a?", "A", key="s3.md › a")
B = note("b?", "B", key="s3.md › b")
C = note("c?", "C", key="s3.md › c")
NOTHING = Lock()


def build(notes: Sequence[Note], lock: Lock = NOTHING, time: int = 1000) -> Identified:
    return identify(notes, lock, SLUG, lambda _: time)


def guids(identified: Identified) -> list[str]:
    return [each.guid for each in identified.notes]


def changes(identified: Identified) -> dict[str, int]:
    names = ("new", "updated", "moved", "retired")
    return {name: len(getattr(identified, name)) for name in names if getattr(identified, name)}


# --- GUIDs -------------------------------------------------------------------------------


def test_a_first_build_gives_every_note_a_guid_of_its_own() -> None:
    first = build([A, B, C])
    assert len(set(guids(first))) == 3
    assert all(guid.isalnum() and guid.islower() for guid in guids(first))
    assert changes(first) == {"new": 3}


def test_a_lost_lock_costs_no_guid_of_an_unmoved_note() -> None:
    assert guids(build([A, B])) == guids(build([replace(B, front="else"), A]))[::-1]


def test_the_same_key_in_another_deck_or_kind_is_another_note() -> None:
    other = identify([A], Lock(), "other", lambda _: 1000)
    cloze = build([replace(A, kind=NoteKind.CLOZE)])
    assert len({*guids(build([A])), *guids(other), *guids(cloze)}) == 3


def test_the_same_notes_again_change_nothing() -> None:
    first = build([A, B, C])
    again = build([C, A, B], first.lock, time=9999)
    assert changes(again) == {}
    assert again.lock == first.lock
    assert set(again.notes) == set(first.notes)


def test_an_edited_note_keeps_its_guid_by_its_key() -> None:
    first = build([A, B])
    second = build([replace(A, back="edited"), B], first.lock)
    assert guids(second) == guids(first)
    assert changes(second) == {"updated": 1}


def test_a_moved_note_keeps_its_guid_by_its_content() -> None:
    first = build([A, B])
    second = build([replace(A, key="ec2.md › a"), B], first.lock)
    assert guids(second) == guids(first)
    assert changes(second) == {"moved": 1}


def test_a_renamed_heading_keeps_the_guids_below_it_by_what_they_ask() -> None:
    first = build([replace(A, context="S3"), replace(B, context="S3")])
    moved = [replace(each, key=f"new › {each.key}", context="Storage") for each in (A, B)]
    second = build(moved, first.lock)
    assert guids(second) == guids(first)
    assert changes(second) == {"updated": 2}


def test_an_inserted_note_shifts_no_guid_of_numbered_keys() -> None:
    def numbered(*fronts: str) -> list[Note]:
        return [note(front, key=f"s3.md › {n}") for n, front in enumerate(fronts, start=1)]

    first = build(numbered("a", "b", "c"))
    second = build(numbered("a", "new", "b", "c"), first.lock)
    assert [guids(second)[n] for n in (0, 2, 3)] == guids(first)
    assert changes(second) == {"new": 1, "moved": 2}


def test_two_notes_that_swap_their_content_swap_their_keys() -> None:
    first = build([A, B])
    swapped = [replace(A, key=B.key), replace(B, key=A.key)]
    assert guids(build(swapped, first.lock)) == guids(first)


def test_equal_notes_keep_their_guids_by_key_then_in_order() -> None:
    twins = [replace(A, key="k › 1"), replace(A, key="k › 2"), replace(A, key="k › 3")]
    first = build(twins)
    second = build([twins[2], replace(A, key="other"), twins[0]], first.lock)
    assert guids(second) == [guids(first)[n] for n in (2, 1, 0)]


def test_a_cloze_is_never_what_was_none() -> None:
    first = build([A])
    second = build([replace(A, kind=NoteKind.CLOZE)])
    assert guids(second) != guids(first)
    second = build([replace(A, kind=NoteKind.CLOZE)], first.lock)
    assert changes(second) == {"new": 1, "retired": 1}


def test_a_removed_note_is_remembered_and_comes_back_as_itself() -> None:
    first = build([A, B])
    without = build([A], first.lock)
    assert changes(without) == {"retired": 1}
    assert [entry.retired for entry in without.lock.entries].count(NEXT) == 1
    assert changes(build([A], without.lock)) == {}
    back = build([A, B], without.lock)
    assert back.lock == first.lock
    assert back.notes == first.notes


def test_a_retired_guid_is_never_given_away() -> None:
    first = build([A])
    gone = build([], first.lock)
    other = build([replace(A, kind=NoteKind.CLOZE)], gone.lock)
    assert len({entry.guid for entry in other.lock.entries}) == 2


def test_a_note_in_the_deck_matches_before_a_retired_one() -> None:
    first = build([A, B])
    without_b = build([A], first.lock)
    edited = build([replace(A, back="edited")], without_b.lock)
    assert guids(edited) == guids(first)[:1]


def test_other_decks_are_left_alone() -> None:
    other = identify([A], Lock(), "other", lambda _: 1000)
    mine = build([B], other.lock)
    assert {entry.deck: entry.retired for entry in mine.lock.entries} == {
        "other": None,
        SLUG: None,
    }


# --- several decks -----------------------------------------------------------------------


def build_all(lock: Lock = NOTHING, **decks: Sequence[Note]) -> dict[str, Identified]:
    found = identify_all(list(decks.items()), lock, lambda _: 1000)
    return dict(zip(decks, found, strict=True))


def test_all_decks_together_are_as_one_after_the_other() -> None:
    one = identify([A, B], Lock(), "one", lambda _: 1000)
    two = identify([A], one.lock, "two", lambda _: 1000)
    both = build_all(one=[A, B], two=[A])
    assert both["one"].notes + both["two"].notes == one.notes + two.notes
    assert both["one"].lock == both["two"].lock == two.lock
    assert [changes(each) for each in both.values()] == [{"new": 2}, {"new": 1}]


def test_a_note_that_goes_to_another_deck_keeps_its_guid() -> None:
    first = build_all(one=[A, B], two=[C])
    there = replace(A, key="two/s3.md › a", deck="Two")
    for moved in (there, replace(there, context="else"), replace(A, deck="Two", back="edited")):
        second = build_all(first["one"].lock, one=[B], two=[C, moved])
        assert guids(second["two"])[1] == guids(first["one"])[0]
        assert changes(second["one"]) == {}
        assert not {"new", "retired"} & changes(second["two"]).keys()
        again = build_all(second["one"].lock, one=[B], two=[C, moved])
        assert again["one"].lock == second["one"].lock
    assert changes(build_all(first["one"].lock, one=[B], two=[C, there])["two"]) == {"moved": 1}


def test_a_note_matches_in_its_own_deck_first() -> None:
    first = build_all(one=[A], two=[replace(A, back="x")])
    second = build_all(first["one"].lock, one=[replace(A, back="x")], two=[A])
    assert [guids(each) for each in second.values()] == [guids(each) for each in first.values()]


def test_a_deck_that_takes_in_another_one_keeps_its_guids() -> None:
    first = build_all(one=[A], two=[B])
    second = build_all(first["one"].lock, one=[A, replace(B, key="one › b")])
    assert guids(second["one"]) == [*guids(first["one"]), *guids(first["two"])]
    assert changes(second["one"]) == {"moved": 1}


def test_a_deck_that_is_not_built_is_left_alone() -> None:
    first = build_all(one=[A], two=[B])
    second = build_all(first["one"].lock, one=[A])
    assert second["one"].lock == first["one"].lock


# --- content and times -------------------------------------------------------------------

PICTURE = Media("map-1.png", "map.png", "0" * 64)

SAME_CONTENT = [
    replace(A, source="elsewhere.md"),
    replace(A, key="other"),
    replace(A, deck="Other"),
    replace(A, tags=("t", "factdeck::changed::1.0.0")),
    replace(A, tags=("t", "t")),
]
OTHER_CONTENT = [
    replace(A, front="x"),
    replace(A, back="x"),
    replace(A, context="x"),
    replace(A, kind=NoteKind.REVERSED),
    replace(A, tags=("t", "u")),
    replace(A, tags=()),
    replace(A, media=(PICTURE,)),
    replace(A, media=(replace(PICTURE, sha256="1" * 64),)),
]


def test_the_content_of_a_note_is_what_a_learner_sees_of_it() -> None:
    tagged = content_hash(replace(A, tags=("t",)))
    assert {content_hash(replace(each, tags=each.tags or ("t",))) for each in SAME_CONTENT} == {
        tagged
    }
    others = {content_hash(each) for each in OTHER_CONTENT}
    assert len(others) == len(OTHER_CONTENT)
    assert tagged not in others


def test_a_new_note_has_the_time_of_the_clock() -> None:
    assert build([A], time=77).notes[0].modified == 77


def test_an_unchanged_note_keeps_its_time_and_its_source() -> None:
    first = build([replace(A, source="s3.md › line 3")], time=1000)
    second = build([replace(A, source="s3.md › line 9")], first.lock, time=5000)
    assert second.notes == first.notes


def test_a_changed_note_is_newer_even_when_the_clock_is_not() -> None:
    first = build([A], time=1000)
    for clock, expected in ((5000, 5000), (1001, 1001), (1000, 1001), (7, 1001)):
        changed = build([replace(A, back="x", source="new")], first.lock, time=clock)
        assert (changed.notes[0].modified, changed.notes[0].note.source) == (expected, "new")


def test_a_note_that_moves_to_another_deck_keeps_its_time() -> None:
    first = build([A])
    moved = build([replace(A, deck="Other")], first.lock, time=5000)
    assert changes(moved) == {"moved": 1}
    assert moved.notes[0].modified == 1000
    assert moved.notes[0].note.deck == "Other"


notes = st.lists(
    st.builds(
        note,
        front=st.sampled_from("ab"),
        back=st.sampled_from("xy"),
        key=st.integers(0, 6).map("k › {}".format),
        context=st.sampled_from(["", "S3"]),
    ),
    unique_by=lambda each: each.key,
    max_size=6,
)


@given(st.lists(notes, min_size=1, max_size=4))
def test_through_any_history_guids_are_unique_and_times_never_go_back(
    history: list[list[Note]],
) -> None:
    lock = Lock()
    times: dict[str, int] = {}
    for present in history:
        built = build(present, lock)
        lock = built.lock
        assert len(set(guids(built))) == len(present)
        assert set(times) <= {entry.guid for entry in lock.entries}
        assert all(times.get(entry.guid, 0) <= entry.modified for entry in lock.entries)
        assert build(present, lock).lock == lock
        times = {entry.guid: entry.modified for entry in lock.entries}


# --- releases ----------------------------------------------------------------------------


def release(notes: Sequence[Note], lock: Lock, version: str) -> Identified:
    return identify(notes, lock, SLUG, lambda _: 1000, version)


def test_a_changed_note_carries_the_version_of_its_change_as_long_as_it_stays() -> None:
    tagged = replace(A, tags=("t",))
    first = release([tagged], Lock(), "1.0.0")
    assert first.notes[0].note.tags == ("t",)
    changed = replace(tagged, back="x")
    assert build([changed], first.lock).notes[0].note.tags == ("t",)
    second = release([changed], first.lock, "1.1.0")
    assert second.notes[0].note.tags == ("factdeck::changed::1.1.0", "t")
    assert release([changed], second.lock, "1.2.0").notes == second.notes


MOVES = [
    # what is different in 1.2.0 from a note that was reworded in 1.1.0, and the tag of that
    ({"deck": "Other"}, "1.1.0"),
    ({"context": "S4"}, "1.1.0"),
    ({"tags": ("t",)}, "1.1.0"),
    ({"key": "other", "source": "other"}, "1.1.0"),
    ({"back": "y"}, "1.2.0"),
    ({"back": "y", "deck": "Other"}, "1.2.0"),
]


@pytest.mark.parametrize(("changed", "version"), MOVES)
def test_a_note_that_only_moves_is_not_tagged_as_changed(
    changed: dict[str, Any], version: str
) -> None:
    def tag(found: Identified) -> list[str]:
        return [tag for tag in found.notes[0].note.tags if tag.startswith("factdeck")]

    first = release([A], Lock(), "1.0.0")
    never = release([replace(A, **changed)], first.lock, "1.1.0")
    assert tag(never) == (["factdeck::changed::1.1.0"] if "back" in changed else [])
    reworded = replace(A, back="x")
    second = release([reworded], first.lock, "1.1.0")
    between = build([replace(reworded, deck="Elsewhere")], second.lock)
    for lock in (second.lock, between.lock):
        third = release([replace(reworded, **changed)], lock, "1.2.0")
        assert tag(third) == [f"factdeck::changed::{version}"]


def test_a_note_that_comes_back_after_a_release_is_new_again() -> None:
    first = release([A, B], Lock(), "1.0.0")
    without = release([A], first.lock, "1.1.0")
    assert without.lock.version(SLUG) == "1.1.0"
    back = build([A, B], without.lock)
    assert guids(back) == guids(first)
    assert back.notes == first.notes
    assert back.lock.version(SLUG) == "1.1.0-dev"
    assert len(back.lock.changes(SLUG, NEXT).new) == 1


def test_a_link_leads_to_the_version_that_changed_the_note() -> None:
    link = '<a href="https://example.org/{}/s3.md">s3.md</a>'
    linked = replace(A, source=link.format("v{version}"))
    assert build([linked]).notes[0].note.source == link.format("HEAD")
    first = release([linked], Lock(), "1.0.0")
    assert first.notes[0].note.source == link.format("v1.0.0")
    assert release([linked], first.lock, "1.1.0").notes == first.notes
