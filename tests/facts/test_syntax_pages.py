"""Each syntax and dialect is what its page says: its example is read as shown."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import pytest

from factdeck import cli
from factdeck.facts import all_syntaxes
from factdeck.facts.draft import Syntax
from factdeck.facts.pages import GROUPS, Habit, find, habits, line
from factdeck.parse.dialects import Dialect, all_dialects, to_markdown
from making import facts

DOCS = Path(__file__).parent.parent.parent / "docs"
HABITS = habits()
_BLOCK = re.compile(
    r"^(?P<title>Notes|Facts|Written|Read as):\n+(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)$",
    re.M | re.S,
)
SYNTAXES = [pytest.param(syntax, id=syntax.name) for syntax in all_syntaxes()]
DIALECTS = [pytest.param(dialect, id=dialect.name) for dialect in all_dialects()]


def examples(name: str, first: str, second: str) -> list[tuple[str, str]]:
    """What is written and what it is read as, pair by pair."""
    found = [(each["title"], each["text"]) for each in _BLOCK.finditer(find(name).text)]
    assert [title for title, _ in found] == [first, second] * (len(found) // 2)
    return [(a, b) for (_, a), (_, b) in zip(found[::2], found[1::2], strict=True)]


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_example_of_a_syntax(syntax: Syntax) -> None:
    for notes, shown in examples(syntax.name, "Notes", "Facts"):
        found = facts(notes)
        assert [line(fact) for fact in found] == shown.splitlines()
        assert syntax.name in {fact.syntax for fact in found}


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_every_syntax_has_an_example(syntax: Syntax) -> None:
    assert examples(syntax.name, "Notes", "Facts")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_example_of_a_dialect(dialect: Dialect) -> None:
    pairs = examples(dialect.name, "Written", "Read as")
    assert pairs
    for written, read_as in pairs:
        lines = to_markdown(written.split("\n"), plain=dialect.plain_only).lines
        assert "\n".join(lines) == read_as


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)
def test_page_begins_with_a_sentence(habit: Habit) -> None:
    first, *more = habit.text.split("\n")
    assert re.fullmatch(r"\S.*\.", first)
    assert more[:1] in ([], [""])
    assert len(first) <= 100


def test_names_and_modules_agree() -> None:
    read = [(s.name, s.read.__module__) for s in all_syntaxes()]
    rewritten = [(d.name, d.rewrite.__module__) for d in all_dialects()]
    for name, module in read + rewritten:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert module.rpartition(".")[2] == name.replace("-", "_")
        found = sys.modules[module]
        assert getattr(found, "SYNTAX" if module.startswith("factdeck.facts") else "DIALECT")
    assert len({habit.name for habit in HABITS}) == len(HABITS)


def test_page_is_fresh() -> None:
    wanted = runpy.run_path(str(DOCS / "generate.py"))["syntaxes"]()[DOCS / "syntaxes.md"]
    written = (DOCS / "syntaxes.md").read_text(encoding="utf-8")
    assert written == wanted, "run `python docs/generate.py`"


def test_list_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["syntax"]) == 0
    printed = capsys.readouterr().out
    assert re.findall(r"^  (\S+)  ", printed, re.M) == [habit.name for habit in HABITS]
    assert all(title in printed for title in GROUPS.values())


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)
def test_page_on_the_command_line(habit: Habit, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["syntax", habit.name]) == 0
    assert capsys.readouterr().out == f"{habit.name} ({habit.group})\n\n{habit.text}\n"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("chain", "Did you mean chains?"),
        ("Definition-Lists", "Did you mean definition-lists?"),
        ("xyzzy", "`factdeck syntax` lists them all."),
    ],
)
def test_unknown_name(name: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["syntax", name]) == 2
    assert capsys.readouterr().err == (
        f'factdeck: There is no syntax or dialect "{name}". {hint}\n'
    )
