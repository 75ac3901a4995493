"""What the head of a source sets, and what is said about a wrong one."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.model import FrontMatter
from source_files import source

HEADS = [
    ("a\n---\ndeck: A\n---\n", FrontMatter()),
    (" ---\ndeck: A\n---\n", FrontMatter()),
    ("----\ndeck: A\n----\n", FrontMatter()),
    ("---\ndeck: A\n", FrontMatter()),
    ("---\n\nSome prose.\n\n---\n", FrontMatter()),
    ("---\n# Title\n---\n", FrontMatter()),
    ("---\n- a\n- b\n---\n", FrontMatter()),
    ("---\n[unclosed\n---\n", FrontMatter()),
    ("---\n" + "deck: A\n" * 5000 + "---\n", FrontMatter()),
    ("---\n---\na", FrontMatter(end_line=2)),
    ("---\naliases: [S3]\ndate: 2020-99-99\ncssclass: {a: 1}\n---\n", FrontMatter(end_line=5)),
    ("---\ndeck: AWS::Storage\n---\n", FrontMatter(deck="AWS::Storage", end_line=3)),
    ("---  \ndeck: 2024\n...\n", FrontMatter(deck="2024", end_line=3)),
    ("---\r\ndeck: A\r\n---\r\n", FrontMatter(deck="A", end_line=3)),
    ("---\ntags: [a, '#b', c d]\n---", FrontMatter(tags=("a", "b", "c d"), end_line=3)),
    ("---\ntags:\n  - a\n  - 2024\n---", FrontMatter(tags=("a", "2024"), end_line=5)),
    ("---\ntags: a, #b c\n---", FrontMatter(tags=("a",), end_line=3)),
    ("---\ntags: a, b c\n---", FrontMatter(tags=("a", "b", "c"), end_line=3)),
    ("---\ntags:\ndeck:\nlang:\n---", FrontMatter(end_line=5)),
    ("---\nlang: no\n---", FrontMatter(lang="no", end_line=3)),
    ("---\nlanguage: pt-BR\n---", FrontMatter(lang="pt-BR", end_line=3)),
    ("---\nfactdeck: off\n---", FrontMatter(off=True, end_line=3)),
    ("---\nfactdeck: False\n---", FrontMatter(off=True, end_line=3)),
    ("---\nfactdeck: on\n---", FrontMatter(end_line=3)),
]


@pytest.mark.parametrize(("text", "front"), HEADS)
def test_front_matter(tmp_path: Path, text: str, front: FrontMatter) -> None:
    found = source(tmp_path, text.encode())
    assert found.front == front
    assert found.problems == ()


WRONG_HEADS = [
    ("---\ndeck: A: b\n---\n", 2, 8, "the front matter is not valid YAML: mapping values are not"),
    ("---\na: 1\ntags: [a\n---\n", 4, 1, "the front matter is not valid YAML: "),
    ("---\na: 1\nb: \x07\n---\n", 3, 4, "the front matter is not valid YAML: special characters"),
    (f"---\na: {'[' * 5000}\n---\n", 2, 1, "the front matter is not valid YAML: it is nested too"),
    ("---\na: 1\ndeck: [A]\n---\n", 3, 1, "deck in the front matter must be the name of an Anki"),
    ("---\ndeck: A::::B\n---\n", 2, 1, "deck in the front matter must be the name of an Anki deck"),
    ("---\ntags: {a: 1}\n---\n", 2, 1, "tags in the front matter must be a list of tags"),
    ("---\ntags: [a, [b]]\n---\n", 2, 1, "tags in the front matter must be a list of tags"),
    ("---\nlang: English\n---\n", 2, 1, "lang in the front matter must be the code of a language"),
    ("---\nfactdeck: maybe\n---\n", 2, 1, "factdeck in the front matter must be on or off"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), WRONG_HEADS)
def test_wrong_front_matter_is_a_problem_with_place(
    tmp_path: Path, text: str, line: int, column: int, message: str
) -> None:
    found = source(tmp_path, text.encode())
    [problem] = found.problems
    assert (problem.code, problem.span.line, problem.span.column) == ("E102", line, column)
    assert problem.message.startswith(message)
    assert found.front.end_line == text.count("\n")
    assert found.text == text  # the rest of the file is read all the same


def test_what_is_right_beside_what_is_wrong_holds(tmp_path: Path) -> None:
    found = source(tmp_path, b"---\ndeck: [A]\ntags: a\n---\n")
    assert found.front == FrontMatter(tags=("a",), end_line=4)


HEAD_PIECES = st.sampled_from(
    [
        "deck: ",
        "tags: ",
        "lang: ",
        "factdeck: ",
        "a",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!!t ",
        "? ",
        "- ",
        "'",
        '"',
        "|",
        ">",
        "%",
        "#",
        "<<: ",
        "---",
        "...",
    ]
) | st.sampled_from("\n\t \x85\0")


@given(st.lists(HEAD_PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_any_front_matter_is_read(head: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        found = source(Path(name), f"---\na: {head}\n---\n".encode(errors="replace"))
    assert {problem.code for problem in found.problems} <= {"E101", "E102"}
    assert all(1 <= problem.span.line <= head.count("\n") + 5 for problem in found.problems)
