"""Habits of writing notes that are no Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.model import LineUse, Use
from factdeck.parse.dialects import all_dialects, fenced, to_markdown
from factdeck.parse.mojibake import repair
from making import all_blocks, document

SILENT = [
    "# Title\n\ntext\n",
    "- a\n- b\n    - c\n",
    "Setext\n------\n\ntext\n",
    "| a | b |\n| --- | --- |\n| 1 | 2 |\n",
    "1. one\n2. two\n",
    "a | b is a pipe in prose\n",
    "```\n• not a bullet\n-----------\nTitle\n-----------\n```\n",
    "Größe: 5 €, café → naïve “quoted”\n",
    "100%% sure, 5 %% 2\n",
    "%% never closed\n\ntext\n",
    "2 ^n and x^2 and 3 ^abc\n",
    "#tag in a sentence. And more\n",
    "std::vector, front :: back, a:: \n",
    "An <b>inline</b> tag and <details of it\n",
    "```sh\n#Title Of Code\n%%x%%\nkey:: value\n<details>\n```\n",
]


@pytest.mark.parametrize("text", SILENT)
def test_markdown_is_left_alone(text: str) -> None:
    lines = text.split("\n")
    assert to_markdown(lines, plain=False).lines == lines
    assert to_markdown(lines, plain=False).dropped == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• a\n\t• b\n\t\t• c\n• d", "- a\n    - b\n        - c\n- d"),
        ("\t• a\n\t• b", "- a\n- b"),
        ("• a\n\tgoes on", "- a\n  goes on"),
        ("• a\n\n• b", "- a\n<!-- -->\n- b"),
        ("  - · a", "  - a"),
        ("- ### T", "### T"),
        ("a\n\xa0\nb", "a\n\nb"),
        ("a\n\nPage 3 of 7\n\nb", "a\n\n\n\nb"),
        (
            "\t\t|A|\tB|\n---|---|---|\nx\t|1|\t2|",
            "|  | A | B |\n| --- | --- | --- |\n| x | 1 | 2 |",
        ),
        (
            "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
            "| a | b |\n| --- | --- |\n| 1 |  |\n| 1 | 2 3 |",
        ),
        ("----------\nIAM\n----------\n• a", "\n# IAM\n\n- a"),
        ("Storage Classes\n• a", "## Storage Classes\n- a"),
        ("Shared\nYou\n• a\nUs\n• b", "## Shared\n### You\n- a\n### Us\n- b"),
        ("• such as:\n• a", "- such as:\n- a"),
        ("‚Üí SNS ‚Äî now", "→ SNS — now"),
        ("a %%b%% c", "a c"),
        ("%%\na\n\nb %%\nc", "\n\n\n\nc"),
        ("- a ^1f2e3d\n\n^my-block", "- a\n\n"),
        ("tags: #a, #b/c\n\n#Über", "\n\n"),
        ("##A\n#B c", "## A\n# B c"),
        ("- **Max size**:: 5", "- **Max size**: 5"),
        ("<details>\n<summary>A</summary>\n\nb\n</details>", "\n\n\nb\n"),
        ("  <details open>\n      - b\n        - c\n  </details>", "\n  - b\n    - c\n"),
    ],
)
def test_habit(text: str, expected: str) -> None:
    assert "\n".join(to_markdown(text.split("\n"), plain=True).lines) == expected


@given(
    st.lists(st.text(alphabet="•-=|:#`~ \tAbc1).·‚Üí\xa0", max_size=20), max_size=25), st.booleans()
)
def test_every_dialect_keeps_the_number_of_lines(lines: list[str], plain: bool) -> None:
    for dialect in all_dialects():
        assert len(dialect.rewrite(list(lines))) == len(lines), dialect.name
    assert len(to_markdown(lines, plain=plain).lines) == len(lines)


def test_titles_are_only_found_where_no_heading_is_marked() -> None:
    kinds = [b.kind.value for b in all_blocks(document("# A\n\nB\n• c\n").blocks)]
    assert kinds == ["heading", "paragraph", "list", "item"]


def test_dropped_lines_say_what_they_were() -> None:
    assert document("----------\nIAM\n----------\n• a", "n.txt").dropped == (
        LineUse(1, Use.STRUCTURE, "rule around a title"),
        LineUse(3, Use.STRUCTURE, "rule around a title"),
    )


def test_an_open_fence_hides_nothing_from_the_dialects() -> None:
    assert fenced(["```", "a", "b"]) == [False, False, False]
    assert fenced(["```", "a", "```", "b"]) == [True, True, True, False]


@pytest.mark.parametrize(
    "text", ["naïve café", "“quotes”", "Straße 5 °C", "Ελλάδα", "日本語", "→ ← ✓", "é"]
)
def test_clean_text_is_not_repaired(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize("text", ["— dash", "to → there", "café", "✓ done"])
def test_damage_is_read_as_it_was_meant(text: str) -> None:
    assert repair(text.encode().decode("mac_roman")) == text
