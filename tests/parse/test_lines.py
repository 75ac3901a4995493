"""True line numbers of every block, whatever it is nested in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdeck.model import Block, BlockKind
from factdeck.parse.markdown import tokens
from making import all_blocks, document

PREFIXES = (
    *("", "", "", "# ", "### ", "- ", "* ", "1. ", "2) ", "  - ", "    - ", "\t- ", "      - "),
    *("> ", "> - ", ">", "> > ", "- > ", "-\n", "-\n  ", "    ", "  ", ": ", ":   ", "| "),
    *("\t• ", "• ", "- ### ", "- 1) ", "<div>", "```\n", "~~~ ", "$$\n", "<!-- ", "[r]: "),
    *("***\n", "===\n", "---\n", "|---|---|\n", "\n", "\n\n", "\xa0\n"),
)


@st.composite
def numbered_notes(draw: st.DrawFn) -> str:
    """Notes in which each word says the line that it stands on."""
    pieces = draw(st.lists(st.tuples(st.sampled_from(PREFIXES), st.booleans()), max_size=40))
    lines: list[str] = []
    for prefix, with_word in pieces:
        before, newline, rest = prefix.partition("\n")
        if newline:
            lines.append(before)
            lines += rest.split("\n")[:-1]
        last = rest.split("\n")[-1] if newline else before
        word = f"w{len(lines) + 1}" if with_word or not last.strip() else ""
        lines.append(f"{last}{word} | {word} |" if last.startswith("|") and word else last + word)
    return "\n".join(lines)


@given(numbered_notes(), st.sampled_from(["notes.md", "notes.txt"]))
@settings(max_examples=600, deadline=None)
def test_words_stand_on_the_lines_of_their_block(text: str, path: str) -> None:
    lines = text.split("\n")
    parsed = document(text, path)
    for block in all_blocks(parsed.blocks):
        found = [int(word) for word in re.findall(r"w(\d+)", block.text)]
        assert all(block.line <= line <= block.end_line for line in found), (block, text)
        assert 1 <= block.line <= block.end_line <= len(lines)
        own_line = block.kind not in (BlockKind.CODE, BlockKind.MATH, BlockKind.CALLOUT)
        if found and own_line and block.text.startswith("w"):
            assert found[0] == block.line, (block, text)


@given(numbered_notes())
@settings(max_examples=300, deadline=None)
def test_children_lie_within_their_parent(text: str) -> None:
    def within(block: Block) -> bool:
        inside = all(block.line <= c.line and c.end_line <= block.end_line for c in block.children)
        return inside and all(map(within, block.children))

    assert all(map(within, document(text).blocks))


@given(numbered_notes())
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost(text: str) -> None:
    parsed = document(text)
    covered = {n for block in parsed.blocks for n in range(block.line, block.end_line + 1)}
    covered |= {use.line for use in parsed.dropped}
    for number, line in enumerate(text.split("\n"), 1):
        if re.search(r"w\d", line):
            assert number in covered, (number, text)


@given(st.text())
@settings(max_examples=500, deadline=None)
def test_any_text_is_parsed(text: str) -> None:
    document(text.replace("\r", "\n"))


@given(st.text(alphabet="-*+1.)>`~#|:=_ \t\n[]()!<$\\ax•", max_size=200))
@settings(max_examples=1000, deadline=None)
def test_any_mixture_of_marks_is_parsed(text: str) -> None:
    document(text)


def test_deep_nesting_is_no_danger() -> None:
    document("\n".join("  " * depth + "- x" for depth in range(200)))
    document("> " * 500 + "x")
    document("[" * 5000 + "x" + "]" * 5000)


NESTED = """\
- a
  goes on

  - b

    c
-
  late
> quote
lazy

Term
: meaning
  goes on

: other

    - in a meaning
"""


@pytest.mark.parametrize(
    ("kind", "text", "lines"),
    [
        ("item", "a\ngoes on", (1, 6)),
        ("item", "b", (4, 6)),
        ("paragraph", "c", (6, 6)),
        ("item", "late", (8, 8)),
        ("paragraph", "quote\nlazy", (9, 10)),
        ("term", "Term", (12, 12)),
        ("meaning", "meaning\ngoes on", (13, 14)),
        ("meaning", "other", (16, 18)),
        ("item", "in a meaning", (18, 18)),
    ],
)
def test_nested_blocks(kind: str, text: str, lines: tuple[int, int]) -> None:
    found = [b for b in all_blocks(document(NESTED).blocks) if (b.kind, b.text) == (kind, text)]
    assert [(b.line, b.end_line) for b in found] == [lines]


def test_tokens_of_a_table_in_a_list_item() -> None:
    (token,) = tokens("- item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n")
    table = token["children"][0]["children"][1]
    assert (table["type"], table["line"], table["end"]) == ("table", 3, 5)
