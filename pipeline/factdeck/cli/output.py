"""What the commands say: lines to standard output, complaints to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck import process

if TYPE_CHECKING:
    from factdeck.config import Config
    from factdeck.corpus import Corpus
    from factdeck.model import Finding
    from factdeck.report import Report

OK, FOUND, CANNOT = 0, 1, 2
"""The exit codes: done, findings, cannot run."""


def lines(texts: Iterable[str]) -> int:
    """Print the texts, a line each; the exit code of a command that is done."""
    for text in texts:
        process.write(text + "\n")
    return OK


def complain(text: str) -> None:
    """Tell whoever runs the command, beside its output."""
    with suppress(OSError):  # who cannot be told is not kept from the rest
        print(f"factdeck: {text}", file=sys.stderr)


def warn_unreadable(corpus: Corpus, config: Config, folder: Path) -> None:
    """Complain of each source that could not be read, or not wholly."""
    from factdeck.report import text

    report = reported((), corpus, config, folder)
    for file in corpus.files:
        for problem in file.source.problems:
            complain(f"warning: {text.place(problem.span, report)}: {problem.message}")


def reported(findings: Sequence[Finding], corpus: Corpus, config: Config, folder: Path) -> Report:
    """Findings as they are shown in the working ``folder``."""
    from factdeck.report import Report, wants_colour

    found = {file.source.path: file.source for file in corpus.files}
    return Report(findings, found, config.root, folder, wants_colour(sys.stdout, os.environ))
