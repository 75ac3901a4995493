"""Why two claims are not compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdeck.lint.contradictions.comparable import why_not
from factdeck.lint.contradictions.views import view
from linting import read_notes, write_notes

WHY_NOT = [
    ("# SQS\n\n- Kept for up to 4 days", "# SNS\n\n- Kept for up to 5 days", "another subject"),
    ("# SQS\n\n- Kept 4 days by default", "# SQS\n\n- Kept up to 5 days", "default and at most"),
    (
        "# SQS\n\n- Kept for up to 4 days",
        "# SQS\n\n- FIFO in SQS keeps it for up to 5 days",
        "only one side names fifo",
    ),
    ("# SQS\n\n- Kept for up to 4 days", "# SQS\n\n- Timeout: up to 5 days", "and timeout"),
    (
        "# SQS\n\n- Kept for up to 4 days",
        "# SQS\n\n- Kept for up to 5 days without batching",
        "only without batching",
    ),
    ("# SQS\n\n- Kept for up to 4 days", "# SQS\n\n- Kept for up to 5 days", ""),
]


@pytest.mark.parametrize(("a", "b", "why"), WHY_NOT)
def test_why_two_claims_are_not_compared(tmp_path: Path, a: str, b: str, why: str) -> None:
    write_notes(tmp_path, f"--- a.md\n{a}\n--- b.md\n{b}\n")
    corpus = read_notes(tmp_path)
    one, other = (view(each, corpus.knowledge) for each in corpus.claims_of("quantities"))
    said = why_not(one, other)
    assert said.endswith(why) if why else said == ""
