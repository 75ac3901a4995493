"""Findings come sorted, once, and the same whatever order the subjects are in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.config import LintSettings
from factdeck.corpus import Corpus, File
from factdeck.errors import UserError
from factdeck.lint import Rule, all_rules, lint, run
from factdeck.model import Finding, FrontMatter, Severity, Source, Span
from factdeck.parse import parse


def file(path: str, text: str, off: bool = False) -> File:
    source = Source(path, path, path, text, front=FrontMatter(off=off))
    return File(source, parse(source))


def say(rule: Rule[File], one: File) -> Iterable[Finding]:
    for number in range(len(one.lines), 0, -1):
        yield rule.finding(Span(one.source.path, number), "found")
        yield rule.finding(Span(one.source.path, number), "found")


def count(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    yield rule.finding(Span("a.md", 1), f"{len(corpus.files)} files")


FILES = (file("b.md", "x\ny\n"), file("a.md", "x\ny\n"), file("a/c.md", "x\n"))
RULES = (
    Rule("T999", "says", Severity.ERROR, File, say),
    Rule("E999", "counts", Severity.WARNING, Corpus, count),
)


@given(st.permutations([*FILES, Corpus(FILES), "neither"]), st.permutations(RULES))
def test_order_of_subjects_and_rules_does_not_matter(
    subjects: list[object], rules: list[Rule[object]]
) -> None:
    places = [(each.span.path, each.span.line, each.code) for each in run(rules, subjects)]
    assert places == [
        ("a.md", 1, "E999"),
        ("a.md", 1, "T999"),
        ("a.md", 2, "T999"),
        ("a/c.md", 1, "T999"),
        ("b.md", 1, "T999"),
        ("b.md", 2, "T999"),
    ]


def test_a_source_that_is_switched_off_is_not_looked_at() -> None:
    off = file("a.md", "The the bucket, recieve\n", off=True)
    settings = LintSettings(select=("T",))
    assert lint([off, Corpus((off,))], settings) == ()
    on = file("a.md", "The the bucket, recieve\n")
    assert [each.code for each in lint([on, Corpus((on,))], settings)] == ["T301", "T101"]


def test_settings_choose_rules_and_files() -> None:
    files = [file("a.md", "the the\n"), file("old/a.md", "the the\n")]
    settings = LintSettings(select=("T301",), per_file_ignores=(("old/*", ("T",)),))
    assert [each.span.path for each in lint(files, settings)] == ["a.md"]
    with pytest.raises(UserError, match="T399"):
        lint(files, LintSettings(select=("T399",)))


def test_known_words_are_right() -> None:
    text = "Recieve and recieve, Encryptoin encryption encryption encryption encryption encryption"
    files = (file("a.md", text),)
    assert run_on(Corpus(files)) == ["Recieve", "recieve", "Encryptoin"]
    assert run_on(Corpus(files, frozenset({"Recieve", "ENCRYPTOIN"}))) == []


def run_on(corpus: Corpus) -> list[str]:
    found = lint([corpus], LintSettings(select=("T1",)))
    return [each.message.split('"')[1] for each in found]


def test_a_fingerprint_is_of_the_content_not_of_the_place() -> None:
    rule, other = (Rule(code, "says", Severity.ERROR, File, say) for code in ("T998", "T999"))
    here = rule.finding(Span("a.md", 1), "4 here, 3 in b.md:9", "kinds", "4", "3")
    moved = rule.finding(Span("a.md", 7), "4 here, 3 in b.md:12", "kinds", "4", "3")
    changed = rule.finding(Span("a.md", 1), "4 here, 2 in b.md:9", "kinds", "4", "2")
    elsewhere = other.finding(Span("a.md", 1), "4 here, 3 in b.md:9", "kinds", "4", "3")
    assert here.fingerprint == moved.fingerprint
    assert len({here.fingerprint, changed.fingerprint, elsewhere.fingerprint}) == 3


ASKING = ("T101", "T102", "T103", "T104", "T302")  # these start a program
OWN = [rule for rule in all_rules() if rule.code[0] in "ETNM" and rule.code not in ASKING]


@given(st.lists(st.text(max_size=200) | st.text("ab #`*-=<>|[]()!\n\t’é√™Ã©", max_size=200)))
def test_any_text_can_be_linted(texts: list[str]) -> None:
    files = tuple(file(f"{number}.md", text) for number, text in enumerate(texts))
    for finding in run(OWN, [*files, Corpus(files)]):
        lines = texts[int(finding.span.path.removesuffix(".md"))].split("\n")
        assert 1 <= finding.span.line <= finding.span.end_line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        assert finding.fingerprint


def test_the_report_is_the_same_bytes_in_every_run() -> None:
    command = [sys.executable, "-m", "factdeck", "lint", "rules", "--no-cache", "--exit-zero"]
    reports = {
        subprocess.run(
            [*command, "--output-format", "json"],
            cwd=Path(__file__).parent,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(reports) == 1
    assert len(json.loads(reports.pop())["findings"]) > 30
