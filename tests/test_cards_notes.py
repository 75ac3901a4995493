from __future__ import annotations

from pathlib import Path

import pytest

from fact_values import SETTINGS, deck, fact, note
from factdeck.cards import make
from factdeck.cards.media import finder
from factdeck.config import DeckSettings
from factdeck.model import Fact, FactKind, Place, Quantity, Span
from making import source

DEFINITION, PROPERTY, COUNT = FactKind.DEFINITION, FactKind.PROPERTY, FactKind.COUNT
STATEMENT, LIST, QUESTION = FactKind.STATEMENT, FactKind.ENUMERATION, FactKind.QUESTION


def test_context_is_what_the_front_does_not_say() -> None:
    place = Place(parent="Limits:")
    made = note(fact(PROPERTY, "S3", "Size", "5 TB", headings=("AWS & co", "S3"), place=place))
    assert made.context == "AWS &amp; co › Limits"


@pytest.mark.parametrize(
    "made",
    [
        fact(DEFINITION, "AMI", "stands for", "Amazon Machine Image"),
        fact(DEFINITION, "Machine Image", "is", "what a new instance is started from"),
        fact(COUNT, "S", "types", Quantity(2, "types", "Amazon Machine Image")),
        fact(LIST, "S", "Parts", ("Amazon Machine Image", "b")),
        fact(STATEMENT, "S", "", "an instance is started from a **Machine Image** always"),
    ],
)
def test_context_holds_no_answer(made: Fact) -> None:
    headings = ("EC2", "AMI = Amazon Machine Image")
    changed = fact(
        made.kind, made.subject, made.predicate, made.object, text=made.text, headings=headings
    )
    notes = deck(changed).notes
    assert all(note.context == "EC2" for note in notes)


def test_without_headings_the_file_is_the_context() -> None:
    assert note(fact(PROPERTY, "A", "b", "c", headings=())).context == "notes"


def test_source_names_path_and_headings_and_links() -> None:
    span = Span("a b/ü.md", 7)
    plain = note(fact(PROPERTY, "A", "b", "c", span=span, headings=("X", "**Y**")))
    assert plain.source == "a b/ü.md › X › Y"
    url = "https://h/blob/{version}/{path}#L{line}"
    settings = DeckSettings("D", "d", source_url=url)
    linked = note(fact(PROPERTY, "A", "b", "c", span=span, headings=()), settings=settings)
    assert linked.source == ('<a href="https://h/blob/{version}/a%20b/%C3%BC.md#L7">a b/ü.md</a>')
    bad = DeckSettings("D", "d", source_url="javascript:{path}")
    assert "href" not in note(fact(PROPERTY, "A", "b", "c"), settings=bad).source


def test_tags_are_ankis() -> None:
    settings = DeckSettings("D", "d", tags=("aws", "Two words"))
    made = note(fact(PROPERTY, "A", "b", "c", tags=("#z", "AWS", "", "a::b")), settings=settings)
    assert made.tags == ("AWS", "Two-words", "a::b", "z")


def test_deck_of_the_front_matter_goes_first() -> None:
    assert note(fact(PROPERTY, "A", "b", "c")).deck == SETTINGS.name
    assert note(fact(PROPERTY, "A", "b", "c", deck="Other")).deck == "Other"


def test_keys_are_unique() -> None:
    keys = ["k", "k", "k › 2", "k", "j"]
    made = deck(*(fact(PROPERTY, f"A{n}", "b", "c", key=key) for n, key in enumerate(keys)))
    found = [note.key for note in made.notes]
    assert len(set(found)) == len(found)
    assert found[0] == "k"
    assert found[-1] == "j"


def test_media_are_those_of_the_note(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"a")
    found = finder([source("", "notes.md")], tmp_path)
    made = make([fact(QUESTION, "", "What? ![](a.png)", "it")], SETTINGS, found)
    (shown,) = made.notes[0].media
    assert f'src="{shown.name}"' in made.notes[0].front
