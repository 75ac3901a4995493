"""Rules and what they look at in, findings out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from factdeck.config import LintSettings
from factdeck.lint import suppressions
from factdeck.lint.rule import Rule, all_rules
from factdeck.lint.selection import per_file_ignores, select, severities
from factdeck.lint.subjects import Corpus, Deck, File, Package
from factdeck.model import Finding


def lint(
    subjects: Iterable[object], settings: LintSettings, *, whole: bool = True
) -> tuple[Finding, ...]:
    """What the selected rules say about the subjects, sorted, without what authors suppress.

    ``subjects`` are files, corpora, decks and packages, in any order; ``whole``: they are all
    the notes there are, so that what is not found does not exist. Raises UserError for a
    selector that no rule answers to.
    """
    rules = all_rules()
    chosen = select(rules, settings)
    ignored = per_file_ignores(settings, rules)
    judged = severities(settings, rules)
    subjects = tuple(subjects)
    found = _obeyed(chosen, rules, run(chosen, subjects), subjects, whole=whole)
    return tuple(judged(finding) for finding in found if not ignored(finding))


def run(rules: Iterable[Rule[Any]], subjects: Iterable[object]) -> tuple[Finding, ...]:
    """What the rules say about the subjects: each finding once, sorted by place, then code."""
    every = tuple(subject for subject in subjects if not _is_off(subject))
    return tuple(sorted({finding: finding for rule in rules for finding in _findings(rule, every)}))


def _obeyed(
    chosen: Sequence[Rule[Any]],
    rules: Sequence[Rule[Any]],
    found: Iterable[Finding],
    subjects: Iterable[object],
    *,
    whole: bool,
) -> tuple[Finding, ...]:
    """The findings that no suppression passes over, with those about the suppressions."""
    files = (each for each in subjects if isinstance(each, File) and not _is_off(each))
    read = [each for each in (suppressions.read(file, rules) for file in files) if each.is_there]
    if not read:
        return tuple(found)
    kept, used = suppressions.obey(found, read)
    judging = (File,) if not whole else (File, Corpus, Deck, Package)
    ran = {rule.code for rule in chosen if rule.over in judging}
    about = run(chosen, [suppressions.with_unused(each, used, ran, rules) for each in read])
    return tuple(sorted((*kept, *suppressions.obey(about, read)[0])))


def _findings(rule: Rule[Any], subjects: tuple[object, ...]) -> Iterable[Finding]:
    for subject in subjects:
        if isinstance(subject, rule.over):
            yield from rule.check(rule, subject)


def _is_off(subject: object) -> bool:
    """Whether it is a file that its front matter switches off."""
    return isinstance(subject, File) and subject.source.front.off
