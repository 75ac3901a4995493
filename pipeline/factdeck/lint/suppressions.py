"""What authors ask the linter to pass over, ``<!-- factdeck: ignore C301 reason -->``.

====================== ==================================================================
``ignore``             the line at whose end it stands; alone on a line, the next one
``ignore-next-line``   the next line that is neither blank nor a directive
``ignore-start``       all lines up to the matching ``ignore-end``
``ignore-file``        all lines of the source
====================== ==================================================================

Codes (or beginnings of codes) follow, with commas between them, then the reason. A finding is
passed over when one of its places, the other side of a disagreement included, is on these lines.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from factdeck.lint.rule import Rule
from factdeck.lint.selection import unknown
from factdeck.lint.subjects import File
from factdeck.model import Edit, Finding, Span
from factdeck.parse.dialects.directives import FORMS, Directive, directives, is_blank

_LAST = sys.maxsize
_FORM = re.compile(r"\s*(?P<form>[\w-]*)[\s:]*")
_CODES = re.compile(r"[A-Za-z]\d{0,3}\b(?:\s*,\s*[A-Za-z]\d{0,3}\b|\s+[A-Za-z]\d{3}\b)*(?!-)")
_CODE = re.compile(r"[A-Za-z]\d{0,3}")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A directive that passes over what ``codes`` find on the lines ``first`` to ``last``.

    ``codes_column`` is where the codes begin, ``codes_end`` where they end; ``closing`` is the
    ``ignore-end`` of a block.
    """

    path: str
    directive: Directive
    form: str
    codes: tuple[str, ...]
    codes_column: int
    codes_end: int
    first: int
    last: int
    closing: Directive | None = None

    def covers(self, span: Span) -> bool:
        """Whether the span has one of the lines."""
        return span.line <= self.last and self.first <= span.end_line


