"""The findings of the rules about spelling: each of them tells by one kind of evidence."""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.corpus import Corpus
from factdeck.lint.occurrences import occurrences
from factdeck.lint.rule import Rule
from factdeck.lint.spellcheck.verdicts import Evidence, verdicts
from factdeck.lint.spelling import misspelled
from factdeck.model import Finding

CODES = frozenset({"T101", "T102", "T103", "T104", "T105", "T302"})
"""The codes of these rules: what they find is a word that the author may know better."""


def findings(rule: Rule[Corpus], corpus: Corpus, evidence: Evidence) -> Iterator[Finding]:
    """A finding at each place of the words that are wrong by that evidence."""
    wrong = {
        word: verdict.right
        for word, verdict in verdicts(corpus).items()
        if verdict.evidence is evidence
    }
    for word, span in occurrences(corpus.english, wrong):
        yield misspelled(rule, span, word, wrong[word])
