"""What a file and the corpus say of themselves."""

from __future__ import annotations

import pytest

from factdeck.corpus import Corpus, File
from factdeck.model import BlockKind, FrontMatter, Source
from factdeck.parse import parse

ENGLISH = "The bucket is in one region, and it has a policy."
GERMAN = "Der Bus ist da, und alle haben ihn nicht genommen."


def file(text: str, lang: str = "", front: str = "", off: bool = False) -> File:
    source = Source("a.md", "a.md", "a.md", text, front=FrontMatter(lang=front, off=off))
    return File(source, parse(source), lang=lang)


LANGUAGES = [
    (ENGLISH, "", "", True),
    (ENGLISH, "en", "", True),
    (ENGLISH, "de", "", False),
    (ENGLISH, "de", "en-GB", True),
    (ENGLISH, "en", "de", False),
    (GERMAN, "", "", False),
    (GERMAN, "en", "", False),  # the language of a deck whose author never set it
    (GERMAN, "", "en", True),
    ("", "", "", True),
]


@pytest.mark.parametrize(("text", "lang", "front", "english"), LANGUAGES)
def test_english(text: str, lang: str, front: str, english: bool) -> None:
    assert file(text, lang, front).english is english


def test_words_of_the_corpus_are_those_of_english_files() -> None:
    corpus = Corpus((file("One bucket"), file("a bucket"), file(GERMAN)))
    assert corpus.words == {"One": 1, "bucket": 2, "a": 1}


def test_a_file_without_document_or_switched_off_has_no_words() -> None:
    source = Source("a.md", "a.md", "a.md", ENGLISH)
    for silent in (File(source), file(ENGLISH, off=True)):
        assert silent.outside_code == silent.prose == ()
        assert not silent.words
        assert silent.lines == (ENGLISH,)


def test_blocks_of_a_kind_in_order_nested_ones_included() -> None:
    headings = file("# One\n\n> ## Two\n\n- item\n\n# Three\n").blocks(BlockKind.HEADING)
    assert [heading.text for heading in headings] == ["One", "Two", "Three"]


def test_known_words_are_known_however_they_are_capitalised() -> None:
    corpus = Corpus((), frozenset({"Fragate"}))
    assert corpus.knows("fragate")
    assert corpus.knows("FRAGATE")
    assert not corpus.knows("fargate")
