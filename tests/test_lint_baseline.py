"""A baseline keeps back what was there, however it moves, and nothing that is new."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factdeck import cli, schemas
from factdeck.errors import UserError
from factdeck.lint import baseline
from factdeck.lint.baseline import Entry, compare, grown, shrunk
from factdeck.model import Finding, Severity, Span


def finding(fingerprint: str, path: str = "a.md", line: int = 1) -> Finding:
    return Finding(
        Span(path, line), "T101", "x", Severity.ERROR, fingerprint, fingerprint=fingerprint * 16
    )


def entry(fingerprint: str, count: int = 1, path: str = "a.md") -> Entry:
    return Entry("T101", path, fingerprint, fingerprint * 16, count)


COMPARED: list[tuple[list[Finding], list[Entry], list[int], list[Entry]]] = [
    # findings, entries, indexes of those that are new, what is gone
    ([], [], [], []),
    ([finding("a")], [entry("a")], [], []),
    ([finding("a", "moved.md", 9)], [entry("a")], [], []),
    ([finding("a")], [], [0], []),
    ([], [entry("a", 2)], [], [entry("a", 2)]),
    ([finding("a")], [entry("a", 3)], [], [entry("a", 2)]),
    ([finding("a"), finding("a", line=2)], [entry("a")], [1], []),
    ([finding("a", "0.md"), finding("a", "a.md")], [entry("a")], [0], []),
    ([finding("b")], [entry("a")], [0], [entry("a")]),
]


@pytest.mark.parametrize(("findings", "entries", "new", "gone"), COMPARED)
def test_compare(
    findings: list[Finding], entries: list[Entry], new: list[int], gone: list[Entry]
) -> None:
    compared = compare(findings, entries)
    assert list(compared.new) == [findings[index] for index in new]
    assert list(compared.gone) == gone
    assert sorted((*compared.new, *compared.known)) == sorted(findings)


def test_shrunk_and_grown() -> None:
    entries = (entry("a", 2), entry("b"))
    assert shrunk(entries, [entry("a"), entry("b")]) == (entry("a"),)
    more = [finding("a", "other.md"), finding("c")]
    assert grown(entries, more) == (entry("a", 3), entry("b"), entry("c"))


# --- the file -----------------------------------------------------------------------------


def test_the_file_can_be_read_by_people_and_merged(tmp_path: Path) -> None:
    file = tmp_path / baseline.FILE
    baseline.write(file, [entry("b", path="ü.md"), entry("a", 2)])
    assert file.read_text(encoding="utf-8") == (
        '{\n  "version": 1,\n  "findings": [\n'
        '    {"code": "T101", "path": "a.md", "message": "a",'
        f' "fingerprint": "{"a" * 16}", "count": 2}},\n'
        '    {"code": "T101", "path": "ü.md", "message": "b",'
        f' "fingerprint": "{"b" * 16}", "count": 1}}\n'
        "  ]\n}\n"
    )
    assert schemas.flaw("baseline", json.loads(file.read_bytes())) is None
    assert baseline.read(file) == (entry("a", 2), entry("b", path="ü.md"))
    baseline.write(file, [])
    assert baseline.read(file) == ()
    assert baseline.read(tmp_path / "none.json") is None


def test_an_entry_that_a_merge_left_twice_counts_once(tmp_path: Path) -> None:
    file = tmp_path / baseline.FILE
    baseline.write(file, [entry("a", 2), entry("a", 1, "b.md")])
    assert baseline.read(file) == (entry("a", 2),)


GOOD = '{"code": "T101", "path": "a", "message": "", "fingerprint": "0123456789abcdef", "count": 1}'
DAMAGED = [
    ("", 1, "Expecting value"),
    ("[]", 1, "[] is not of type object"),
    ('{\n"version": 2,\n"findings": []}', 1, "version: 2 is not one of 1"),
    ('{"version": 1, "findings": [\n' + GOOD + ",\n" + GOOD + "\n" + GOOD, 4, "Expecting ','"),
    (f'{{"version": 1, "findings": [\n{GOOD},\n\n  {{"code": "T101"}}\n]}}', 4, "findings[1]"),
    (
        '{\n"version": 1,\n"findings": [\n<<<<<<< HEAD\n' + GOOD,
        4,
        "a merge left a conflict",
    ),
    (f'{{"version": 1, "findings": [{GOOD.replace("1}", "0}")}]}}', 1, "findings[0].count"),
]


@pytest.mark.parametrize(("text", "line", "message"), DAMAGED)
def test_a_damaged_file_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    file = tmp_path / baseline.FILE
    file.write_text(text)
    with pytest.raises(UserError, match=re.escape(f"{baseline.FILE}:{line}: ") + ".*") as raised:
        baseline.read(file)
    assert message in str(raised.value)
    assert file.read_text() == text


# --- edits, replayed ----------------------------------------------------------------------

ELB = """\
# Elastic Load Balancing

There are 4 kinds of load balancers.

## Health

The the checks are run continously.
"""
EXAM = """\
# Exam

