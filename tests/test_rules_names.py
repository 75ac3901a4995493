"""Names that the settings know, and topics under two names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.config import load
from factdeck.corpus import Corpus
from factdeck.lint.names import right_capitals
from factdeck.lint.slips import is_slip
from factdeck.model import Finding
from linting import findings, lint_text, read_notes, write_notes


def with_names(folder: Path, text: str, *names: str) -> tuple[Finding, ...]:
    write_notes(folder, text)
    return findings("N102", replace(read_notes(folder), names=frozenset(names)))


@pytest.mark.parametrize(
    "text",
    [
        "GitHub and `github` and https://github.com and github.com",
        "GitHubs, a GitHubber, my-github-repo_x",
        "Node.js and nodejs",
    ],
)
def test_names_of_the_settings_stay_silent(tmp_path: Path, text: str) -> None:
    assert with_names(tmp_path, text, "GitHub", "Node.js") == ()


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("on Github only", "Github", "GitHub"),
        ("Github, Github, Github and GitHub", "Github", "GitHub"),
        ("**github**", "github", "GitHub"),
        ("Route53 and route53", "route53", "Route53"),
        ("elastic Beanstalk", "elastic Beanstalk", "Elastic Beanstalk"),
        ("LAMBDA", "LAMBDA", "Lambda"),
    ],
)
def test_names_of_the_settings_are_right(tmp_path: Path, text: str, wrong: str, right: str) -> None:
    found = with_names(tmp_path, text, "GitHub", "Route53", "Elastic Beanstalk", "Lambda")
    assert {each.message for each in found} == {
        f'"{wrong}" should be "{right}", as the settings say'
    }
    for each in found:
        assert each.fix
        assert each.fix.safe
        [edit] = each.fix.edits
        span = edit.span
        assert text[span.column - 1 : span.end_column - 1] == wrong
        assert edit.content == right


def test_names_are_read_from_the_settings(tmp_path: Path) -> None:
    (tmp_path / "factdeck.toml").write_text('[lint]\nnames = ["GitHub"]\n')
    write_notes(tmp_path, "On Github.\n")
    assert load(tmp_path).lint.names == ("GitHub",)
    assert [each.span.column for each in findings("N102", read_notes(tmp_path))] == [4]


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("CodeGurn", [], []),
        ("CodeGurn and CodeGuru", ["CodeGuru", "CodeGurn"], []),
        ("CodeGuru", ["CodeGuru"], []),
        ("CodeGurn", ["CodeGuru"], ['"CodeGurn" should be "CodeGuru", a name of the settings']),
    ],
)
def test_name_that_is_nearly_one_of_the_settings(
    tmp_path: Path, text: str, names: list[str], found: list[str]
) -> None:
    write_notes(tmp_path, text)
    corpus = replace(read_notes(tmp_path), names=frozenset(names))
    assert [each.message for each in findings("N101", corpus)] == found


def test_a_learned_name_is_no_safe_fix(tmp_path: Path) -> None:
    [found] = lint_text(tmp_path, "N102", "QuickSight, QuickSight and Quicksight\n")
    assert found.fix
    assert not found.fix.safe


def test_words_of_the_settings_are_left_alone(tmp_path: Path) -> None:
    write_notes(tmp_path, "QuickSight, QuickSight and Quicksight\n")
    corpus: Corpus = replace(read_notes(tmp_path), known=frozenset({"quicksight"}))
    assert findings("N102", corpus) == ()


@given(st.dictionaries(st.text("abAB", min_size=4, max_size=6), st.integers(1, 30)))
def test_the_right_spelling_is_another_one_of_the_same_letters_and_stays(
    words: dict[str, int],
) -> None:
    right = right_capitals(words)
    for wrong, best in right.items():
        assert wrong != best
        assert wrong.lower() == best.lower()
        assert words[best] >= 2 * words[wrong]
        assert best not in right


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("Example", "Examples"), []),
        (("Security Group", "Security Group"), []),
        (("Security Group", "Security Grouping"), []),
        (("Exam Tips", "Exam"), []),
        (("Security Group", "Security Groups"), [1]),
        (("Security Groups", "Security group"), [3]),
        (("Shared Library", "Shared libraries"), [1]),
    ],
)
def test_plural_of_a_heading(tmp_path: Path, headings: tuple[str, str], found: list[int]) -> None:
    text = f"# {headings[0]}\n\n# {headings[1]}\n"
    assert [each.span.line for each in lint_text(tmp_path, "N105", text)] == found


@pytest.mark.parametrize(
    ("word", "meant", "is_one"),
    [
        ("deck", "deck", False),
        ("long", "lang", False),
        ("eck", "deck", False),
        ("page", "tags", False),
        ("Deck", "deck", True),
        ("dcek", "deck", True),
        ("tag", "tags", True),
        ("decks", "deck", True),
        ("langudge", "language", True),
        ("lnagaueg", "language", False),
    ],
)
def test_slip(word: str, meant: str, is_one: bool) -> None:
    assert is_slip(word, meant) == is_one
