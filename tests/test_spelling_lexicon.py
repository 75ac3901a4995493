"""The lexicon knows English, its forms, names and terms, and how common a word is."""

from __future__ import annotations

import pytest

from factdeck.lint import lexicon

RANKS = [
    ("the", 10, 10),
    ("pigeonhole", 20, lexicon.COMMON),
    ("preformed", lexicon.USUAL + 1, lexicon.RARE),
    ("doesn't", 10, lexicon.USUAL),
    ("colour", 10, lexicon.COMMON),
    ("mozambique", lexicon.NAME, lexicon.NAME),
    ("kubernetes", lexicon.NAME, lexicon.PART),
    ("recieve", lexicon.UNKNOWN, lexicon.UNKNOWN),
    ("", lexicon.UNKNOWN, lexicon.UNKNOWN),
]


@pytest.mark.parametrize(("word", "least", "most"), RANKS)
def test_rank(word: str, least: int, most: int) -> None:
    assert least <= lexicon.rank(word) <= most
    assert lexicon.has(word) is (lexicon.rank(word) < lexicon.UNKNOWN)


def test_begins() -> None:
    assert lexicon.begins("pigeonhol")
    assert not lexicon.begins("pidgeo")


@pytest.mark.parametrize(
    "word",
    "hypervisors multithreaded microservices unmanaged reprovision scalability pluggable templated "
    "virtualised containerisation subnetworks autoscales preallocated rebooting".split(),
)
def test_words_made_by_rule_are_known(word: str) -> None:
    assert lexicon.knows(word)


@pytest.mark.parametrize(
    "word", "recieve enviroment seperates accessability runing begining commiting unkown".split()
)
def test_slips_are_not_known(word: str) -> None:
    assert not lexicon.knows(word)


@pytest.mark.parametrize("word", ["crafter", "forecasted", "localist", "templatize", "amygdalae"])
def test_words_with_endings_are_formed(word: str) -> None:
    assert lexicon.is_formed(word)


def test_compounds() -> None:
    assert lexicon.is_compound("headend", lexicon.COMMON)
    assert not lexicon.is_compound("topollogy", lexicon.USUAL)


def test_licences_lie_beside_it() -> None:
    folder = lexicon.WORDS.parent
    assert "Kevin Atkinson" in (folder / "LICENSE-scowl.txt").read_text(encoding="utf-8")
    assert "The MIT License" in (folder / "LICENSE-cspell.txt").read_text(encoding="utf-8")
    assert lexicon.WORDS.stat().st_size < 700_000
