"""A card of a cloze note keeps its number, and so its history, as long as its deletion lives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.cards import cloze
from factdeck.model import Note, NoteKind
from factdeck.package.identity import Identified, identify
from factdeck.package.lock import Lock
from package_notes import SLUG, note


def listed(*members: str, heading: str = "Storage classes") -> Note:
    items = "".join(f"<li>{{{{c{n}::{text}}}}}</li>" for n, text in enumerate(members, 1))
    return cloze_note(f"{heading}<ul>{items}</ul>")


def cloze_note(front: str, key: str = "s3.md › S3 › classes") -> Note:
    return note(front, "", NoteKind.CLOZE, key=key, ordinals=cloze.ordinals(front))


def build(present: Note, lock: Lock | None = None) -> Identified:
    return identify([present], lock or Lock(), SLUG, lambda _: 1000)


def cards(identified: Identified) -> dict[int, str]:
    """The text of each card by its number."""
    (shipped,) = identified.notes
    assert shipped.note.ordinals == cloze.ordinals(shipped.note.front)
    return dict(sorted(cloze.deletions(shipped.note.front).items()))


HISTORIES = {
    "nothing happens": (
        [listed("Standard", "Cold")],
        {1: "Standard", 2: "Cold"},
    ),
    "a member in the middle goes": (
        [listed("Standard", "Cold", "Frozen"), listed("Standard", "Frozen")],
        {1: "Standard", 3: "Frozen"},
    ),
    "a member in front comes": (
        [listed("Standard", "Cold"), listed("Express", "Standard", "Cold")],
        {1: "Standard", 2: "Cold", 3: "Express"},
    ),
    "one goes, another one comes": (
        [listed("Standard", "Cold", "Frozen"), listed("Standard", "Express", "Frozen")],
        {1: "Standard", 3: "Frozen", 4: "Express"},
    ),
    "one goes and comes back": (
        [
            listed("A class", "B class", "C class"),
            listed("A class", "C class"),
            listed("B class", "A class"),
        ],
        {1: "A class", 2: "B class"},
    ),
    "two swap": (
        [listed("Standard", "Cold"), listed("Cold", "Standard")],
        {1: "Standard", 2: "Cold"},
    ),
    "a slip is mended": (
        [listed("Standrad", "Cold", "Frozen"), listed("Frozen", "Standard")],
        {1: "Standard", 3: "Frozen"},
    ),
    "a member says more": (
        [listed("Take a snapshot", "Copy it"), listed("Copy it", "Take a snapshot of the volume")],
        {1: "Take a snapshot of the volume", 2: "Copy it"},
    ),
    "a name that only begins alike is another member": (
        [listed("S3", "EFS"), listed("S3 Glacier", "EFS")],
        {2: "EFS", 3: "S3 Glacier"},
    ),
    "a number makes another member": (
        [listed("RAID 0", "RAID 5"), listed("RAID 1", "RAID 5")],
        {2: "RAID 5", 3: "RAID 1"},
    ),
    "the one answer of a sentence is another one now": (
        [
            cloze_note("A function runs for at most {{c1::5 minutes}} without a break"),
            cloze_note("A function runs for at most {{c1::15 minutes}} without any break"),
        ],
        {1: "15 minutes"},
    ),
    "a second term of a sentence is asked": (
        [
            cloze_note("The array is split and {{c1::mirrored}} at once"),
            cloze_note("The array is {{c1::split}} and {{c2::mirrored}} at once"),
        ],
        {1: "mirrored", 2: "split"},
    ),
    "the author numbers anew": (
        [
            cloze_note("{{c1::Oxygen}} feeds {{c2::fire}}, as {{c1::air}} does"),
            cloze_note("{{c2::Oxygen}} feeds {{c1::fire}}, as {{c2::air}} does"),
        ],
        {1: "Oxygen air", 2: "fire"},
    ),
    "the author left out a number": (
        [
            cloze_note("{{c2::Salt}} and {{c4::water}}"),
            cloze_note("{{c1::Salt}} and {{c2::water}}"),
        ],
        {2: "Salt", 4: "water"},
    ),
    "a hint comes": (
        [
            cloze_note("{{c1::Salt}} and {{c2::water}}"),
            cloze_note("{{c1::water::wet}} and {{c2::Salt}}"),
        ],
        {1: "Salt", 2: "water::wet"},
    ),
    "a number that makes no card stays as it is": (
        [
            cloze_note("{{c1::Salt}} and {{c2::water}}"),
            cloze_note("{{c0::water}} and {{c1::Salt}}"),
        ],
        {0: "water", 1: "Salt"},
    ),
}


@pytest.mark.parametrize("name", HISTORIES)
def test_a_deletion_keeps_its_number(name: str) -> None:
    history, expected = HISTORIES[name]
    lock = Lock()
    for present in history:
        built = build(present, lock)
        lock = built.lock
    assert cards(built) == expected
    assert len(lock.entries) == 1
    assert build(history[-1], lock).lock == lock


def test_numbers_are_no_content() -> None:
    first = build(cloze_note("{{c1::Salt}} and {{c2::water}}"))
    second = build(cloze_note("{{c2::Salt}} and {{c1::water}}"), first.lock)
    assert second.updated == ()
    assert second.notes == first.notes


def test_a_number_of_a_member_that_is_gone_is_given_to_no_other() -> None:
    lock = Lock()
    for present in (["One", "Two"], ["Two", "Three"], ["Three", "Four"]):
        built = build(listed(*present), lock)
        lock = built.lock
    assert cards(built) == {3: "Three", 4: "Four"}
    assert lock.entries[0].former == ((1, "One"), (2, "Two"))


def test_when_anki_has_no_more_numbers_the_oldest_are_forgotten() -> None:
    front = " ".join(f"{{{{c{n}::{n}a}}}}" for n in range(1, 501))
    first = build(cloze_note(f"A long list: {front}"))
    more = front.replace("{{c1::1a}}", "{{c1::zero}}")
    second = build(cloze_note(f"A long list: {more}"), first.lock)
    assert max(cards(second)) == 500
    assert cards(second)[1] == "zero"


members = st.lists(
    st.sampled_from("alpha beta gamma delta epsilon zeta".split()), unique=True, min_size=2
)


@given(st.lists(members, min_size=2, max_size=6))
def test_through_any_history_a_number_means_one_member(history: list[list[str]]) -> None:
    lock, meant = Lock(), dict[int, str]()
    for present in history:
        built = build(listed(*present), lock)
        lock = built.lock
        for number, text in cards(built).items():
            assert meant.setdefault(number, text) == text
        assert sorted(cards(built).values()) == sorted(present)


@given(members)
def test_what_is_renumbered_is_otherwise_the_same(present: list[str]) -> None:
    front = listed(*present).front
    numbers = {n: 10 + n for n in range(1, 10)}
    changed = cloze.renumber(front, numbers)
    assert re.sub(r"c\d+::", "", changed) == re.sub(r"c\d+::", "", front)
    assert list(cloze.deletions(changed)) == [10 + n for n in cloze.deletions(front)]
    assert list(cloze.deletions(changed).values()) == list(cloze.deletions(front).values())


@pytest.mark.parametrize(
    ("html", "deletions"),
    [
        ("no cloze", {}),
        ("{{c1::open", {}),
        ("{{c2::b}} {{c1::a}}", {2: "b", 1: "a"}),
        ("{{c1::a}} {{c1::b}}", {1: "a b"}),
        ("{{c1::a {{c2::b}}}}", {1: "a {{c2::b}}", 2: "b"}),
        ("{{c1,2::a}}", {1: "a", 2: "a"}),
    ],
)
def test_deletions_by_number(html: str, deletions: dict[int, str]) -> None:
    assert cloze.deletions(html) == deletions
    assert list(cloze.deletions(html)) == list(deletions)
