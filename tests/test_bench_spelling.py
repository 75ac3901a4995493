"""Planted slips are found, and nothing else is, in notes that have no other."""

from __future__ import annotations

import runpy
from pathlib import Path

from factdeck.corpus import Corpus, File
from factdeck.lint import run
from factdeck.lint.spellcheck.findings import CODES
from factdeck.model import Source
from factdeck.parse import parse
from linting import rule

BENCH = Path(__file__).parent.parent / "bench"
SPELLING = runpy.run_path(str(BENCH / "spelling.py"), run_name="spelling")


def test_planted_slips_are_taken_out_of_the_marks() -> None:
    text, slips = SPELLING["planted"]("# One\n\n- a {Recieved|Received} {tothe|to the} b\n")
    assert text == "# One\n\n- a Recieved tothe b\n"
    assert [(slip.line, slip.wrong, slip.right) for slip in slips] == [
        (3, "recieved", ("received",)),
        (3, "tothe", ("to the",)),
    ]


def test_score() -> None:
    found = SPELLING["Found"]
    wanted = [found("a", 1, "x", ("y",)), found("a", 2, "v", ("w",))]
    told = [found("a", 1, "x", ("z", "y")), found("a", 1, "q"), found("a", 3, "v", ("w",))]
    assert SPELLING["score"](told, wanted) == (1 / 3, 1 / 2, 1.0)
    assert SPELLING["score"]([], wanted) == (0.0, 0.0, 0.0)


def test_precision_and_recall() -> None:
    text, slips = SPELLING["planted"]((BENCH / "spelling.md").read_text(encoding="utf-8"))
    source = Source("notes.md", "notes.md", "notes.md", text)
    corpus = Corpus((File(source, parse(source), lang="en"),))
    lines = text.split("\n")
    wanted = {(slip.line, slip.wrong) for slip in slips}
    told = {
        (span.line, lines[span.line - 1][span.column - 1 : span.end_column - 1].lower())
        for span in (each.span for each in run(map(rule, sorted(CODES)), [corpus]))
    }
    assert len(wanted & told) >= 0.85 * len(wanted), sorted(wanted - told)
    assert len(wanted & told) >= 0.96 * len(told), sorted(told - wanted)
