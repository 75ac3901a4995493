"""What the fields of a foreign note are, and which files they go to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factdeck.formats.deck import (
    CardRow,
    Contents,
    DeckRow,
    FieldRow,
    NoteRow,
    NoteTypeRow,
    TemplateRow,
)
from factdeck.model import NoteKind
from factdeck.release.adopting.notes import file_names, media_names
from factdeck.release.adopting.roles import apart, common_deck, roles

BASIC, REVERSED, CLOZE = NoteKind.BASIC, NoteKind.REVERSED, NoteKind.CLOZE
ANSWER = "{{FrontSide}}<hr>{{%s}}"


def contents(
    fields: tuple[str, ...],
    *templates: tuple[str, str],
    is_cloze: bool = False,
    cards: tuple[tuple[int, int], ...] = ((0, 1),),
) -> Contents:
    """One note with fields F0, F1, …; cards are pairs of template and deck."""
    names = tuple(FieldRow(f"F{at}") for at in range(len(fields)))
    sides = tuple(TemplateRow(f"Card {n}", *each) for n, each in enumerate(templates, start=1))
    return Contents(
        notes=(NoteRow(1, "g", 7, 0, (), fields),),
        cards=tuple(CardRow(n, 1, deck, at, n) for n, (at, deck) in enumerate(cards, start=1)),
        decks={1: DeckRow("A"), 2: DeckRow("A:: ::B")},
        note_types={7: NoteTypeRow("T", is_cloze, names, sides)},
    )


FORWARD = ("{{F0}}", ANSWER % "F1")
BACKWARD = ("{{F1}}", ANSWER % "F0")

ROLES = [
    (contents(("q", "a"), FORWARD), BASIC, (0, 1)),
    (contents(("q", "a"), ("{{F1}}", "{{F0}}")), BASIC, (1, 0)),
    (contents(("q", "a", "x"), ("{{F2}} {{F0}}", "{{F1}}")), BASIC, (0, 1)),
    (contents(("", "a", "q"), ("{{F0}}{{F2}}", "{{F1}}")), BASIC, (2, 1)),
    (contents(("q", "a"), ("{{#F1}}{{F0}}{{/F1}}", "{{F0}} {{type:F1}}")), BASIC, (0, 1)),
    (contents(("q", "a"), ("{{F0}} {{type:F1}}", "{{F0}} {{type:F1}}")), BASIC, (0, 1)),
    (contents(("q", "a"), FORWARD, BACKWARD, cards=((0, 1), (1, 1))), REVERSED, (0, 1)),
    (contents(("q", "a"), FORWARD, BACKWARD), BASIC, (0, 1)),  # Anki made no second card
    (contents(("q", "a"), FORWARD, FORWARD, cards=((0, 1), (1, 1))), BASIC, (0, 1)),
    (contents(("x", "{{c1::y}}"), ("{{cloze:F1}}", "{{cloze:F1}}"), is_cloze=True), CLOZE, (1,)),
    (contents(("q", "", "a")), BASIC, (0, 2)),  # of text
]

LEFT_OUT = [
    (contents(("q", "a"), FORWARD, cards=()), "it has no card"),
    (contents(("q", "&nbsp;<br>"), FORWARD), "no field with words stands in its answer"),
    (contents(("", "a"), FORWARD), "no field with words stands in its question"),
    (contents(("q", "a"), ("{{F0}}", "{{FrontSide}}")), "no field with words stands in its answer"),
    (contents(("x", ""), ("{{cloze:F0}}", "{{F1}}"), is_cloze=True), "no field that it asks has"),
    (contents(("q", "a"), FORWARD, cards=((4, 1),)), "its cards have no template"),
    (contents(("q", "a", "b")), "3 fields have words"),
]


@pytest.mark.parametrize(("deck", "kind", "sides"), ROLES)
def test_question_and_answer_are_found(
    deck: Contents, kind: NoteKind, sides: tuple[int, ...]
) -> None:
    (adoptee,), left_out = roles(deck)
    assert (adoptee.kind, adoptee.sides, left_out) == (kind, sides, ())


@pytest.mark.parametrize(("deck", "why"), LEFT_OUT)
def test_a_note_without_them_is_left_out(deck: Contents, why: str) -> None:
    adoptees, (left_out,) = roles(deck)
    assert (adoptees, left_out.guid) == ((), "g")
    assert left_out.why.startswith(why)


def test_tags_that_anki_keeps_for_itself_stay_with_the_learner() -> None:
    deck = contents(("q", "a"), FORWARD)
    note = deck.notes[0]._replace(tags=("aws", "leech", "Marked", "leeches"))
    ((adoptee,), _) = roles(replace(deck, notes=(note,)))
    assert adoptee.note.tags == ("aws", "leeches")


def test_cards_in_several_decks_come_to_that_of_the_first() -> None:
    deck = contents(("q", "a"), FORWARD, BACKWARD, cards=((0, 2), (1, 1)))
    assert roles(deck)[0][0].deck == "A::blank::B"
    assert apart(deck) == 1


COMMON = [
    (["A"], "A"),
    (["A::B", "A::C"], "A"),
    (["A::B::C", "A::B"], "A::B"),
    (["A::B", "Z", "Z::Y"], "Z"),
]


@pytest.mark.parametrize(("decks", "name"), COMMON)
def test_the_deck_above_all(decks: list[str], name: str) -> None:
    assert common_deck(decks) == name


def test_files_have_names_for_every_system() -> None:
    decks = ["A::B", "A B", "CON", "../../etc", "日本語", "x" * 300]
    names = list(file_names(decks).values())
    assert names[:4] == ["a-b.md", "a-b-2.md", "deck-con.md", "etc.md"]
    assert len(set(names)) == len(decks)
    assert max(map(len, names)) < 100


def test_media_have_plain_names() -> None:
    names = ["../../a.png", "a?.png", "A-.png", "nul.png", "ok 1.png", ".."]
    assert list(media_names(names).values()) == [
        *("-..-a.png", "a-.png", "A--2.png", "nul-.png", "ok 1.png", "media"),
    ]
