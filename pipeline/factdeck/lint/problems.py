"""What reading and parsing had to say about a source, as findings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Finding


def reported(rule: Rule[File], file: File) -> Iterator[Finding]:
    """The problems of the file that bear the code of the rule."""
    of_document = file.document.problems if file.document else ()
    for problem in chain(file.source.problems, of_document):
        if problem.code == rule.code:
            yield rule.finding(problem.span, problem.message)
