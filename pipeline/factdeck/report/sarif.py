"""Findings as SARIF 2.1.0, which code scanning of GitHub and many editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from factdeck import __version__
from factdeck.model import Edit, Finding, Fix, Severity, Span
from factdeck.report.fingerprints import unique
from factdeck.report.report import Report
from factdeck.schemas import validate

if TYPE_CHECKING:
    from factdeck.lint import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "factdeck/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def render(report: Report) -> str:
    """The report as one run of a SARIF log."""
    from factdeck.lint import all_rules  # 200 ms: not for reports that name no rules

    codes = {finding.code for finding in report.findings}
    rules = [rule for rule in all_rules() if rule.code in codes]
    index = {rule.code: number for number, rule in enumerate(rules)}
    results = [
        _result(finding, fingerprint, index, report)
        for finding, fingerprint in zip(report.findings, unique(report.findings), strict=True)
    ]
    driver = {"name": "factdeck", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    validate("sarif", log)
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule[Any]) -> dict[str, Any]:
    from factdeck.lint import documentation

    page = documentation(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.partition("\n")[0]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    finding: Finding, fingerprint: str, index: dict[str, int], report: Report
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _place(finding.span, report)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": related.message},
                "physicalLocation": _place(related.span, report),
            }
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, report)]
    return result


def _place(span: Span, report: Report) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": span.line}
    if (span.line, span.column) != (span.end_line, span.end_column):  # else the whole line is meant
        region |= _columns(span)
    return {"artifactLocation": _artifact(span.path, report), "region": region}


def _columns(span: Span) -> dict[str, int]:
    return {
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(path: str, report: Report) -> dict[str, str]:
    return {"uri": quote(report.shown(path)), "uriBaseId": "%SRCROOT%"}


def _fix(fix: Fix, report: Report) -> dict[str, Any]:
    by_path: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.span.path, []).append(edit)
    return {
        "description": {"text": fix.message},
        "artifactChanges": [
            {"artifactLocation": _artifact(path, report), "replacements": _replacements(edits)}
            for path, edits in by_path.items()
        ],
    }


def _replacements(edits: Iterable[Edit]) -> list[dict[str, Any]]:
    return [
        {
            "deletedRegion": {"startLine": edit.span.line, **_columns(edit.span)},
            "insertedContent": {"text": edit.content},
        }
        for edit in edits
    ]
