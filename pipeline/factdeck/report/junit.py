"""Findings as JUnit XML, which nearly every CI server shows as failed tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from factdeck.model import Finding
from factdeck.report.report import Report

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def render(report: Report) -> str:
    """A suite for each source with findings, each of them a failed case; one that passed if none.

    Cases are named by code and place, and the failure says what is wrong.
    """
    count = str(len(report.findings))
    root = ET.Element("testsuites", name="factdeck", tests=count, failures=count, errors="0")
    for path, group in groupby(report.findings, lambda finding: finding.span.path):
        root.append(_suite(report.shown(path), tuple(group), report))
    if not report.findings:
        root.set("tests", "1")
        suite = ET.SubElement(root, "testsuite", _counts("factdeck", 1, 0))
        ET.SubElement(suite, "testcase", name="No findings", classname="factdeck")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, "unicode")}\n'


def _suite(path: str, findings: Sequence[Finding], report: Report) -> ET.Element:
    suite = ET.Element("testsuite", _counts(path, len(findings), len(findings)))
    for finding in findings:
        line, column = str(finding.span.line), str(finding.span.column)
        name = f"{finding.code} {finding.name} ({line}:{column})"
        case = ET.SubElement(
            suite, "testcase", name=name, classname=_safe(path), file=_safe(path), line=line
        )
        message = _safe(finding.message)
        failure = ET.SubElement(case, "failure", message=message, type=str(finding.severity))
        others = (
            f"\n{report.shown(related.span.path)}:{related.span.line}: {related.message}"
            for related in finding.related
        )
        failure.text = _safe(f"{path}:{line}:{column}: {finding.message}{''.join(others)}")
    return suite


def _counts(name: str, tests: int, failures: int) -> dict[str, str]:
    counts = {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": "0"}
    return {"name": _safe(name), **counts}


def _safe(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