@dataclass(frozen=True, slots=True)
class Flaw:
    """A directive that is not obeyed, or not wholly; no rule answers to ``code``."""

    directive: Directive
    message: str
    suppression: Suppression | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Suppressions:
    """The suppressions of one source, a subject for rules.

    ``unused`` are those codes of them that passed nothing over, though their rules ran.
    """

    file: File
    all: tuple[Suppression, ...]
    flaws: tuple[Flaw, ...] = ()
    unused: tuple[tuple[Suppression, tuple[str, ...]], ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether the source has a suppression, or what was meant as one."""
        return bool(self.all or self.flaws)


def read(file: File, rules: Sequence[Rule[Any]]) -> Suppressions:
    """The suppressions in a source, and what is wrong with them."""
    lines, found = file.source.lines, list(directives(file.source.lines))
    suppressions: list[Suppression] = []
    flaws: list[Flaw] = []
    open_blocks: list[Suppression] = []
    taken = {each.line for each in found if each.alone}
    for directive in found:
        made = _suppression(file.source.path, directive)
        if isinstance(made, Flaw):
            flaws.append(made)
        elif made.form == "ignore-end":
            if open_blocks:
                start = open_blocks.pop()
                suppressions.append(replace(start, last=directive.line, closing=directive))
            else:
                flaws.append(Flaw(directive, '"ignore-end" ends no block: none is open'))
        else:
            flaws += _unknown_codes(made, rules)
            if made.form == "ignore-start":
                open_blocks.append(made)
            else:
                suppressions.append(_placed(made, lines, taken))
    for start in open_blocks:
        suppressions.append(start)
        flaws.append(Flaw(start.directive, '"ignore-start" has no "ignore-end" below it'))
    return Suppressions(file, tuple(suppressions), tuple(flaws))


def _suppression(path: str, directive: Directive) -> Suppression | Flaw:
    """What a directive says; where its lines are is not known yet, but for the first."""
    if not directive.closed:
        return Flaw(directive, "the directive has to end, with -->, on the line it begins on")
    head = _FORM.match(directive.text)
    written = head["form"] if head else ""
    form = written.lower()
    if form not in FORMS:
        near = get_close_matches(form, FORMS, n=1)
        advice = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(FORMS)}"
        return Flaw(directive, f'there is no directive "{written}"; {advice}')
    start = head.end() if head else 0
    codes = _CODES.match(directive.text, start)
    if not codes and form != "ignore-end":
        return Flaw(directive, f'"{form}" names no rule; write it as in "{form} C301 the reason"')
    return Suppression(
        path,
        directive,
        form,
        tuple(_CODE.findall(codes[0])) if codes else (),
        directive.text_column + start,
        directive.text_column + (codes.end() if codes else start),
        directive.line,
        _LAST,
    )


def _placed(made: Suppression, lines: Sequence[str], taken: Collection[int]) -> Suppression:
    """The same with its lines; ``taken`` are the lines of directives alone."""
    if made.form == "ignore-file":
        return replace(made, first=1)
    line = made.directive.line
    if made.form == "ignore-next-line" or made.directive.alone:
        below = range(line + 1, len(lines) + 1)
        written = (each for each in below if each not in taken and not is_blank(lines[each - 1]))
        line = next(written, line)
    return replace(made, first=line, last=line)


def _unknown_codes(made: Suppression, rules: Sequence[Rule[Any]]) -> Iterator[Flaw]:
    for code in made.codes:
        if message := unknown(code, rules):
            yield Flaw(made.directive, message, made, code)


# --- obeying them -------------------------------------------------------------------------


def obey(
    findings: Iterable[Finding], read: Iterable[Suppressions]
) -> tuple[tuple[Finding, ...], frozenset[tuple[Suppression, str]]]:
    """The findings that nobody asked to pass over, and the (suppression, code) that did."""
    by_path = {each.file.source.path: each.all for each in read if each.all}
    kept: list[Finding] = []
    used: set[tuple[Suppression, str]] = set()
    for finding in findings:
        obeyed = set(_that_cover(finding, by_path))
        used.update(obeyed)
        if not obeyed:
            kept.append(finding)
    return tuple(kept), frozenset(used)


def _that_cover(
    finding: Finding, by_path: dict[str, tuple[Suppression, ...]]
) -> Iterator[tuple[Suppression, str]]:
    for span in (finding.span, *(related.span for related in finding.related)):
        for suppression in by_path.get(span.path, ()):
            if suppression.covers(span):
                for code in suppression.codes:
                    if finding.code.startswith(code):
                        yield suppression, code


def with_unused(
    read: Suppressions,
    used: Collection[tuple[Suppression, str]],
    ran: Collection[str],
    rules: Sequence[Rule[Any]],
) -> Suppressions:
    """The same with what was of no use, as far as that can be told of the rules that ``ran``."""
    unused = []
    for each in read.all:
        codes = tuple(
            code for code in each.codes if (each, code) not in used and _ran(code, ran, rules)
        )
        if codes:
            unused.append((each, codes))
    return replace(read, unused=tuple(unused))


def _ran(code: str, ran: Collection[str], rules: Sequence[Rule[Any]]) -> bool:
    """Whether all rules ran that a code speaks of; those off by default only when it is theirs."""
    meant = [
        rule.code
        for rule in rules
        if rule.code.startswith(code) and (rule.default or rule.code == code)
    ]
    return bool(meant) and all(each in ran for each in meant)


# --- taking them out ----------------------------------------------------------------------


def without(
    read: Suppressions, suppression: Suppression, codes: Collection[str]
) -> tuple[Edit, ...]:
    """The edits that take codes out of a suppression, or all of it when no other code is left."""
    left = [code for code in suppression.codes if code not in codes]
    directive = suppression.directive
    if left:
        span = Span(
            suppression.path,
            directive.line,
            suppression.codes_column,
            end_column=suppression.codes_end,
        )
        return (Edit(span, ", ".join(left)),)
    ends = (directive, suppression.closing) if suppression.closing else (directive,)
    return tuple(Edit(_all_of(read.file, each), "") for each in ends)


def span_of(read: Suppressions, directive: Directive) -> Span:
    """Where a directive stands."""
    path = read.file.source.path
    return Span(path, directive.line, directive.column, end_column=directive.end_column)


def _all_of(file: File, directive: Directive) -> Span:
    """The directive with the white space before it, and with its line when it is alone there."""
    number, path = directive.line, file.source.path
    line = file.lines[number - 1]
    before, behind = line[: directive.column - 1], line[directive.end_column - 1 :]
    if before.strip() or behind.strip():
        return Span(path, number, len(before.rstrip()) + 1, end_column=directive.end_column)
    if number < len(file.lines):
        return Span(path, number, 1, number + 1, 1)
    return Span(path, number, 1, end_column=len(line) + 1)
