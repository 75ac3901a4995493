"""What factdeck lint does with fixes: --fix and --diff."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck import process
from factdeck.cli.output import FOUND, OK, complain
from factdeck.errors import UserError
from factdeck.lint import fixes
from factdeck.lint.fixes import Fixed, Texts
from factdeck.report.excerpt import printable
from factdeck.report.report import relative
from factdeck.report.text import counted

if TYPE_CHECKING:
    from factdeck.cli.lint_look import Look, Seen
    from factdeck.model import Finding, Source

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line as `patch` knows it: a carriage return alone ends none."""


def fix(look: Look, *, unsafe: bool) -> tuple[Fixed, Seen]:
    """Apply fixes to values, and what there is to say then."""
    last: list[Seen] = []

    def see(texts: Texts) -> tuple[Sequence[Finding], Sequence[Source]]:
        last[:] = [look.at(texts)]
        return last[0].shown, last[0].changeable

    fixed = fixes.fix_all(see, look.texts, unsafe=unsafe)
    return fixed, last[0]


def write(fixed: Fixed, look: Look) -> None:
    """Write the fixed files; UserError when one changed while it was looked at.

    What came on standard input goes to standard output, fixed or not.
    """
    if look.stdin:
        process.write_bytes(fixed.after.get(look.stdin, look.texts[look.stdin]))
    elif changed := fixes.write(fixed):
        names = ", ".join(changed)
        raise UserError(f"Nothing is fixed: {names} changed in the meantime. Try again.")


def show_difference(fixed: Fixed, folder: Path) -> int:
    """Print what fixes would change, as `patch` reads it; the exit code."""
    readable = printable if sys.stdout.isatty() else str
    for file in sorted(fixed.after):
        for line in _difference(relative(file, folder), fixed.before[file], fixed.after[file]):
            process.write(readable(line.removesuffix("\n")) + "\n")
    complain(f"{counted(fixed.count, 'finding') or 'nothing'} would be fixed.")
    return FOUND if fixed.count else OK


def _difference(name: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (_LINE.findall(data.decode("utf-8")) for data in (before, after))
    for line in difflib.unified_diff(old, new, name, name):
        yield line
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"
