"""The bench that plants contradictions: what it changes, and that the linter finds it."""

from __future__ import annotations

import random
import runpy
from pathlib import Path
from typing import Any

import pytest

BENCH: dict[str, Any] = runpy.run_path(str(Path(__file__).parent.parent / "bench" / "planted.py"))
NOTES = """\
# Queues

Some words about queues.

## Message queues

- Messages are kept for 14 days
- There are 3 kinds of message queues
- A queue can be attached to several topics
- It is the Simple Queue Service (SQS)
- Every queue has a name of its own
- Types of messages:
    - Orders
    - Bills
    - Letters
    - Receipts
"""


@pytest.mark.parametrize("reword", [False, True])
@pytest.mark.parametrize("kind", ["value", "count", "polarity", "expansion", "member"])
def test_what_is_planted_is_found(tmp_path: Path, kind: str, reword: bool) -> None:
    (tmp_path / "queues.md").write_text(NOTES)
    section = list(BENCH["sections"](tmp_path))[-1]
    planted = BENCH["plant"](section, kind, random.Random(1), reword=reword)
    assert planted.changed
    assert BENCH["is_found"](planted)


def test_an_unchanged_copy_is_silent(tmp_path: Path) -> None:
    (tmp_path / "queues.md").write_text(NOTES)
    section = list(BENCH["sections"](tmp_path))[-1]
    found, _ = BENCH["findings"](BENCH["unchanged"](section, random.Random(1), reword=False))
    assert found == ()


@pytest.mark.parametrize(
    "body",
    [
        "- Some limit\n\n      kept for 14 days\n",
        "- Kept for `14 days`\n- Others\n",
        "- For example:\n    - Kept for 14 days\n",
        "- Kept for some time, such as 14 days\n- Others\n",
    ],
)
def test_nothing_is_planted_where_nothing_is_stated(tmp_path: Path, body: str) -> None:
    (tmp_path / "queues.md").write_text(f"# Queues\n\n{body}")
    (section,) = BENCH["sections"](tmp_path)
    assert BENCH["plant"](section, "value", random.Random(1), reword=False) is None


def test_exercises_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "queues.md").write_text("# Exercises\n\n## Queues\n\n- Kept 14 days\n- Others\n")
    assert list(BENCH["sections"](tmp_path)) == []
