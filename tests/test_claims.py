"""What is read of a line: subject, what of it, in what way, how much."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.claims import claims
from factdeck.claims.bounds import bound, conditions, modality, per
from factdeck.claims.claim import Bound, Claim, Modality
from factdeck.claims.concepts import concept
from factdeck.claims.words import content, stem, telling
from linting import read_notes, write_notes


def read(folder: Path, text: str) -> list[Claim]:
    write_notes(folder, text)
    return list(read_notes(folder).claims)


@pytest.mark.parametrize(
    "text",
    [
        "# SQS\n\nExample: a message of 5 KB",
        "# SQS\n\n## Quiz\n\n- Messages are kept for 5 days",
        "# SQS\n\n- How long? 4 days?",
        "# Memory\n\n```\nretention: 5 days\n```",
        "# Memory\n\n- It grows in increments of 10 GB",
        "# CPUs\n\n- A 64-bit processor",
        "# Purchase\n\n- for 1 or 3 years",
        "# Disks\n\n- The durability is of 5 GB and 3 GB respectively",
    ],
)
def test_no_quantity_is_claimed(tmp_path: Path, text: str) -> None:
    assert [each for each in read(tmp_path, text) if each.extractor == "quantities"] == []


QUANTITIES = [
    ("- Messages are kept for up to 7 days", "retention", Bound.AT_MOST, "up to 7 days"),
    ("- Message retention: default 4 days", "retention", Bound.DEFAULT, "4 days"),
    ("- It was 5 GB of storage", "size", Bound.FORMERLY, "5 GB"),
    ("- Storage is at least 10 GB", "size", Bound.AT_LEAST, "at least 10 GB"),
    ("- Latency of about 5 ms", "latency", Bound.ABOUT, "about 5 ms"),
    ("- Up to 72% discount", "discount", Bound.AT_MOST, "Up to 72%"),
    ("- Deleted after a retention of 4 days (default)", "retention", Bound.DEFAULT, "4 days"),
    ("- Storage scales in 10 GB increments to 64 TB", "size", Bound.AT_MOST, "64 TB"),
    ("- Storage as small as 2 GB", "size", Bound.AT_LEAST, "2 GB"),
    ("- Storage as big as 2 TB", "size", Bound.AT_MOST, "2 TB"),
    (
        "- A change of retention can take up to 15 minutes",
        "duration",
        Bound.AT_MOST,
        "up to 15 minutes",
    ),
    ("- Retention is 24 hours (or 1 day)", "retention", Bound.EXACT, "24 hours"),
    ("- EBS guarantees 99.9% (or 3 9s) durability", "durability", Bound.EXACT, "99.9%"),
    ("- The max IOPS is 250", "", Bound.AT_MOST, "250"),
    ("- Snow box (80 TB)", "size", Bound.EXACT, "80 TB"),
]


@pytest.mark.parametrize(("line", "of", "held", "text"), QUANTITIES)
def test_quantity(tmp_path: Path, line: str, of: str, held: Bound, text: str) -> None:
    (claim,) = (c for c in read(tmp_path, f"# SQS\n\n{line}\n") if c.extractor == "quantities")
    assert (claim.concept, claim.bound, claim.value.text) == (of, held, text)
    assert claim.scope[-1] == "notes"


def test_several_claims_to_a_sentence(tmp_path: Path) -> None:
    text = "# SQS\n\n- Retention is 4 days by default, 14 days at most\n"
    found = [(c.bound, c.value.text) for c in read(tmp_path, text) if c.extractor == "quantities"]
    assert [each for each, _ in found] == [Bound.DEFAULT, Bound.AT_MOST]


def test_an_answer_is_read_line_by_line(tmp_path: Path) -> None:
    text = "## What is EBS?\n\n- a disk\n- kept for up to 7 days\n"
    found = {claim.span.line for claim in read(tmp_path, text) if claim.extractor == "quantities"}
    assert found == {4}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", Bound.EXACT),
        ("the default is", "", Bound.DEFAULT),
        ("default, but at most", "", Bound.AT_MOST),
        ("", "by default", Bound.DEFAULT),
        ("a soft limit of", "", Bound.SOFT),
        ("it was", "", Bound.FORMERLY),
    ],
)
def test_bound(before: str, after: str, expected: Bound) -> None:
    assert bound(before, after) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("it is", Modality.IS), ("it must be", Modality.MUST), ("it can be", Modality.MAY)],
)
def test_modality(text: str, expected: Modality) -> None:
    assert modality(text) is expected


def test_per_and_conditions() -> None:
    assert per("100 buckets per account") == "account"
    assert per("a disk in /tmp") == ""
    assert conditions("300 without batching") == ("without batching",)


def test_concept_depends_on_what_is_measured() -> None:
    assert concept(content("stored for"), "seconds") == "retention"
    assert concept(content("storage"), "bytes") == "size"
    assert concept(content("storage"), "percent") == ""


def test_words() -> None:
    assert content("The Messages in a/b Category 6") == (
        "message",
        "b",
        "category",
        "category 6",
    )
    assert stem("retained") == stem("retaining") == stem("retain")
    assert not telling("overview")
    assert telling("retention")


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    content(text)
    bound(text, text)
    conditions(text)


def test_nothing_of_nothing() -> None:
    assert list(claims(())) == []
