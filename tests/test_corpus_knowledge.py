"""What the notes say about their own names."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdeck.corpus.aliases import Aliases
from factdeck.corpus.knowledge import Knowledge
from linting import read_notes, write_notes

NOTES = """\
# Queues

- Amazon Simple Queue Service (SQS) holds messages.
- We use Kinesis, and Kinesis uses shards.
- We store some data with Amazon Aurora, more of it with Amazon Redshift or Amazon Neptune.
- Then Aurora, Redshift and Neptune read data.
"""


@pytest.fixture
def known(tmp_path: Path) -> Knowledge:
    write_notes(tmp_path, NOTES)
    return read_notes(tmp_path).knowledge


@pytest.mark.parametrize("word", ["shard", "message", "the", "7", "data"])
def test_no_name(known: Knowledge, word: str) -> None:
    assert not known.is_name(word)


@pytest.mark.parametrize("word", ["sqs", "kinesis", "aurora", "category 6"])
def test_name(known: Knowledge, word: str) -> None:
    assert known.is_name(word)


def test_words_that_have_an_acronym_are_it(known: Knowledge) -> None:
    assert known.names(("simple", "queue", "service")) == {"sqs"}
    assert {"queue", "sqs"} <= known.known(("sqs",))
    assert "sqs" in known.known(("simple", "queue", "service"))


def test_a_name_before_many_names_is_a_prefix(known: Knowledge) -> None:
    assert "amazon" in known.prefixes
    assert known.prefixed(("amazon", "aurora")) == {"amazon"}


def test_knowledge_is_that_of_all_files(tmp_path: Path) -> None:
    write_notes(tmp_path, "--- a.md\nWe use Kinesis.\n--- b.md\nThey use kinesis and kinesis.\n")
    assert not read_notes(tmp_path).knowledge.is_name("kinesis")


def test_the_longest_alias_is_found() -> None:
    aliases = Aliases()
    aliases.add(("load", "balancer"), "lb")
    aliases.add(("application", "load", "balancer"), "alb")
    words = ("an", "application", "load", "balancer", "or", "load", "balancer")
    assert list(aliases.found(words)) == [(1, 4, "alb"), (5, 7, "lb")]


TOPICS = [
    ("a.md", "# Aurora vs Borealis\n\n- aurora is seen in the north", "aurora", False),
    ("a.md", "# Pricing\n\n- x of y", "pricing", False),
    ("a.md", "# Big Blue Ocean Tides\n\n- x of y", "tide", False),
    ("a.md", "# Aurora\n\n- the aurora is an aurora", "aurora", False),
    ("a.md", "# Aurora\n\n- x of y", "aurora", True),
    ("aurora.md", "- x of y", "aurora", True),
]


@pytest.mark.parametrize(("path", "text", "word", "is_name"), TOPICS)
def test_what_a_file_is_about_is_a_name(
    tmp_path: Path, path: str, text: str, word: str, is_name: bool
) -> None:
    write_notes(tmp_path, text, path)
    assert read_notes(tmp_path).knowledge.is_name(word) is is_name


INITIALS = [
    ("# Simple Queue Service\n\n- A queue", False),  # nobody writes SQS
    ("# simple queue service\n\n- SQS is a queue", False),
    ("# Simple Queue Service\n\n# Small Query Set\n\n- SQS is one", False),
    ("# Simple Queue Service\n\n- The Secure Quick Sale (SQS)", False),
    ("# Amazon Simple Queue Service\n\n- The SQS is a queue", True),
]


@pytest.mark.parametrize(("text", "known_"), INITIALS)
def test_a_heading_stands_for_the_acronym_that_it_spells(
    tmp_path: Path, text: str, known_: bool
) -> None:
    write_notes(tmp_path, text)
    names = read_notes(tmp_path).knowledge.canonical(("simple", "queue", "service"))
    assert (names == ("sqs",)) is known_
