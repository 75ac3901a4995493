"""Prefixes choose among the rules that are on by default, a full code chooses any."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from factdeck.config import LintSettings
from factdeck.corpus import File
from factdeck.errors import UserError
from factdeck.lint import Rule
from factdeck.lint.selection import find, per_file_ignores, select, severities
from factdeck.model import Finding, Severity, Span


def nothing(_rule: Rule[File], _file: File) -> Iterable[Finding]:
    return ()


def rule(code: str, name: str = "name", default: bool = True) -> Rule[File]:
    return Rule(code, name, Severity.ERROR, File, nothing, default)


RULES = (
    rule("C301", "count-against-list"),
    rule("C302", "counts-apart"),
    rule("C401"),
    rule("E202", default=False),
    rule("T101"),
)

SELECTED = [
    (LintSettings(), "C301 C302 C401 T101"),
    (LintSettings(select=()), ""),
    (LintSettings(select=("C",)), "C301 C302 C401"),
    (LintSettings(select=("C3",)), "C301 C302"),
    (LintSettings(select=("C3", "T1")), "C301 C302 T101"),
    (LintSettings(select=("E",)), ""),
    (LintSettings(select=("E20",)), ""),
    (LintSettings(select=("E202",)), "E202"),
    (LintSettings(extend_select=("E202",)), "C301 C302 C401 E202 T101"),
    (LintSettings(ignore=("C",)), "T101"),
    (LintSettings(ignore=("C301",)), "C302 C401 T101"),
    (LintSettings(select=("C301",), ignore=("C",)), "C301"),
    (LintSettings(select=("C3", "C302"), ignore=("C3",)), "C302"),
    (LintSettings(select=("C301",), ignore=("C301",)), ""),
    (LintSettings(select=("D", "P")), ""),  # families without a rule of these
]


@pytest.mark.parametrize(("settings", "codes"), SELECTED)
def test_selection(settings: LintSettings, codes: str) -> None:
    assert " ".join(each.code for each in select(RULES, settings)) == codes


UNKNOWN = [
    (LintSettings(select=("C303",)), 'There is no rule "C303". Did you mean C30[12]?'),
    (LintSettings(ignore=("c301",)), 'There is no rule "c301". Did you mean C301?'),
    (LintSettings(extend_select=("T10x",)), 'There is no rule "T10x". Did you mean T101?'),
    (LintSettings(select=("Z",)), 'There is no rule "Z". `factdeck rule` lists them all.'),
    (LintSettings(select=("",)), 'There is no rule ""'),
    (LintSettings(per_file_ignores=(("*.md", ("T9",)),)), "The rules on text are T101."),
    (LintSettings(select=("counts-apart",)), "Did you mean C302?"),
]


@pytest.mark.parametrize(("settings", "message"), UNKNOWN)
def test_unknown_codes(settings: LintSettings, message: str) -> None:
    pattern = message.replace("?", r"\?").replace(".", r"\.")
    with pytest.raises(UserError, match=pattern):
        per_file_ignores(settings, select(RULES, settings))


FOUND = [
    ("C301", "C301"),
    ("c30", "C301 C302"),
    ("counts-apart", "C302"),
    ("Counts-Apart", "C302"),
    ("e", "E202"),
]


@pytest.mark.parametrize(("text", "codes"), FOUND)
def test_find(text: str, codes: str) -> None:
    assert " ".join(each.code for each in find(text, RULES)) == codes


LOST = [
    ("", "`factdeck rule` lists them all."),
    ("C9", "The rules on contradictions are C301, C302, C401."),
    ("c9", "The rules on contradictions are C301, C302, C401."),
    ("C30l", "Did you mean C30"),
    ("count-apart", "Did you mean C302?"),
    ("D", "`factdeck rule` lists them all."),
    ("xyz", "`factdeck rule` lists them all."),
]


@pytest.mark.parametrize(("text", "hint"), LOST)
def test_find_nothing(text: str, hint: str) -> None:
    with pytest.raises(UserError, match=re.escape(f'There is no rule "{text}". {hint}')):
        find(text, RULES)


IGNORED = [
    ("old/*", "T", "old/a.md", "T101", True),
    ("old/*", "T101", "old/a.md", "T101", True),
    ("old", "T", "old/deep/a.md", "T101", True),
    ("*.txt", "T", "a/b.txt", "T101", True),
    ("old/*", "C", "old/a.md", "T101", False),
    ("old/*", "T", "new/a.md", "T101", False),
    ("/a.md", "T", "b/a.md", "T101", False),
]


@pytest.mark.parametrize(("glob", "selector", "path", "code", "ignored"), IGNORED)
def test_per_file_ignores(glob: str, selector: str, path: str, code: str, ignored: bool) -> None:
    settings = LintSettings(per_file_ignores=((glob, (selector,)),))
    finding = rule(code).finding(Span(path, 1), "message")
    assert per_file_ignores(settings, RULES)(finding) is ignored


WARNING, ERROR = Severity.WARNING, Severity.ERROR
SEVERITIES = [
    ((), "C301", ERROR),
    ((("T", WARNING),), "C301", ERROR),
    ((("C", WARNING),), "C301", WARNING),
    ((("C", WARNING), ("C30", ERROR)), "C301", ERROR),
    ((("C30", ERROR), ("C", WARNING)), "C301", ERROR),
    ((("C301", WARNING),), "C302", ERROR),
]


@pytest.mark.parametrize(("pairs", "code", "severity"), SEVERITIES)
def test_severities(pairs: tuple[tuple[str, Severity], ...], code: str, severity: Severity) -> None:
    finding = rule(code).finding(Span("a.md", 1), "message")
    assert severities(LintSettings(severity=pairs), RULES)(finding).severity is severity


def test_severity_of_an_unknown_rule() -> None:
    with pytest.raises(UserError, match='There is no rule "C9"'):
        severities(LintSettings(severity=(("C9", ERROR),)), RULES)
