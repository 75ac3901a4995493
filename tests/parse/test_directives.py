"""Words to the linter are no notes: neither facts nor lines that went unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.facts import read
from factdeck.model import Use
from factdeck.parse.dialects.directives import directives, rewrite
from making import document, facts

SILENT = [
    "",
    "# factdeck: a tool for notes",
    "# factdeck",
    "factdeck: ignore C301",
    "C#factdeck: ignore C301",
    "`<!-- factdeck: ignore C301 -->`",
    "``# factdeck: ignore C301``",
    "```\n# factdeck: ignore C301\n```",
    "~~~\n<!-- factdeck: ignore C301 -->\n~~~",
    "<!-- ignore C301 -->",
]


@pytest.mark.parametrize("text", SILENT)
def test_other_text_is_left_alone(text: str) -> None:
    lines = text.split("\n")
    assert list(directives(lines)) == []
    assert rewrite(lines) == lines


FOUND = [
    # line, its directive, whether it is alone, what is left
    ("<!-- factdeck: ignore C301 why -->", " ignore C301 why ", True, ""),
    ("<!--factdeck:ignore C301-->", "ignore C301", True, ""),
    ("  # factdeck: ignore C301 why", " ignore C301 why", True, ""),
    ("#factdeck:ignore C301", "ignore C301", True, ""),
    ("> <!-- factdeck: ignore T -->", " ignore T ", True, ">"),
    ("> # factdeck: ignore T", " ignore T", True, ">"),
    ("> 4 <!-- factdeck: ignore T -->", " ignore T ", False, "> 4"),
    ("- 4 kinds <!-- factdeck: ignore C301 -->", " ignore C301 ", False, "- 4 kinds"),
    ("- 4 kinds # factdeck: ignore C301", " ignore C301", False, "- 4 kinds"),
    ("| a | b | <!-- factdeck: ignore T -->", " ignore T ", False, "| a | b |"),
    ("4 <!-- factdeck: ignore T --> kinds", " ignore T ", False, "4 kinds"),
    ("4 <!-- factdeck: ignore T `x` is one -->", " ignore T `x` is one ", False, "4"),
    ("`x` <!-- factdeck: ignore T -->", " ignore T ", False, "`x`"),
    ("# factdeck: ingore C301", " ingore C301", True, ""),
    ("<!-- factdeck: whatever -->", " whatever ", True, ""),
]


@pytest.mark.parametrize(("line", "text", "alone", "left"), FOUND)
def test_found(line: str, text: str, alone: bool, left: str) -> None:
    [directive] = directives([line])
    assert (directive.text, directive.alone) == (text, alone)
    assert line[directive.text_column - 1 :].startswith(text)
    assert rewrite([line]) == [left]


def test_a_comment_that_goes_on_is_none_to_obey() -> None:
    lines = ["<!-- factdeck: ignore", "C301 -->"]
    assert [each.closed for each in directives(lines)] == [False]
    assert rewrite(lines) == lines


NOTES = """\
# Kinds

Four kinds of load balancers:

- **ALB** – layer 7
- **NLB** – layer 4

| name | port |
| --- | --- |
| SSH | 22 |
| DNS | 53 |
"""


@pytest.mark.parametrize("path", ["notes.md", "notes.txt"])
@pytest.mark.parametrize("form", ["<!-- factdeck: ignore C301 x -->", "# factdeck: ignore C301 x"])
def test_facts_are_the_same_with_and_without(path: str, form: str) -> None:
    plain = [(each.key, each.text, each.object) for each in facts(NOTES, path)]
    behind = NOTES.replace("balancers:", f"balancers: {form}").replace("| 22 |", f"| 22 | {form}")
    above = f"{form}\n{NOTES.replace('Four', f'{form}{chr(10)}{chr(10)}Four')}"
    assert len(plain) > 5
    for text in (behind, above):
        assert [(each.key, each.text, each.object) for each in facts(text, path)] == plain


@pytest.mark.parametrize("path", ["notes.md", "notes.txt"])
def test_a_directive_alone_is_structure(path: str) -> None:
    text = "# factdeck: ignore-file T\n<!-- factdeck: ignore-file C -->\n\nS3 keeps objects.\n"
    uses = {use.line: (use.use, use.why) for use in read(document(text, path)).lines}
    assert uses[1] == uses[2] == (Use.STRUCTURE, "words to the linter")


PARTS = ("<!--", "-->", "factdeck:", "#", "ignore", "C301", "`", "```", " ", "\n", "x", "é")


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_any_text(text: str) -> None:
    lines = text.split("\n")
    assert len(rewrite(lines)) == len(lines)
    for each in directives(lines):
        written = lines[each.line - 1][each.column - 1 : each.end_column - 1]
        assert written.startswith(("#", "<!--"))
        assert each.text in written
