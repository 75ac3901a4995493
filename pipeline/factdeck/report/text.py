"""Findings for people: with the lines that they speak of, or one line for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factdeck.model import Finding, Severity, Span
from factdeck.report.excerpt import excerpt, printable
from factdeck.report.report import Report
from factdeck.report.style import BLUE, BOLD, RED, YELLOW, paint

_STYLES = {Severity.ERROR: RED, Severity.WARNING: YELLOW}


def full(report: Report) -> str:
    """Each finding with its line and those of its other places, then how many there are."""
    findings = "\n".join(_with_lines(finding, report) for finding in report.findings)
    return f"{findings}\n{_total(report)}" if findings else _total(report)


def concise(report: Report) -> str:
    """One line for each finding, then how many there are."""
    lines = (f"{_headline(finding, report)}\n" for finding in report.findings)
    return "".join(lines) + _total(report)


def statistics(findings: Iterable[Finding]) -> Iterable[str]:
    """A line for each rule that found something: how often, the most frequent first."""
    counts = Counter((finding.code, finding.name) for finding in findings)
    for (code, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:6} {code} {name}"


def _headline(finding: Finding, report: Report) -> str:
    where = paint(place(finding.span, report), BOLD, report.coloured)
    severity = paint(finding.severity, _STYLES[finding.severity], report.coloured)
    code = paint(finding.code, BOLD, report.coloured)
    return f"{where}: {severity} {code} {finding.name}: {printable(finding.message)}"


def place(span: Span, report: Report) -> str:
    """``path:line:column``, as an editor or a terminal can open it."""
    return f"{printable(report.shown(span.path))}:{span.line}:{span.column}"


def _with_lines(finding: Finding, report: Report) -> str:
    """The finding and its related places as a block of lines, closed by a line end."""
    spans = (finding.span, *(related.span for related in finding.related))
    gutter = max(len(str(span.line)) for span in spans)
    lines = [_headline(finding, report), *_quoted(finding.span, gutter, "^", report)]
    for related in finding.related:
        where = paint(place(related.span, report), BOLD, report.coloured)
        lines.append(f"{' ' * gutter} = {where}: {printable(related.message)}")
        lines += _quoted(related.span, gutter, "-", report)
    return "\n".join(lines) + "\n"


def _quoted(span: Span, gutter: int, mark: str, report: Report) -> list[str]:
    """The first line of the span, and marks below it; nothing for a source without that line."""
    line = report.line(span)
    if line is None:
        return []
    quoted = excerpt(line, span)
    bar = paint("|", BLUE, report.coloured)
    number = paint(str(span.line).rjust(gutter), BLUE, report.coloured)
    marks = paint(mark * quoted.width, BLUE, report.coloured)
    return [
        f"{number} {bar} {quoted.text}".rstrip(),
        f"{' ' * gutter} {bar} {' ' * quoted.indent}{marks}",
    ]


def _total(report: Report) -> str:
    count = len(report.findings)
    severities = Counter(finding.severity for finding in report.findings)
    parts = (counted(severities[severity], severity) for severity in Severity)
    what = f"{counted(count, 'finding')}: {', '.join(part for part in parts if part)}"
    fixed = f", {report.fixed} fixed" if report.fixed else ""
    known = f" ({report.known} more in the baseline)" if report.known else ""
    return f"{what if count else 'No findings'}{fixed}{known}.\n{_fixable(report.findings)}"


def _fixable(findings: Iterable[Finding]) -> str:
    """How many findings can be mended by the program; nothing when there are none."""
    safe = [finding.fix.safe for finding in findings if finding.fix]
    if not safe:
        return ""
    ways = [(safe.count(True), "--fix"), (safe.count(False), "--fix --unsafe-fixes")]
    told = [f"{number} with {way}" for number, way in ways if number]
    return f"Can be fixed: {', '.join(told)}.\n"


def counted(count: int, noun: str) -> str:
    """A number of things in words, nothing for none."""
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""
