"""What a reporter gets."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factdeck.model import Finding, Source, Span


@dataclass(frozen=True)
class Report:
    """Findings, with what a reporter needs to show them.

    ``sources`` are those that the findings speak of, by path; paths are relative to ``root`` and
    shown relative to ``folder``, the one in which somebody reads the report. ``known`` counts
    the findings that a baseline keeps back, ``fixed`` those that are mended.
    """

    findings: Sequence[Finding]
    sources: Mapping[str, Source]
    root: Path
    folder: Path
    coloured: bool = False
    known: int = 0
    fixed: int = 0

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {path: source.lines for path, source in self.sources.items()}

    def line(self, span: Span) -> str | None:
        """The first line of a span as written; None when its source could not be read."""
        lines = self._lines.get(span.path, [])
        return lines[span.line - 1] if span.line <= len(lines) else None

    def shown(self, path: str) -> str:
        """A path of a finding as seen from the folder, with ``/``."""
        return relative(self.root / path, self.folder)


def relative(path: str | Path, folder: Path) -> str:
    """A path as seen from a folder, with ``/``."""
    full = os.path.normpath(path)
    with contextlib.suppress(ValueError):  # another drive
        full = os.path.relpath(full, folder)
    return full.replace(os.sep, "/")
