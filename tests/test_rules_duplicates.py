"""Duplicates in notes as people write them: what stays silent, then what speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdeck.model import Finding
from linting import findings, read_notes, write_notes

CODES = ("D101", "D102", "D103", "D104")

SILENT = {
    "one line under two things": """\
--- a.md
## Mail Relay
- Supports shared, dedicated or customer addresses
## Push Relay
- Supports shared, dedicated or customer addresses
""",
    "a label under two things": """\
--- a.md
# Mail Relay
## Limits
- Five hundred requests a second
# Push Relay
## Limits
- Five hundred requests a second
--- b.md
# Name Server
## Limits
- Five hundred requests a second
""",
    "one line under two items of a list": """\
--- a.md
## Mail Relay Endpoints
- Inside the Network
    - Has a static address of its own
- On the Internet
    - Has a static address of its own
""",
    "siblings of one list": """\
--- a.md
## Mail Relay
- Sends reports about messages to the hosts of Saturn
- Sends reports about messages to all the hosts of Saturn
""",
    "a summary of its own source": """\
--- a.md
## Mail Relay
- Supports shared, dedicated or customer addresses
## Summary
### Mail Relay
- Supports shared, dedicated or customer addresses
""",
    "another number, name or order": """\
--- a.md
## Mail Relay
- Stores up to 5 messages for each address
- Forwards all messages from Saturn to Venus
--- b.md
## Mail Relay
- Stores up to 15 messages for each address
- Forwards all messages from Venus to Saturn
""",
    "an opposite, though nearly the same word": """\
--- a.md
## Mail Relay
- Customers enable delivery of reports by default
- Messages go in through the shared address
--- b.md
## Mail Relay
- Customers unable delivery of reports by default
- Messages go out through the shared address
""",
    "rows of a table and steps of a procedure": """\
--- a.md
## Mail Relay
| kind | price |
| --- | --- |
| shared | five cents for each message |
| dedicated | five cents for each message |

1. Restart the mail relay
2. Send a test message
3. Restart the mail relay
""",
    "a question that does not say of what": """\
--- a.md
## Mail Relay
### What is it?
A thing that forwards messages.
--- b.md
## Push Relay
### What is it?
A thing that forwards messages.
""",
    "one question with two answers, one answer to two questions": """\
--- a.md
Which port does a mail relay use? :: 25
Which port does a shell server use? :: 22
--- b.md
Which port does a mail relay use? :: 587
Which port does a copy server use? :: 22
""",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(tmp_path: Path, text: str) -> None:
    assert lint(tmp_path, text) == []


SPEAKING = {
    "the same line in two files": (
        "D101",
        """\
--- a.md
## Mail Relay
- Supports shared and **dedicated** addresses
--- b.md
## The mail relay
- supports shared and dedicated addresses.
""",
        ["b.md:2", "a.md:2"],
    ),
    "a long line under two headings of one thing": (
        "D101",
        """\
--- a.md
## Relay Endpoint
- Traffic between your hosts and the relay never leaves the inner network.
## Relay Endpoints
- Traffic between your hosts and the relay never leaves the inner network.
""",
        ["a.md:4", "a.md:2"],
    ),
    "other words for the same": (
        "D102",
        """\
--- a.md
## Mail Relay
- Supports shared, dedicated or customer addresses
--- b.md
## Mail Relay (MR)
- Flexible: shared, dedicated and customer-owned addresses
""",
        ["b.md:2", "a.md:2"],
    ),
    "a part of the longer one": (
        "D102",
        """\
--- a.md
## Tools - Patch Keeper
- Scan instances and generate patch compliance reports (missing patches)
--- b.md
## Patch Keeper
- Generates patch compliance reports of instances
""",
        ["b.md:2", "a.md:2"],
    ),
    "a list as a sentence": (
        "D102",
        """\
--- a.md
## Mail Relay
- Channels: letter, phone, push, pigeon
--- b.md
## Mail Relay
- Supports letter, phone, push and pigeon messaging
""",
        ["b.md:2", "a.md:2"],
    ),
    "one wording in three files": (
        "D101",
        """\
--- a.md
## Mail Relay
- Supports shared, dedicated or customer addresses
--- b.md
## Mail Relay
- Flexible: shared, dedicated and customer-owned addresses
--- c.md
## Mail Relay
- Supports shared, dedicated or customer addresses
""",
        ["c.md:2", "a.md:2", "b.md:2"],
    ),
    "questions of any syntax": (
        "D103",
        """\
--- a.md
Q: Which ports does a shell server use?
A: Port 22
--- b.md
Which port does the shell server use? :: port 22
--- c.md
Which port do shell servers use? :: Port 22.
""",
        ["b.md:1", "a.md:1", "c.md:1"],
    ),
    "a front that is no question": (
        "D103",
        """\
--- a.md
## Chapter 1
der Hund :: the dog
--- b.md
## Chapter 2
der Hund :: the dog
""",
        ["b.md:2", "a.md:2"],
    ),
    "a slip in a copy": (
        "D104",
        """\
--- a.md
## Image Builder
- Automate the creation, validation and test of images
--- b.md
## Image Builder
- Automated the creation, validation and test of images
""",
        ["b.md:2", "a.md:2"],
    ),
    "a letter too few": (
        "D104",
        """\
--- a.md
## Image Builder
- Too many builders are heavy on the resources
--- b.md
## Image Builder
- Too many builders are heavy on the resorces
""",
        ["b.md:2", "a.md:2"],
    ),
}


@pytest.mark.parametrize(("code", "text", "places"), SPEAKING.values(), ids=SPEAKING)
def test_speaks_once_and_names_all_places(
    tmp_path: Path, code: str, text: str, places: list[str]
) -> None:
    (finding,) = lint(tmp_path, text)
    assert finding.code == code
    spans = [finding.span, *(related.span for related in finding.related)]
    assert [f"{span.path}:{span.line}" for span in spans] == places


def test_fingerprint_is_made_of_what_is_said(tmp_path: Path) -> None:
    code, text, _ = SPEAKING["other words for the same"]
    (before,) = lint(tmp_path, text)
    (moved,) = lint(tmp_path, text.replace("## Mail", "\n\n## Mail"))
    (other,) = lint(tmp_path, text.replace("customer", "foreign"))
    assert before.span.line != moved.span.line
    assert before.code == moved.code == code
    assert before.fingerprint == moved.fingerprint != other.fingerprint


def test_a_slip_is_quoted_on_both_sides(tmp_path: Path) -> None:
    (finding,) = lint(tmp_path, SPEAKING["a letter too few"][1])
    assert '"resorces"' in finding.message
    assert '"resources"' in finding.message


def lint(folder: Path, text: str) -> list[Finding]:
    write_notes(folder, text)
    corpus = read_notes(folder)
    return [finding for code in CODES for finding in findings(code, corpus)]
