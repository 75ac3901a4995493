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
