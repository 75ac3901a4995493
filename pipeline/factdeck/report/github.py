"""Findings as annotations of GitHub Actions, shown beside the lines of a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from factdeck.model import Finding
from factdeck.report.report import Report


def render(report: Report) -> str:
    """One workflow command for each finding."""
    return "".join(f"{_command(finding, report)}\n" for finding in report.findings)


def _command(finding: Finding, report: Report) -> str:
    span = finding.span
    path = report.shown(span.path)
    properties = {
        "title": f"factdeck {finding.code} {finding.name}",
        "file": path,
        "line": str(span.line),
        "endLine": str(span.end_line),
    }
    if span.line == span.end_line and span.column < span.end_column:  # GitHub's own condition
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{finding.severity} {told}::{_data(_message(finding, report))}"


def _message(finding: Finding, report: Report) -> str:
    """What the annotation says, its place included: a log shows nothing but this."""
    place = f"{report.shown(finding.span.path)}:{finding.span.line}:{finding.span.column}"
    others = (
        f"\n{report.shown(related.span.path)}:{related.span.line}: {related.message}"
        for related in finding.related
    )
    return f"{place}: {finding.code} {finding.message}" + "".join(others)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
