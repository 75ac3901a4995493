"""The documentation of note habits: a page for each syntax and dialect, and a list of all.

A page is the docstring of the module: a first line that is a sentence, when and why, then an
example. Of a syntax that is ``Notes:`` and the ``Facts:`` read from them, one a line as
:func:`line` writes it; of a dialect what is ``Written:`` and what it is ``Read as:``.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from factdeck.errors import UserError
from factdeck.facts import all_syntaxes
from factdeck.model import Fact, Quantity
from factdeck.parse.dialects import all_dialects

GROUPS = {
    "syntax": "What is read as a fact",
    "dialect": "What is read as Markdown",
}
"""The two kinds of habits, each with what its list is headed by."""


@dataclass(frozen=True, slots=True, order=True)
class Habit:
    """A way of writing notes: ``group`` is a key of :data:`GROUPS`, ``text`` its page."""

    name: str
    group: str
    text: str

    @property
    def summary(self) -> str:
        """The first line of its page, which is one sentence."""
        return self.text.partition("\n")[0]


def habits() -> tuple[Habit, ...]:
    """Every syntax, then every dialect, by name."""
    syntaxes = [Habit(s.name, "syntax", _docstring(s.read.__module__)) for s in all_syntaxes()]
    dialects = [Habit(d.name, "dialect", _docstring(d.rewrite.__module__)) for d in all_dialects()]
    return (*sorted(syntaxes), *sorted(dialects))


def find(name: str) -> Habit:
    """The habit of that name. Raises UserError with the nearest right one when there is none."""
    known = {habit.name: habit for habit in habits()}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name.lower(), known, n=1)
    hint = f"Did you mean {near[0]}?" if near else "`factdeck syntax` lists them all."
    raise UserError(f'There is no syntax or dialect "{name}". {hint}')


def line(fact: Fact) -> str:
    """A fact on one line: kind, subject, predicate and object, then what is special about it."""
    value = fact.object
    if isinstance(value, Quantity):
        value = f"{value.value:g}"
    said = "; ".join(value) if isinstance(value, tuple) else value
    parts = [fact.kind.value, fact.subject, fact.predicate, said]
    if fact.both_ways:
        parts.append("both ways")
    if fact.no_card:
        parts.append(f"no card: {fact.no_card}")
    return " |".join(f" {part}" if part else "" for part in parts).strip().replace("\n", " ⏎ ")


def page(habits: Iterable[Habit]) -> str:
    """The page of all habits, as Markdown: what there is, then each with its example."""
    habits = tuple(habits)
    lists = "\n".join(
        f"## {title}\n\n{_table(habit for habit in habits if habit.group == group)}"
        for group, title in GROUPS.items()
    )
    pages = "\n".join(f"## {habit.name}\n\n{habit.text}\n" for habit in habits)
    return f"# Note syntaxes\n\n{_INTRODUCTION}\n{lists}\n{pages}"


_INTRODUCTION = """\
What factdeck understands of the ways in which people write notes. A *syntax* is a way of writing
a fact; a *dialect* is another spelling of Markdown and is turned into it, line for line.
`factdeck syntax NAME` prints the page of one.

The facts of the examples are shown one a line: kind, subject, predicate and object, with `⏎` for
a line end and `;` between the members of a list.
"""


def _table(habits: Iterable[Habit]) -> str:
    rows = "".join(
        f"| [{habit.name}](#{habit.name}) | {_cell(habit.summary)} |\n" for habit in habits
    )
    return f"| name | |\n| --- | --- |\n{rows}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _docstring(module: str) -> str:
    return (sys.modules[module].__doc__ or "").strip()
