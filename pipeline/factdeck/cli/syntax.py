"""factdeck syntax: the pages of the ways of writing notes."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from factdeck.cli import output
from factdeck.cli.arguments import Commands, command


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = command(commands, "syntax", "explain a way of writing notes, or list them all")
    parser.add_argument("name", nargs="?", metavar="NAME", help="as in lead-terms")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck.facts import pages

    if options.name is None:
        return output.lines(_table_of_habits())
    habit = pages.find(options.name)
    return output.lines([f"{habit.name} ({habit.group})", "", habit.text])


def _table_of_habits() -> Iterable[str]:
    from factdeck.facts import pages

    habits = pages.habits()
    width = max(len(habit.name) for habit in habits)
    for group, title in pages.GROUPS.items():
        yield title
        for habit in habits:
            if habit.group == group:
                yield f"  {habit.name:{width}}  {habit.summary}"
