"""Suppressions pass findings over, and say so when they are of no use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.config import LintSettings
from factdeck.corpus import File
from factdeck.lint import lint
from factdeck.lint.fixes import edited
from factdeck.model import Source
from factdeck.parse import parse
from linting import read_notes, write_notes

SETTINGS = LintSettings(select=("T301", "C302", "S"))
WRONG = "It is is wrong."


def found(folder: Path, text: str, settings: LintSettings = SETTINGS) -> list[str]:
    """The findings as ``code:line``, in order."""
    write_notes(folder, text)
    corpus = read_notes(folder)
    return [f"{each.code}:{each.span.line}" for each in lint([*corpus.files, corpus], settings)]


PASSED_OVER = [
    f"{WRONG} <!-- factdeck: ignore T301 quoted -->",
    f"{WRONG} # factdeck: ignore T301 quoted",
    f"{WRONG} <!-- factdeck: ignore T -->",
    f"{WRONG} <!-- factdeck: ignore T3: quoted -->",
    f"<!-- factdeck: ignore T301 quoted -->\n{WRONG}",
    f"# factdeck: ignore T301 quoted\n{WRONG}",
    f"<!-- factdeck: ignore-next-line T301 quoted -->\n\n{WRONG}",
    f"> <!-- factdeck: ignore-next-line T301 quoted -->\n>\n> {WRONG}",
    f"> Right.\n> <!-- factdeck: ignore T301 quoted -->\n> {WRONG}",
    f"<!-- factdeck: ignore-file T301 quoted -->\n\n{WRONG}\n\n{WRONG}",
    f"{WRONG}\n\n# factdeck: ignore-file T301 at the end",
    f"<!-- factdeck: ignore-start T301 -->\n{WRONG}\n\n{WRONG}\n<!-- factdeck: ignore-end -->",
    f"---\n# factdeck: ignore-file T301 in front matter\ntags: a\n---\n\n{WRONG}",
    f"{WRONG} <!-- factdeck: ignore T301 it is is so -->",
    f"{WRONG} # factdeck: ignore T301 it is is so",
    f"{WRONG} <!-- Factdeck: Ignore T301 quoted -->",
    f"# FACTDECK: IGNORE-NEXT-LINE T301 quoted\n{WRONG}",
    f"<!-- factdeck: Ignore-start T301 -->\n{WRONG}\n# Factdeck: ignore-End",
    "# factdeck: ignore-file S101\n\nRight. <!-- factdeck: ignore T301 -->",
]


@pytest.mark.parametrize("text", PASSED_OVER)
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_passed_over(tmp_path: Path, text: str, suffix: str) -> None:
    assert found(tmp_path, f"--- notes.{suffix}\n{text}\n") == []


FOUND = [
    (f"{WRONG}\n\n{WRONG} <!-- factdeck: ignore T301 -->", ["T301:1"]),
    (f"<!-- factdeck: ignore-next-line T301 -->\n{WRONG}\n{WRONG}", ["T301:3"]),
    (f"{WRONG} `<!-- factdeck: ignore T301 -->`", ["T301:1"]),
    (f"{WRONG} <!-- factdeck: ignore C302 -->", ["T301:1", "S101:1"]),
    (f"{WRONG} <!-- factdeck: ignore T301, C302 -->", ["S101:1"]),
    ("Right. <!-- factdeck: ignore T301 -->", ["S101:1"]),
    ("Right. <!-- factdeck: ignore T -->", []),  # other rules of T did not run
    ("Right. <!-- factdeck: ignore T102 -->", []),
    (f"{WRONG} <!-- factdeck: ignore -->", ["T301:1", "S102:1"]),
    (f"{WRONG} <!-- factdeck: ignore because it is right -->", ["T301:1", "S102:1"]),
    (f"{WRONG} <!-- factdeck: ingore T301 -->", ["T301:1", "S102:1"]),
    (f"{WRONG} <!-- factdeck: ignore T309 -->", ["T301:1", "S102:1"]),
    (f"{WRONG} <!-- factdeck: ignore t301 -->", ["T301:1", "S102:1"]),
    (f"{WRONG} <!-- factdeck: ignore T309, T301 -->", ["S102:1"]),
    (f"<!-- factdeck: ignore-start T301 -->\n{WRONG}", ["S102:1"]),
    (f"{WRONG}\n<!-- factdeck: ignore-end -->", ["T301:1", "S102:2"]),
    (f"<!-- factdeck: ignore-file T301\n-->\n\n{WRONG}", ["S102:1", "T301:4"]),
    (
        "<!-- factdeck: ignore-start T301 -->\nRight.\n<!-- factdeck: ignore-end -->\n\n" + WRONG,
        ["S101:1", "T301:5"],
    ),
]


@pytest.mark.parametrize(("text", "codes"), FOUND)
def test_found(tmp_path: Path, text: str, codes: list[str]) -> None:
    assert found(tmp_path, f"{text}\n") == codes


def test_blocks_nest(tmp_path: Path) -> None:
    start, end = "<!-- factdeck: ignore-start {} -->", "<!-- factdeck: ignore-end -->"
    lines = [start.format("T301"), WRONG, start.format("C302"), WRONG, end, WRONG, end, WRONG]
    assert found(tmp_path, "\n\n".join(lines)) == ["S101:5", "T301:15"]


HERE, THERE = "There are 4 kinds of balancers.", "There are 3 kinds of balancers."
SIDES = [("<!-- factdeck: ignore C302 -->", ""), ("", "# factdeck: ignore C302 the old number")]


@pytest.mark.parametrize(("here", "there"), SIDES)
def test_either_side_of_a_disagreement_may_bear_it(tmp_path: Path, here: str, there: str) -> None:
    assert found(tmp_path, f"--- a.md\n{HERE}\n--- b.md\n{THERE}\n") == ["C302:1"]
    assert found(tmp_path, f"--- a.md\n{HERE} {here}\n--- b.md\n{THERE} {there}\n") == []


def test_across_files_nothing_is_unused_unless_all_were_read(tmp_path: Path) -> None:
    write_notes(tmp_path, f"{HERE} <!-- factdeck: ignore C302, T301 -->\n")
    corpus = read_notes(tmp_path)
    part, whole = (
        [each.message for each in lint([*corpus.files, corpus], SETTINGS, whole=whole)]
        for whole in (False, True)
    )
    assert part == ['there is nothing here that "T301" would find']
    assert whole == ['there is nothing here that "C302", "T301" would find']


MESSAGES = [
    ("ingore T301", 'there is no directive "ingore"; did you mean "ignore"?'),
    ("Ingore T301", 'there is no directive "Ingore"; did you mean "ignore"?'),
    ("xyz", 'there is no directive "xyz"; there are ignore, ignore-next-line, '),
    ("ignore", '"ignore" names no rule; write it as in "ignore C301 the reason"'),
    ("ignore T309 x", 'There is no rule "T309". Did you mean T30'),
    ("ignore-end", '"ignore-end" ends no block: none is open'),
    ("ignore-start T301", '"ignore-start" has no "ignore-end" below it'),
]


@pytest.mark.parametrize(("text", "message"), MESSAGES)
def test_messages(tmp_path: Path, text: str, message: str) -> None:
    write_notes(tmp_path, f"<!-- factdeck: {text} -->\n\n{WRONG}\n")
    corpus = read_notes(tmp_path)
    told = [each.message for each in lint(corpus.files, SETTINGS) if each.code == "S102"]
    assert len(told) == 1
    assert told[0].startswith(message)


FIXED = [
    ("Right. <!-- factdeck: ignore T301 x -->\n", "Right.\n"),
    ("a\n\n  # factdeck: ignore T301 x\nb\n", "a\n\nb\n"),
    ("a\n<!-- factdeck: ignore-file T301 -->", "a\n"),
    ("| a | <!-- factdeck: ignore T301 --> b |\n", "| a | b |\n"),
    (f"{WRONG} # factdeck: ignore C302, T301 x\n", f"{WRONG} # factdeck: ignore T301 x\n"),
    (
        "<!-- factdeck: ignore-start T301 -->\na\n<!-- factdeck: ignore-end -->\nb\n",
        "a\nb\n",
    ),
    ("Right. <!-- factdeck: ignore T309 x -->\n", "Right.\n"),
    (
        f"{WRONG} <!-- factdeck: ignore T301, T309 x -->\n",
        f"{WRONG} <!-- factdeck: ignore T301 x -->\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_what_is_of_no_use_can_be_taken_out(tmp_path: Path, before: str, after: str) -> None:
    write_notes(tmp_path, before)
    corpus = read_notes(tmp_path)
    [finding] = lint([*corpus.files, corpus], SETTINGS)
    assert finding.fix
    assert finding.fix.safe is (finding.code == "S101")
    assert edited(before.encode(), finding.fix.edits).decode() == after


PARTS = (
    *("<!-- factdeck: ", " -->", "# factdeck: ", "ignore", "-start", "-end", "-file", "-next-line"),
    *(" T301", ", S1", " x9", "the the", " ", "\n", "`", "```\n", "é"),
)


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_what_is_of_no_use_is_gone_after_its_fixes(text: str) -> None:
    for _ in range(len(text) + 1):
        source = Source("a.md", "a.md", "a.md", text)
        every = lint([File(source, parse(source))], SETTINGS)
        unused = [each for each in every if each.code == "S101" and each.fix]
        if not unused:
            break
        assert unused[0].fix
        after = edited(text.encode(), unused[0].fix.edits).decode()
        assert len(after) < len(text)
        text = after
    assert not unused
