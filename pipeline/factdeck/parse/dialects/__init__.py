"""Other habits of writing notes, turned into Markdown line for line.

A dialect is a module of this folder that ends in ``DIALECT = Dialect(...)``. It gets
the lines of a source and gives back as many: each line says the same in Markdown, or is
empty when it was only decoration. So every line number stays true.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from factdeck.model import LineUse, Use

Lines = list[str]

_FENCE = re.compile(r"\s*(?:[-*+]\s+)?(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Dialect:
    """One habit: ``rewrite`` gets all lines and gives back as many.

    ``order`` says when it runs, small first. ``dropped`` says of a line that ``rewrite``
    emptied what it was, ``use`` whether that was structure or something to read that is
    skipped. ``plain_only``: only for sources without any Markdown heading.
    """

    name: str
    order: int
    rewrite: Callable[[Lines], Lines]
    dropped: str = ""
    use: Use = Use.STRUCTURE
    plain_only: bool = False


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The lines in Markdown, and for each line that was emptied what it was."""

    lines: Lines
    dropped: tuple[LineUse, ...]


@cache
def all_dialects() -> tuple[Dialect, ...]:
    """Every dialect, in the order in which they run."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(sorted((m.DIALECT for m in modules), key=lambda d: (d.order, d.name)))


def to_markdown(lines: Sequence[str], *, plain: bool) -> Rewritten:
    """Run the dialects over the lines of a source; ``plain``: it may be plain text.

    Fenced code is left as it is.
    """
    current = list(lines)
    code = fenced(current)
    plain = plain and not any(_HEADING.match(line) for line in current)
    dropped: list[LineUse] = []
    for dialect in all_dialects():
        if dialect.plain_only and not plain:
            continue
        masked = ["" if is_code else line for line, is_code in zip(current, code, strict=True)]
        new = dialect.rewrite(masked)
        for index, is_code in enumerate(code):
            if is_code:
                continue
            if current[index].strip() and not new[index].strip():
                dropped.append(LineUse(index + 1, dialect.use, dialect.dropped))
            current[index] = new[index]
    return Rewritten(current, tuple(sorted(dropped)))


_HEADING = re.compile(r" {0,3}(?:[-*+]\s+)?#{1,6}\s+\S")


def fenced(lines: Sequence[str]) -> list[bool]:
    """For each line whether it belongs to fenced code, the fences included.

    A fence that is never closed opens nothing: only the line itself counts.
    """
    code = [False] * len(lines)
    start, mark = -1, ""
    for index, line in enumerate(lines):
        if not (match := _FENCE.match(line)):
            continue
        fence = match[1]
        if start < 0:
            start, mark = index, fence
        elif fence[0] == mark[0] and len(fence) >= len(mark) and not line.strip(" \t`~"):
            code[start : index + 1] = [True] * (index + 1 - start)
            start = -1
    return code
