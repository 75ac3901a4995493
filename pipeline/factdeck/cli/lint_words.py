"""What factdeck lint --add-words does: the words that it found unknown become known ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factdeck.cli.output import complain
from factdeck.config import WORDS
from factdeck.lint import dictionary
from factdeck.lint.spellcheck.findings import CODES
from factdeck.report.text import counted

if TYPE_CHECKING:
    from factdeck.cli.lint_look import Seen
    from factdeck.config import Config


def add(seen: Seen, config: Config) -> None:
    """Write the words of the findings into ``words.txt``, and say which these are."""
    added = dictionary.add(config, _words(seen))
    names = f": {', '.join(added)}" if added else ""
    complain(f"{WORDS}: {counted(len(added), 'word') or 'no words'} added{names}.")


def _words(seen: Seen) -> Iterator[str]:
    """The words that are found to be wrong, as they are written."""
    lines = {file.source.path: file.lines for file in seen.linted.corpus.files}
    for finding in seen.shown:
        if finding.code in CODES:
            span = finding.span
            word = lines[span.path][span.line - 1][span.column - 1 : span.end_column - 1]
            yield word.replace("’", "'")
