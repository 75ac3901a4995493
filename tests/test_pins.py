"""Pins: written by a command, kept as a file, held against the notes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factdeck import cli, schemas
from factdeck.corpus import pins
from factdeck.corpus.pins import Pin
from factdeck.errors import UserError
from linting import findings, read_notes, write_notes

RETENTION = Pin("SQS", "retention", "14 days", "https://example.com/\u201cdocs\u201d")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    written = (Pin('a "b"', "c\\d", "é\n"), RETENTION)
    pins.write(tmp_path, written)
    assert set(pins.read(tmp_path)) == set(written)


def test_a_new_pin_replaces_that_of_the_same_thing() -> None:
    new = Pin("sqs", "Retention", "7 days")
    assert pins.with_pin((RETENTION, Pin("SQS", "size", "1 MB")), new) == (
        Pin("SQS", "size", "1 MB"),
        new,
    )


@pytest.mark.parametrize("text", ["[[pin", "pin = 1", '[[pin]]\nsubject = "a"\n'])
def test_a_damaged_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / pins.FILE).write_text(text)
    with pytest.raises(UserError, match=r"factdeck\.pins\.toml"):
        pins.read(tmp_path)


SILENT = [
    "# SQS\n\n- Message retention: up to 14 days\n",
    "# SQS\n\n- Message retention: 4 days by default\n",
    "# SQS\n\n- Message size: 256 KB\n",
    "# Kinesis\n\n- Data retention: up to 365 days\n",
    "# SQS\n\n- SQS stores messages\n",
]


@pytest.mark.parametrize("notes", SILENT)
def test_what_agrees_or_is_of_something_else_is_silent(tmp_path: Path, notes: str) -> None:
    write_notes(tmp_path, notes)
    pins.write(tmp_path, [RETENTION])
    assert findings("C311", read_notes(tmp_path)) == ()


def test_what_disagrees_names_pin_and_source(tmp_path: Path) -> None:
    write_notes(tmp_path, "# SQS\n\n- Message retention: up to 7 days\n")
    pins.write(tmp_path, [RETENTION])
    (found,) = findings("C311", read_notes(tmp_path))
    assert found.message == (
        'SQS retention: "up to 7 days" here, but it is pinned as "14 days" '
        "(https://example.com/“docs”)"
    )


def test_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_notes(tmp_path, "# SQS\n\n- Message retention: up to 7 days\n", "notes/sqs.md")
    assert cli.main(["pin", "SQS", "retention", "14 days"]) == 0
    assert capsys.readouterr().out == "Pinned in factdeck.pins.toml: SQS, retention: 14 days.\n"
    assert cli.main(["lint", "--select", "C"]) == 1
    assert 'it is pinned as "14 days"' in capsys.readouterr().out
    assert cli.main(["pin", "SQS", " ", "14 days"]) == 2
    assert "attribute of a pin is empty" in capsys.readouterr().err


def test_a_pin_that_is_replaced_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    pins.write(tmp_path, [Pin("SQS", "retention", "14 days", "docs"), Pin("SQS", "size", "1 MB")])
    for value, replaced in (("7 days", ", retention: 14 days (docs)."), ("7 days", "")):
        assert cli.main(["pin", "sqs", "retention", value]) == 0
        told = f"It replaces the pin SQS{replaced}\n" if replaced else ""
        assert capsys.readouterr().out == (
            f"Pinned in factdeck.pins.toml: sqs, retention: {value}.\n{told}"
        )


def test_claims_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_notes(tmp_path, "# SQS\n\n- Message retention: up to 7 days\n", "notes/sqs.md")
    assert cli.main(["claims"]) == 0
    (claim,) = map(json.loads, capsys.readouterr().out.splitlines())
    schemas.validate("claim", claim)
    assert (claim["concept"], claim["bound"], claim["value"]["high"]) == (
        "retention",
        "at most",
        604800,
    )
    assert cli.main(["claims", "--output-format", "text"]) == 0
    assert capsys.readouterr().out == (
        "notes/sqs.md:3: SQS | retention | at most: up to 7 days [quantities]\n"
    )


def test_corpus_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_notes(tmp_path, "# Queues\n\n- Simple Queue Service (SQS)\n", "notes/sqs.md")
    assert cli.main(["corpus", "--output-format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["acronyms"] == {"sqs": {"simple queue service": 1}}
    assert cli.main(["corpus"]) == 0
    assert "SQS = simple queue service (1)" in capsys.readouterr().out
