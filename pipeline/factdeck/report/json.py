"""Findings for other programs: ``schema/finding.schema.json``."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from factdeck import __version__
from factdeck.model import Finding, Fix, Severity, Span
from factdeck.report.report import Report
from factdeck.schemas import validate


def render(report: Report) -> str:
    """The report as a JSON document that fits its schema."""
    document = _document(report)
    validate("finding", document)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _document(report: Report) -> dict[str, Any]:
    return {
        "version": __version__,
        "findings": [_finding(finding, report) for finding in report.findings],
        "summary": _summary(report),
    }


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        **_span(finding.span, report),
        "related": [
            {
                "path": report.shown(related.span.path),
                "line": related.span.line,
                "column": related.span.column,
                "message": related.message,
            }
            for related in finding.related
        ],
        "fingerprint": finding.fingerprint,
        "fix": _fix(finding.fix, report) if finding.fix else None,
    }


def _span(span: Span, report: Report) -> dict[str, Any]:
    return {
        "path": report.shown(span.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _fix(fix: Fix, report: Report) -> dict[str, Any]:
    edits = [{**_span(edit.span, report), "content": edit.content} for edit in fix.edits]
    return {
        "applicability": "safe" if fix.safe else "unsafe",
        "message": fix.message,
        "edits": edits,
    }


def _summary(report: Report) -> dict[str, Any]:
    codes = Counter(finding.code for finding in report.findings)
    severities = Counter(finding.severity for finding in report.findings)
    return {
        "total": len(report.findings),
        "by_code": dict(sorted(codes.items())),
        "by_severity": {str(severity): severities[severity] for severity in Severity},
    }
