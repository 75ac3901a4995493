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
    shown relative to ``folder``, the one in which somebody reads the report.
    """

    findings: Sequence[Finding]
    sources: Mapping[str, Source]
    root: Path
    folder: Path
    coloured: bool = False

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {path: source.lines for path, source in self.sources.items()}

    def line(self, span: Span) -> str | None:
        """The first line of a span as written; None when its source could not be read."""
        lines = self._lines.get(span.path, [])
        return lines[span.line - 1] if span.line <= len(lines) else None

    def shown(self, path: str) -> str:
        """A path of a finding as seen from the folder, with ``/``."""
        full = os.path.normpath(self.root / path)
        with contextlib.suppress(ValueError):  # another drive
            full = os.path.relpath(full, self.folder)
        return full.replace(os.sep, "/")
