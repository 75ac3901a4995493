"""What is kept of a look at notes, and that another look finds the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdeck.cache import FOLDER
from factdeck.claims.claim import Measure, Members, Symbol
from factdeck.config import load
from factdeck.corpus import Corpus
from factdeck.run import notes, read_corpus

NOTES = """\
# Elastic Load Balancer (ELB)

There are 4 types of load balancers:

- Application
- Network
- Gateway
- Classic

The idle timeout is 60 seconds.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "n.md").write_text(NOTES, encoding="utf-8")
    return tmp_path


def look(folder: Path, *, compared: bool) -> Corpus:
    return read_corpus(load(folder), [], folder, cached=True, compared=compared)


def test_a_second_look_reads_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = look(folder, compared=True)
    monkeypatch.delattr(notes, "parse")
    monkeypatch.delattr(notes, "evidence")
    second = look(folder, compared=True)
    assert second.files == first.files
    assert second.claims == first.claims
    assert second.knowledge == first.knowledge
    assert {type(claim.value) for claim in second.claims} == {Measure, Members, Symbol}


def test_what_only_a_comparison_needs_waits_for_one(folder: Path) -> None:
    assert look(folder, compared=False).files[0].kept_evidence is None
    compared = look(folder, compared=True).files[0].kept_evidence
    assert compared is not None
    assert look(folder, compared=False).files[0].kept_evidence == compared


def test_claims_from_a_damaged_cache_are_found_anew(folder: Path) -> None:
    first = look(folder, compared=True)
    file = folder / FOLDER / "read.sqlite"
    kept = file.read_bytes()
    assert b"Measure" in kept
    file.write_bytes(kept.replace(b"Measure", b"Members"))
    assert look(folder, compared=True).claims == first.claims
