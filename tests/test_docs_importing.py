"""docs/importing.md promises nothing that is not tried in real Anki."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "importing.md").read_text("utf-8")


def test_every_promise_is_a_scenario() -> None:
    named = set(re.findall(r"\btest_\w+", PAGE))
    anki = (
        file
        for file in (ROOT / "tests").glob("test_*.py")
        if "real_anki" in file.read_text("utf-8")
    )
    known = set(re.findall(r"^def (test_\w+)", "\n".join(f.read_text("utf-8") for f in anki), re.M))
    assert named
    assert named <= known


def test_every_item_names_its_scenario() -> None:
    items = re.findall(r"^- .*", PAGE, re.M)
    assert [item for item in items if "<!-- test_" not in item] == []
