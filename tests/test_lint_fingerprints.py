"""Fingerprints are made of what a finding speaks of, never of where it stands."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from factdeck.lint import all_rules, documentation
from linting import findings, read_notes, write_notes

_BAD = re.compile(r"^Bad:\n+(?P<fence>`{3,})\w*\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
_NOTES = re.compile(
    r"^--- (?!factdeck\.|\S+\.(?:dic|aff)\b)(\S+\.\w+)(?= |$)", re.M
)  # with their pictures

EXAMPLES = [
    pytest.param(rule.code, match["text"], id=f"{rule.code}-{number}")
    for rule in all_rules()
    for number, match in enumerate(_BAD.finditer(documentation(rule)))
]


def fingerprints(folder: Path, code: str, text: str, name: str) -> Counter[str]:
    folder.mkdir()
    write_notes(folder, text, name)
    return Counter(each.fingerprint for each in findings(code, read_notes(folder)))


def further_down(text: str) -> str:
    """The same with blank lines above, in every file that has no front matter."""
    heads = re.split(r"(^--- \S+\.\w+.*\n)", text, flags=re.M)
    return "".join(
        part if part.startswith("---") or not part else f"\n\n\n{part}" for part in heads
    )


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_moved_lines_and_moved_files_keep_it(tmp_path: Path, code: str, text: str) -> None:
    before = fingerprints(tmp_path / "before", code, text, "notes.md")
    down = fingerprints(tmp_path / "down", code, further_down(text), "notes.md")
    away = fingerprints(tmp_path / "away", code, _NOTES.sub(r"--- deep/\1", text), "deep/notes.md")
    assert before == down == away
