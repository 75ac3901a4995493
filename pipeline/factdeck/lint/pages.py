"""The documentation of the rules: one page for each, and a list of all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factdeck.lint.rule import Rule, documentation
from factdeck.lint.selection import FAMILIES


def page(rule: Rule[Any]) -> str:
    """The page of a rule, as Markdown."""
    when = "on by default" if rule.default else f"off unless `{rule.code}` is selected"
    return f"# {rule.code} {rule.name}\n\n*{rule.severity}, {when}*\n\n{documentation(rule)}\n"


def index(rules: Iterable[Rule[Any]]) -> str:
    """A list of the rules by family, as Markdown, with a link to the page of each."""
    rules = tuple(rules)
    tables = (
        _table(family, [rule for rule in rules if rule.code.startswith(family)])
        for family in FAMILIES
    )
    return "# Rules\n\n" + "\n".join(table for table in tables if table)


def _table(family: str, rules: list[Rule[Any]]) -> str:
    if not rules:
        return ""
    rows = "".join(
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {_summary(rule)} "
        f"| {rule.severity} | {'on' if rule.default else 'off'} |\n"
        for rule in rules
    )
    head = "| code | name | finds | severity | by default |\n| --- | --- | --- | --- | --- |\n"
    return f"## {family}: {FAMILIES[family]}\n\n{head}{rows}"


def _summary(rule: Rule[Any]) -> str:
    """The first line of its page, which is one sentence."""
    return documentation(rule).partition("\n")[0].replace("|", "\\|")