There are three types of load balancers.
"""


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/elb.md").write_text(ELB)
    (tmp_path / "notes/exam.md").write_text(EXAM)
    return tmp_path / "notes"


Codes = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def lint(capsys: pytest.CaptureFixture[str]) -> Codes:
    def run(*arguments: str) -> tuple[int, list[str], str]:
        selected = ["--select", "C302,T101,T301"]
        code = cli.main(["lint", "--output-format", "json", *selected, *arguments])
        out, err = capsys.readouterr()
        shown = json.loads(out)["findings"] if out else []
        return code, [each["code"] for each in shown], err

    return run


def entries(notes: Path) -> list[str]:
    value = json.loads((notes.parent / baseline.FILE).read_bytes())
    return [each["code"] for each in value["findings"]]


def rename(notes: Path) -> None:
    (notes / "elb.md").rename(notes / "balancing.md")
    (notes / "deep").mkdir()
    (notes / "exam.md").rename(notes / "deep/01-exam.md")


def insert_lines(notes: Path) -> None:
    (notes / "elb.md").write_text(f"Before all.\n\n\n{ELB}")


def reorder(notes: Path) -> None:
    head, first, second = re.split(r"(?=There|## )", ELB)
    (notes / "elb.md").write_text(f"# Health\n{second.partition(chr(10))[2]}\n{head}{first}")


def split(notes: Path) -> None:
    first, second = ELB.split("## ")
    (notes / "elb.md").write_text(first)
    (notes / "health.md").write_text(f"# {second}")


@pytest.mark.parametrize("change", [rename, insert_lines, reorder, split])
def test_what_was_there_is_kept_back_wherever_it_goes(
    notes: Path, lint: Codes, change: Callable[[Path], None]
) -> None:
    assert sorted(lint()[1]) == ["C302", "T101", "T301"]
    code, shown, err = lint("--baseline-write")
    assert (code, shown) == (0, [])
    assert err == "factdeck: factdeck-baseline.json keeps back 3 findings.\n"
    change(notes)
    assert lint() == (0, [], "")
    before = (notes.parent / baseline.FILE).read_bytes()
    assert lint("--baseline-write")[:2] == (0, [])
    assert (notes.parent / baseline.FILE).read_bytes() == before


def test_a_new_value_is_a_new_contradiction(notes: Path, lint: Codes) -> None:
    lint("--baseline-write")
    (notes / "exam.md").write_text(EXAM.replace("three", "five"))
    code, shown, err = lint()
    assert (code, shown) == (1, ["C302"])
    assert "1 of the findings in factdeck-baseline.json can go" in err


def test_the_same_slip_once_more_is_new(notes: Path, lint: Codes) -> None:
    lint("--baseline-write")
    (notes / "exam.md").write_text(f"{EXAM}\nRun continously.\n")
    assert lint()[:2] == (1, ["T101"])


def test_a_baseline_only_shrinks_unless_it_may_grow(notes: Path, lint: Codes) -> None:
    lint("--baseline-write")
    (notes / "elb.md").write_text(f"{ELB.replace('The the', 'The')}\nThey recieve it.\n")
    code, shown, _ = lint("--baseline-write")
    assert (code, shown, entries(notes)) == (1, ["T101"], ["C302", "T101"])
    assert lint("--baseline-grow")[:2] == (0, [])
    assert entries(notes) == ["C302", "T101", "T101"]
    (notes / "elb.md").write_text("")
    assert lint("--baseline-write")[:2] == (0, [])
    assert entries(notes) == []
    (notes / "elb.md").write_text(ELB)
    assert lint("--baseline-write")[0] == 1  # an empty baseline is one all the same


def test_what_did_not_run_is_not_gone(notes: Path, lint: Codes) -> None:
    lint("--baseline-write")
    for arguments in (["--ignore", "T"], ["notes/exam.md"], ["--per-file-ignores", "*.md:C"]):
        code, shown, _ = lint(*arguments)
        assert (code, shown) == (0, [])
    assert lint("--ignore", "T101,T301,C302") == (0, [], "")
    assert lint("--ignore", "T101,T301,C302", "--baseline-write")[0] == 0
    assert len(entries(notes)) == 3


def test_nothing_is_written_when_there_is_nothing_to_keep_back(notes: Path, lint: Codes) -> None:
    (notes / "elb.md").write_text("")
    code, shown, err = lint("--baseline-write")
    assert (code, shown) == (0, [])
    assert err == "factdeck: there is nothing to keep back; no baseline is written.\n"
    assert not (notes.parent / baseline.FILE).exists()


@pytest.mark.usefixtures("notes")
def test_all_findings_can_be_shown(lint: Codes) -> None:
    lint("--baseline-write")
    assert len(lint("--no-baseline")[1]) == 3


@pytest.mark.parametrize("arguments", [["notes/exam.md"], ["--no-baseline"]])
def test_a_baseline_is_of_all_notes(
    notes: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert cli.main(["lint", "--baseline-write", *arguments]) == 2
    assert not (notes.parent / baseline.FILE).exists()
    assert capsys.readouterr().err.startswith("factdeck: ")


def test_a_damaged_baseline_stops_the_linter_and_stays(notes: Path, lint: Codes) -> None:
    file = notes.parent / baseline.FILE
    file.write_text("<<<<<<< HEAD\n")
    for arguments in ([], ["--baseline-write"]):
        code, _, err = lint(*arguments)
        assert code == 2
        assert err.startswith("factdeck: factdeck-baseline.json:1: a merge left a conflict.")
    assert file.read_text() == "<<<<<<< HEAD\n"
