"""Reports show findings and change nothing: text for people, JSON that fits its schema."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.model import Edit, Finding, Fix, Related, Severity, Source, Span
from factdeck.report import REPORTERS, Report, wants_colour
from factdeck.report.excerpt import excerpt, printable

ROOT = Path("/project")
TEXT = "# ELB\n\n- There are 4 kinds\n\t- \t日本 Continous\n"
COUNT = Finding(
    Span("notes/elb.md", 3, 3, end_column=20),
    "C302",
    "counts-apart",
    Severity.ERROR,
    "load balancer kinds: 4 here, 3 in notes/exam.md:1",
    related=(Related(Span("notes/exam.md", 1), "3 here"),),
    fingerprint="0123456789abcdef",
)
SPELLING_SPAN = Span("notes/elb.md", 4, 8, end_column=17)
SPELLING = Finding(
    SPELLING_SPAN,
    "T101",
    "misspelling",
    Severity.WARNING,
    '"Continous" should be "Continuous"',
    fingerprint="fedcba9876543210",
    fix=Fix(False, 'Write "Continuous"', (Edit(SPELLING_SPAN, "Continuous"),)),
)


def report(*findings: Finding, folder: Path = ROOT, coloured: bool = False) -> Report:
    texts = {"notes/elb.md": TEXT, "notes/exam.md": "three types"}
    sources = {path: Source(path, path, path, text) for path, text in texts.items()}
    return Report(findings, sources, ROOT, folder, coloured)


def test_full() -> None:
    assert (
        REPORTERS["full"](report(COUNT, SPELLING))
        == """\
notes/elb.md:3:3: error C302 counts-apart: load balancer kinds: 4 here, 3 in notes/exam.md:1
3 | - There are 4 kinds
  |   ^^^^^^^^^^^^^^^^^
  = notes/exam.md:1:1: 3 here
1 | three types
  | -----------

notes/elb.md:4:8: warning T101 misspelling: "Continous" should be "Continuous"
4 |     -     日本 Continous
  |                ^^^^^^^^^

2 findings: 1 error, 1 warning.
Can be fixed: 1 with --fix --unsafe-fixes.
"""
    )


def test_concise() -> None:
    assert (
        REPORTERS["concise"](report(COUNT, SPELLING, SPELLING))
        == """\
