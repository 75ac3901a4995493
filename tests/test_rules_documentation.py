"""Each rule is what its page says: its bad example is found, its good one is not."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

from factdeck.lint import Rule, all_rules, documentation
from factdeck.lint.selection import FAMILIES
from factdeck.package import Package
from linting import findings, read_notes, write_notes

RULES = all_rules()
DOCS = Path(__file__).parent.parent / "docs"
PAGES = runpy.run_path(str(DOCS / "generate.py"))["pages"]()
_EXAMPLE = re.compile(
    r"^(?P<kind>Bad|Good):\n+(?P<fence>`{3,})\w*\n(?P<text>.*?)^(?P=fence)$", re.M | re.S
)


def examples(rule: Rule[Any]) -> list[tuple[str, str]]:
    return [(each["kind"], each["text"]) for each in _EXAMPLE.finditer(documentation(rule))]


CASES = [
    pytest.param(rule.code, kind, text, id=f"{rule.code}-{kind}-{number}")
    for rule in RULES
    for number, (kind, text) in enumerate(examples(rule))
]


@pytest.mark.parametrize(("code", "kind", "text"), CASES)
def test_example(tmp_path: Path, code: str, kind: str, text: str) -> None:
    write_notes(tmp_path, text)
    found = findings(code, read_notes(tmp_path))
    assert {finding.code for finding in found} == ({code} if kind == "Bad" else set())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_metadata(rule: Rule[Any]) -> None:
    assert re.fullmatch(rf"[{''.join(FAMILIES)}]\d{{3}}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    module = sys.modules[rule.check.__module__]
    assert module.RULE is rule
    file_name = f"{rule.code}_{rule.name}".lower().replace("-", "_")
    assert module.__name__ == f"factdeck.lint.rules.{file_name}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_has_a_summary_and_both_examples(rule: Rule[Any]) -> None:
    text = documentation(rule)
    first, blank, *_ = text.split("\n")
    assert re.match(r"\S.*\.$", first)
    assert not blank
    assert re.search("^Bad:", text, re.M)
    assert re.search("^Good:", text, re.M)
    if rule.over is not Package:  # no notes lead to a package that its builder refuses
        assert {kind for kind, _ in examples(rule)} == {"Bad", "Good"}


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES))
def test_page_is_fresh(name: str) -> None:
    written = (DOCS / "rules" / name).read_text(encoding="utf-8")
    assert written == PAGES[DOCS / "rules" / name], "run `python docs/generate.py`"


def test_there_is_no_page_without_a_rule() -> None:
    assert set((DOCS / "rules").glob("*.md")) <= set(PAGES)
