"""factdeck rule: the pages of the rules."""

from __future__ import annotations

import argparse

from factdeck.cli import output
from factdeck.cli.arguments import Commands, command
from factdeck.cli.output import OK


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = command(commands, "rule", "explain a rule of the linter, or list them all")
    parser.add_argument("code", nargs="?", metavar="CODE", help="or name, as in C301")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck.lint import all_rules, documentation, selection

    rules = all_rules()
    if options.code is None:
        return output.lines(selection.table(rules))
    for rule in selection.find(options.code, rules):
        state = "on by default" if rule.default else "off by default"
        output.lines([f"{rule.code} {rule.name} ({rule.severity.value}, {state})", ""])
        output.lines([documentation(rule), ""])
    return OK
