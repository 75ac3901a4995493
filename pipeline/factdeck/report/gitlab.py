"""Findings as a code quality report of GitLab, shown in its merge requests.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from typing import Any

from factdeck.model import Finding, Severity
from factdeck.report.fingerprints import unique
from factdeck.report.report import Report
from factdeck.schemas import validate

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(report: Report) -> str:
    """The report as a list of issues."""
    issues = [
        _issue(finding, fingerprint, report)
        for finding, fingerprint in zip(report.findings, unique(report.findings), strict=True)
    ]
    validate("gitlab", issues)
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str, report: Report) -> dict[str, Any]:
    span = finding.span
    return {
        "check_name": finding.code,
        "description": f"{finding.code} {finding.name}: {finding.message}",
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": report.shown(span.path),
            "lines": {"begin": span.line, "end": span.end_line},
        },
    }
