"""Which rules run, and on which files.

A selector is the beginning of a code: ``C`` or ``C3`` chooses among the rules that are on
by default, the full ``C301`` chooses that rule whether it is on or not. Of two selectors
that speak of one rule the longer one counts; of two equal ones the one that ignores.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from factdeck.config import LintSettings
from factdeck.errors import UserError
from factdeck.lint.rule import Rule, documentation
from factdeck.model import Finding

FAMILIES = {
    "E": "sources",
    "T": "text",
    "N": "names",
    "D": "duplicates",
    "C": "contradictions",
    "Q": "card quality",
    "M": "media",
    "P": "package",
    "S": "suppressions",
}
"""What the first letter of a code says that the rule is about."""


def select(rules: Sequence[Rule[Any]], settings: LintSettings) -> tuple[Rule[Any], ...]:
    """The rules that are to run. Raises UserError for a selector that no rule answers to."""
    chosen = (*settings.select, *settings.extend_select)
    check((*chosen, *settings.ignore), rules)
    return tuple(rule for rule in rules if _weight(rule, chosen) > _reach(rule, settings.ignore))


def per_file_ignores(
    settings: LintSettings, rules: Sequence[Rule[Any]]
) -> Callable[[Finding], bool]:
    """A test whether a finding is to be left out, because of the file that it stands in."""
    from pathspec import GitIgnoreSpec

    for _, selectors in settings.per_file_ignores:
        check(selectors, rules)
    pairs = tuple(
        (GitIgnoreSpec.from_lines([glob]), selectors)
        for glob, selectors in settings.per_file_ignores
    )
    return lambda finding: any(
        finding.code.startswith(selectors) and spec.match_file(finding.span.path)
        for spec, selectors in pairs
    )


def find(text: str, rules: Sequence[Rule[Any]]) -> tuple[Rule[Any], ...]:
    """The rules of a code, a beginning of codes or a name, in capitals or not.

    Raises UserError when there are none.
    """
    code, name = text.upper(), text.lower()
    found = tuple(rule for rule in rules if _begins(code, rule.code) or rule.name == name)
    if not found:
        raise UserError(f'There is no rule "{text}". {_hint(text, rules)}')
    return found


def table(rules: Iterable[Rule[Any]]) -> Iterable[str]:
    """All rules for a reader: a line for each, under the name of its family."""
    for family, members in groupby(rules, lambda rule: rule.code[0]):
        yield f"{family}  {FAMILIES[family]}"
        for rule in members:
            summary = documentation(rule).partition("\n")[0]
            yield f"  {rule.code}  {'on ' if rule.default else 'off'}  {summary}"


def check(selectors: Iterable[str], rules: Sequence[Rule[Any]]) -> None:
    """Raise UserError, with what may be meant, for a selector that begins no rule's code."""
    for selector in selectors:
        if message := unknown(selector, rules):
            raise UserError(message)


def selectors(settings: LintSettings) -> Iterator[str]:
    """All selectors of the settings."""
    yield from (*settings.select, *settings.extend_select, *settings.ignore)
    for _, codes in settings.per_file_ignores:
        yield from codes
    yield from (selector for selector, _ in settings.severity)


def unknown(selector: str, rules: Sequence[Rule[Any]]) -> str:
    """That there is no such rule, and what may be meant; empty when a rule answers to it."""
    if selector in FAMILIES or any(_begins(selector, rule.code) for rule in rules):
        return ""
    return f'There is no rule "{selector}". {_hint(selector, rules)}'


def severities(settings: LintSettings, rules: Sequence[Rule[Any]]) -> Callable[[Finding], Finding]:
    """A function that gives findings the severity of the settings; the longest selector counts."""
    check((selector for selector, _ in settings.severity), rules)
    wanted = sorted(settings.severity, key=lambda pair: len(pair[0]))
    by_code = {
        rule.code: severity
        for selector, severity in wanted
        for rule in rules
        if _begins(selector, rule.code)
    }

    def changed(finding: Finding) -> Finding:
        severity = by_code.get(finding.code, finding.severity)
        return replace(finding, severity=severity) if severity != finding.severity else finding

    return changed


def _begins(selector: str, code: str) -> bool:
    return bool(selector) and code.startswith(selector)


def _hint(text: str, rules: Sequence[Rule[Any]]) -> str:
    """What may be meant: the rule whose code or name is like ``text``, or those of its family."""
    text = text.upper()
    codes = {spelling: rule.code for rule in rules for spelling in (rule.code, rule.name.upper())}
    near = difflib.get_close_matches(text, codes, n=1)
    if near:
        return f"Did you mean {codes[near[0]]}?"
    family = [rule.code for rule in rules if text and rule.code[0] == text[0]]
    if family:
        return f"The rules on {FAMILIES[text[0]]} are {', '.join(family)}."
    return "`factdeck rule` lists them all."


def _reach(rule: Rule[Any], selectors: Iterable[str]) -> int:
    """The length of the longest selector that speaks of the rule, 0 without one."""
    return max((len(each) for each in selectors if _begins(each, rule.code)), default=0)


def _weight(rule: Rule[Any], selectors: Iterable[str]) -> int:
    """As :func:`_reach`, for selectors that choose."""
    return _reach(rule, (each for each in selectors if rule.default or each == rule.code))
