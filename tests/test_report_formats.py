"""What other programs read: SARIF, GitHub, GitLab, JUnit; well-formed whatever notes hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdeck import __version__, schemas
from factdeck.model import Edit, Finding, Fix, Related, Severity, Source, Span
from factdeck.report import REPORTERS, Report
from factdeck.report.fingerprints import unique

ROOT = Path("/project")
COUNT = Finding(
    Span("notes/elb.md", 3, 3, end_column=20),
    "C302",
    "counts-apart",
    Severity.ERROR,
    "load balancer kinds: 4 here, 100% there",
    related=(Related(Span("notes/exam, old.md", 1), "3 here"),),
    fingerprint="0123456789abcdef",
)
WORD = Span("notes/ü b.md", 4, 8, end_column=17)
SPELLING = Finding(
    WORD,
    "T101",
    "misspelling",
    Severity.WARNING,
    '"Continous" should be "Continuous"',
    fingerprint="fedcba9876543210",
    fix=Fix(False, 'Write "Continuous"', (Edit(WORD, "Continuous"),)),
)
LONG = Finding(
    Span("notes/elb.md", 5, 1, 9, 4), "D101", "x", Severity.WARNING, "two\nlines\r", fingerprint="f"
)


def render(name: str, *findings: Finding, folder: Path = ROOT) -> str:
    paths = {span.path for each in findings for span in (each.span,)}
    sources = {path: Source(path, path, path, "text") for path in paths}
    return REPORTERS[name](Report(findings, sources, ROOT, folder))


# --- SARIF --------------------------------------------------------------------------------


def sarif(*findings: Finding, folder: Path = ROOT) -> dict[str, Any]:
    log = json.loads(render("sarif", *findings, folder=folder))
    assert schemas.flaw("sarif", log) is None
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    return dict(run)


def test_sarif_names_tool_and_rules() -> None:
    run = sarif(COUNT, SPELLING, SPELLING)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("factdeck", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["C302", "T101"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_result() -> None:
    [result] = sarif(COUNT)["results"]
    assert result == {
        "ruleId": "C302",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "load balancer kinds: 4 here, 100% there"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "notes/elb.md", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 20},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "3 here"},
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "notes/exam%2C%20old.md",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 1},
                },
            }
        ],
        "partialFingerprints": {"factdeck/v1": "0123456789abcdef"},
    }


def test_sarif_fix() -> None:
    [result] = sarif(SPELLING)["results"]
    uri = {"uri": "notes/%C3%BC%20b.md", "uriBaseId": "%SRCROOT%"}
    assert result["fixes"] == [
        {
            "description": {"text": 'Write "Continuous"'},
            "artifactChanges": [
                {
                    "artifactLocation": uri,
                    "replacements": [
                        {
                            "deletedRegion": {
                                "startLine": 4,
                                "startColumn": 8,
                                "endLine": 4,
                                "endColumn": 17,
                            },
                            "insertedContent": {"text": "Continuous"},
                        }
                    ],
                }
            ],
        }
    ]


def test_sarif_without_findings() -> None:
    assert sarif()["results"] == []


def test_equal_fingerprints_are_told_apart() -> None:
    assert unique([SPELLING, COUNT, SPELLING, SPELLING]) == [
        "fedcba9876543210",
        "0123456789abcdef",
        "fedcba9876543210-2",
        "fedcba9876543210-3",
    ]


# --- GitHub -------------------------------------------------------------------------------


def test_github() -> None:
    assert render("github", COUNT, LONG) == (
        "::error title=factdeck C302 counts-apart,file=notes/elb.md,line=3,endLine=3,col=3,"
        "endColumn=20::notes/elb.md:3:3: C302 load balancer kinds: 4 here, 100%25 there"
        "%0Anotes/exam, old.md:1: 3 here\n"
        "::warning title=factdeck D101 x,file=notes/elb.md,line=5,endLine=9"
        "::notes/elb.md:5:1: D101 two%0Alines%0D\n"
    )
    assert render("github") == ""


def test_github_escapes_paths() -> None:
    finding = Finding(Span("a:b,c%.md", 1), "E101", "x", Severity.ERROR, "x", fingerprint="0")
    assert ",file=a%3Ab%2Cc%25.md,line=1,endLine=1::a:b,c%25.md:1:1: E101 x\n" in render(
        "github", finding
    )


# --- GitLab -------------------------------------------------------------------------------


def test_gitlab() -> None:
    issues = json.loads(render("gitlab", COUNT, SPELLING, SPELLING))
    assert schemas.flaw("gitlab", issues) is None
    assert issues[0] == {
        "check_name": "C302",
        "description": "C302 counts-apart: load balancer kinds: 4 here, 100% there",
        "severity": "major",
        "fingerprint": "0123456789abcdef",
        "location": {"path": "notes/elb.md", "lines": {"begin": 3, "end": 3}},
    }
    assert [issue["severity"] for issue in issues] == ["major", "minor", "minor"]
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert json.loads(render("gitlab")) == []


# --- JUnit --------------------------------------------------------------------------------


def test_junit() -> None:
    assert render("junit", COUNT) == (
        """\
<?xml version="1.0" encoding="utf-8"?>
<testsuites name="factdeck" tests="1" failures="1" errors="0">
  <testsuite name="notes/elb.md" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="C302 counts-apart (3:3)" classname="notes/elb.md" file="notes/elb.md" line="3">
      <failure message="load balancer kinds: 4 here, 100% there" type="error">\
notes/elb.md:3:3: load balancer kinds: 4 here, 100% there
notes/exam, old.md:1: 3 here</failure>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_junit_without_findings_is_a_test_that_passed() -> None:
    root = ET.fromstring(render("junit"))
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
    assert [case.get("name") for case in root.iter("testcase")] == ["No findings"]


# --- anything -----------------------------------------------------------------------------

ANY = st.text(st.characters(codec="utf-8") | st.sampled_from("<>&\"'%:,\r\n\0\x1b\x85"))


@settings(deadline=None)  # the first example waits for the schemas
@given(ANY, ANY.map(lambda text: text.replace("\0", "") or "x"))
def test_any_text_is_well_formed(message: str, path: str) -> None:
    finding = Finding(
        Span(path, 1),
        "E101",
        "unreadable-source",
        Severity.ERROR,
        message or "x",
        related=(Related(Span(path, 2), message or "x"),),
        fingerprint="0123456789abcdef",
    )
    assert schemas.flaw("sarif", json.loads(render("sarif", finding))) is None
    assert schemas.flaw("gitlab", json.loads(render("gitlab", finding))) is None
    [failure] = ET.fromstring(render("junit", finding)).iter("failure")
    assert failure.get("type") == "error"
    command = render("github", finding)
    assert command.count("\n") == 1
    assert not set(command[:-1]) & {"\r", "\n"}


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit"])
def test_paths_are_those_of_the_working_folder(name: str) -> None:
    assert "notes/elb.md" in render(name, COUNT)
    assert "../notes/elb.md" in render(name, COUNT, folder=ROOT / "other")
