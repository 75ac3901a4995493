"""Each file in tests/rules is linted by the rule that it is named after.

What a line must be found for stands at its end, ``<!-- finds: part of a message; another -->``;
every other line must stay silent.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from linting import findings, read_notes

FIXTURES = sorted((Path(__file__).parent / "rules").glob("*.md"))
_FINDS = re.compile(r"<!-- finds: ?(.*?) ?-->")


def expected(text: str) -> list[tuple[int, str]]:
    return [
        (number, part.strip())
        for number, line in enumerate(text.split("\n"), 1)
        for match in _FINDS.finditer(line)
        for part in match[1].split(";")
    ]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_fixture(tmp_path: Path, fixture: Path) -> None:
    shutil.copy(fixture, tmp_path)
    (tmp_path / "present.png").touch()
    found = findings(fixture.stem.partition("-")[0], read_notes(tmp_path))
    wanted = expected(fixture.read_text(encoding="utf-8"))
    assert [finding.span.line for finding in found] == [line for line, _ in wanted], found
    for finding, (_, part) in zip(found, wanted, strict=True):
        assert part in finding.message


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_span_is_what_the_message_quotes(tmp_path: Path, fixture: Path) -> None:
    shutil.copy(fixture, tmp_path)
    lines = fixture.read_text(encoding="utf-8").split("\n")
    for finding in findings(fixture.stem.partition("-")[0], read_notes(tmp_path)):
        quoted = re.match(r'"([^"]+)"', finding.message)
        if quoted:
            span = finding.span
            assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == quoted[1]
