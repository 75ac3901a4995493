"""docs/adopting.md promises nothing that is not tried."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "adopting.md").read_text("utf-8")


def test_every_promise_is_a_test() -> None:
    named = set(re.findall(r"\btest_\w+", PAGE))
    files = (ROOT / "tests" / name for name in ("test_adopt.py", "test_deck_linting.py"))
    tests = "\n".join(file.read_text("utf-8") for file in files)
    assert named
    assert named <= set(re.findall(r"^def (test_\w+)", tests, re.M))