notes/elb.md:3:3: error C302 counts-apart: load balancer kinds: 4 here, 3 in notes/exam.md:1
notes/elb.md:4:8: warning T101 misspelling: "Continous" should be "Continuous"
notes/elb.md:4:8: warning T101 misspelling: "Continous" should be "Continuous"
3 findings: 1 error, 2 warnings.
Can be fixed: 2 with --fix --unsafe-fixes.
"""
    )


@pytest.mark.parametrize("name", ["full", "concise"])
def test_nothing_found(name: str) -> None:
    assert REPORTERS[name](report()) == "No findings.\n"


def test_total_tells_of_fixes_and_baseline() -> None:
    safe = replace(SPELLING, fix=Fix(True, "x", (Edit(SPELLING_SPAN, "x"),)))
    both = replace(report(SPELLING, safe), fixed=3, known=12)
    assert REPORTERS["concise"](both).endswith(
        "\n2 findings: 2 warnings, 3 fixed (12 more in the baseline).\n"
        "Can be fixed: 1 with --fix, 1 with --fix --unsafe-fixes.\n"
    )
    nothing = replace(report(), fixed=1, known=2)
    assert REPORTERS["full"](nothing) == "No findings, 1 fixed (2 more in the baseline).\n"


PLACE = {"path": "notes/elb.md", "line": 4, "column": 8, "end_line": 4, "end_column": 17}
COUNT_AS_JSON = {
    "code": "C302",
    "name": "counts-apart",
    "severity": "error",
    "message": "load balancer kinds: 4 here, 3 in notes/exam.md:1",
    **PLACE,
    "line": 3,
    "column": 3,
    "end_line": 3,
    "end_column": 20,
    "related": [{"path": "notes/exam.md", "line": 1, "column": 1, "message": "3 here"}],
    "fingerprint": "0123456789abcdef",
    "fix": None,
}
SPELLING_AS_JSON = {
    "code": "T101",
    "name": "misspelling",
    "severity": "warning",
    "message": '"Continous" should be "Continuous"',
    **PLACE,
    "related": [],
    "fingerprint": "fedcba9876543210",
    "fix": {
        "applicability": "unsafe",
        "message": 'Write "Continuous"',
        "edits": [{**PLACE, "content": "Continuous"}],
    },
}


def test_json() -> None:
    document = json.loads(REPORTERS["json"](report(COUNT, SPELLING)))
    assert document["findings"] == [COUNT_AS_JSON, SPELLING_AS_JSON]


def test_summary() -> None:
    assert json.loads(REPORTERS["json"](report(COUNT, SPELLING, SPELLING)))["summary"] == {
        "total": 3,
        "by_code": {"C302": 1, "T101": 2},
        "by_severity": {"error": 1, "warning": 2},
    }


PATHS = [
    (ROOT, "notes/elb.md"),
    (ROOT / "notes", "elb.md"),
    (ROOT / "other", "../notes/elb.md"),
]


@pytest.mark.parametrize(("folder", "shown"), PATHS)
def test_paths_are_relative_to_the_working_folder(folder: Path, shown: str) -> None:
    seen = report(SPELLING, folder=folder)
    assert REPORTERS["concise"](seen).startswith(f"{shown}:4:8: ")
    finding = json.loads(REPORTERS["json"](seen))["findings"][0]
    assert finding["path"] == finding["fix"]["edits"][0]["path"] == shown


def test_colours_change_nothing_else() -> None:
    plain, coloured = report(COUNT, SPELLING), report(COUNT, SPELLING, coloured=True)
    for name in ("full", "concise"):
        text = REPORTERS[name](coloured)
        assert "\x1b[1;31merror\x1b[0m" in text
        for code in ("1;31", "1;33", "1;34", "1", "0"):
            text = text.replace(f"\x1b[{code}m", "")
        assert text == REPORTERS[name](plain)
    assert REPORTERS["json"](coloured) == REPORTERS["json"](plain)


def test_a_source_that_could_not_be_read() -> None:
    finding = Finding(Span("gone.md", 3, 7), "E101", "unreadable-source", Severity.ERROR, "gone")
    assert REPORTERS["full"](report(finding)) == (
        "gone.md:3:7: error E101 unreadable-source: gone\n\n1 finding: 1 error.\n"
    )


def test_nothing_reaches_the_terminal_that_moves_its_cursor() -> None:
    finding = Finding(Span("a\x1b[2J.md", 1), "E101", "x", Severity.ERROR, "a\x1b[2J\r\u202eb\nc")
    for name in ("full", "concise"):
        text = REPORTERS[name](report(finding))
        assert not set(text) & {"\x1b", "\r", "\u202e"}
        assert text.count("\n") == 3 - (name == "concise")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


COLOURED: list[tuple[io.StringIO, Mapping[str, str], bool]] = [
    (io.StringIO(), {}, False),
    (io.StringIO(), {"FORCE_COLOR": "0"}, False),
    (io.StringIO(), {"FORCE_COLOR": ""}, False),
    (Terminal(), {"NO_COLOR": "1"}, False),
    (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    (Terminal(), {"TERM": "dumb"}, False),
    (Terminal(), {}, True),
    (Terminal(), {"NO_COLOR": ""}, True),
    (io.StringIO(), {"FORCE_COLOR": "1"}, True),
]


@pytest.mark.parametrize(("stream", "environment", "coloured"), COLOURED)
def test_wants_colour(stream: io.StringIO, environment: Mapping[str, str], coloured: bool) -> None:
    assert wants_colour(stream, environment) is coloured


EXCERPTS = [
    ("one two three", Span("a", 1, 5, end_column=8), "one two three", "    ^^^"),
    ("  all of it  ", Span("a", 1), "  all of it  ", "  ^^^^^^^^^"),
    ("\tone two", Span("a", 1, 6, end_column=9), "    one two", "        ^^^"),
    ("日本 two", Span("a", 1, 1, end_column=3), "日本 two", "^^^^"),
    ("✅ two", Span("a", 1, 3, end_column=6), "✅ two", "   ^^^"),
    ("e\u0301 two", Span("a", 1, 4, end_column=7), "e\u0301 two", "  ^^^"),
    ("one two", Span("a", 1, 5, end_line=2, end_column=3), "one two", "    ^^^"),
    ("one", Span("a", 1, 9, end_column=12), "one", "   ^"),
    ("", Span("a", 1), "", "^"),
]


@pytest.mark.parametrize(("line", "span", "text", "marks"), EXCERPTS)
def test_excerpt(line: str, span: Span, text: str, marks: str) -> None:
    shown = excerpt(line, span)
    assert shown.text == text
    assert " " * shown.indent + "^" * shown.width == marks


@pytest.mark.parametrize("column", [1, 50, 5_000, 99_999])
def test_a_long_line_is_cut_around_what_is_marked(column: int) -> None:
    line = "x" * (column - 1) + "WRONG" + "x" * (100_000 - column)
    shown = excerpt(line, Span("a", 1, column, end_column=column + 5))
    assert shown.text[shown.indent : shown.indent + shown.width] == "WRONG"
    assert len(shown.text) <= 122


@given(st.text(max_size=300), st.integers(1, 400), st.integers(0, 400))
def test_any_line_can_be_shown(line: str, column: int, length: int) -> None:
    shown = excerpt(line, Span("a", 1, column, end_column=column + length))
    assert shown.width >= 1
    assert shown.indent >= 0
    assert shown.text == printable(shown.text)
    assert "\n" not in shown.text
