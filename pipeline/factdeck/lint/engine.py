"""Rules and what they look at in, findings out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factdeck.config import LintSettings
from factdeck.lint.rule import Rule, all_rules
from factdeck.lint.selection import per_file_ignores, select
from factdeck.lint.subjects import File
from factdeck.model import Finding


def lint(subjects: Iterable[object], settings: LintSettings) -> tuple[Finding, ...]:
    """What the selected rules say about the subjects, sorted, without what is ignored in its file.

    ``subjects`` are files, corpora, decks and packages, in any order. Raises UserError for a
    selector that no rule answers to.
    """
    ignored = per_file_ignores(settings, all_rules())
    found = run(select(all_rules(), settings), subjects)
    return tuple(finding for finding in found if not ignored(finding))


def run(rules: Iterable[Rule[Any]], subjects: Iterable[object]) -> tuple[Finding, ...]:
    """What the rules say about the subjects: each finding once, sorted by place, then code."""
    every = tuple(subject for subject in subjects if not _is_off(subject))
    return tuple(sorted({finding: finding for rule in rules for finding in _findings(rule, every)}))


def _findings(rule: Rule[Any], subjects: tuple[object, ...]) -> Iterable[Finding]:
    for subject in subjects:
        if isinstance(subject, rule.over):
            yield from rule.check(rule, subject)


def _is_off(subject: object) -> bool:
    """Whether it is a file that its front matter switches off."""
    return isinstance(subject, File) and subject.source.front.off
