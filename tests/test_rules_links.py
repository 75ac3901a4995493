"""Links between sources: where they lead, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from linting import lint_text

PAGE = "# Page\n\n## Part one\n"


@pytest.mark.parametrize(
    ("code", "link"),
    [
        ("E301", "[a](sub/page.md)"),
        ("E301", "[a](<sub/my page.md>)"),
        ("E301", "[a](sub/my%20page.md)"),
        ("E301", "[a](sub)"),
        ("E301", "[a](sub/)"),
        ("E301", "[a](sub/page.md?plain=1)"),
        ("E302", "[a](sub/page.md#part-one)"),
        ("E302", "[a](sub/page#part-one)"),
        ("E302", "[a](sub#in-it)"),
        ("E302", "[a](data.csv#L10)"),
        ("E302", "[a](sub/page.md#Part%20one)"),
        ("E303", "[[page]]"),
        ("E303", "[[sub/page#Part one|text]]"),
        ("E303", "[[data.csv]]"),
    ],
)
def test_good_link(tmp_path: Path, code: str, link: str) -> None:
    files = {
        "a.md": f"# A\n\n{link}\n",
        "sub/page.md": PAGE,
        "sub/my page.md": PAGE,
        "sub/README.md": "# In it\n",
        "data.csv": "",
    }
    assert lint_text(tmp_path, code, files) == ()


def test_plain_text_has_no_links(tmp_path: Path) -> None:
    files = {"a.txt": "[a](missing.md) and [[missing]] and [b](#missing)\n"}
    for code in ("E301", "E302", "E303"):
        assert lint_text(tmp_path, code, files) == ()


ESCAPED = [
    # a line, and what E301 and E303 say of it
    (r"\[a](missing.md)", []),
    (r"[a\](missing.md)", []),
    (r"!\[a](missing.md)", []),
    (r"\[[missing]]", []),
    (r"[\[missing]]", []),
    (r"\\[a](missing.md)", ["E301"]),
    (r"[a \] b](missing.md)", ["E301"]),
    (r"\![a](missing.md)", ["E301"]),
    (r"\\[[missing]]", ["E303"]),
]


@pytest.mark.parametrize(("line", "codes"), ESCAPED)
def test_an_escaped_bracket_is_that_of_no_link(tmp_path: Path, line: str, codes: list[str]) -> None:
    found = [lint_text(tmp_path, code, {"a.md": f"# A\n\n{line}\n"}) for code in ("E301", "E303")]
    assert [each.code for each in (*found[0], *found[1])] == codes


@pytest.mark.parametrize(
    ("source", "link", "there", "instead"),
    [
        ("a.md", "page.md", "sub/page.md", "sub/page.md"),
        ("x/a.md", "page.md", "y/page.md", "../y/page.md"),
        ("x/a.md", "../page.md#part-one", "x/page.md", "page.md#part-one"),
        ("a.md", "my%20page.md", "x/my page.md", "x/my%20page.md"),
        ("x/y/a.md", "Page.MD", "x/page.md", "../page.md"),
    ],
)
def test_link_to_a_source_that_lies_elsewhere_is_mended(
    tmp_path: Path, source: str, link: str, there: str, instead: str
) -> None:
    [found] = lint_text(tmp_path, "E301", {source: f"[a]({link})\n", there: PAGE})
    assert found.fix
    assert not found.fix.safe
    assert [edit.content for edit in found.fix.edits] == [instead]
    assert found.span.column == 5
    assert found.span.end_column == 5 + len(link)


@pytest.mark.parametrize("there", [{"x/page.md": PAGE, "y/page.md": PAGE}, {"x/README.md": PAGE}])
def test_no_guess_is_made_between_several(tmp_path: Path, there: dict[str, str]) -> None:
    name = next(iter(there)).rpartition("/")[2]
    [found] = lint_text(tmp_path, "E301", {"a.md": f"[a](z/{name})\n", **there})
    assert found.fix is None


@pytest.mark.parametrize(
    ("link", "instead"),
    [
        ("#part-oen", "#part-one"),
        ("#part--one", "#part-one"),
        ("sub/page.md#prat-one", "sub/page.md#part-one"),
        ("#whatever", None),
    ],
)
def test_anchor_that_is_nearly_right_is_mended(
    tmp_path: Path, link: str, instead: str | None
) -> None:
    files = {"a.md": f"{PAGE}\n[a]({link})\n", "sub/page.md": PAGE}
    [found] = lint_text(tmp_path, "E302", files)
    mended = found.fix.edits[0].content if found.fix else None
    assert mended == instead
