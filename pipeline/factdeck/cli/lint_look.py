"""How factdeck lint looks at the notes: with a focus, a baseline, and a text on standard input."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck import run
from factdeck.cli import context, lint_baseline
from factdeck.config import Config, find
from factdeck.errors import UserError
from factdeck.formats.deck import PACKAGES
from factdeck.lint.baseline import Compared
from factdeck.lint.fixes import Texts, real

if TYPE_CHECKING:
    from factdeck.cli.lint_baseline import Baseline
    from factdeck.config import LintSettings
    from factdeck.model import Finding, Source
    from factdeck.run import Linted


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look gave: all findings, what the baseline makes of them, and those in ``focus``.

    ``focus`` are paths of sources; empty, it is all of them.
    """

    linted: Linted
    compared: Compared
    focus: frozenset[str]

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are new and have a place in focus."""
        return self._in_focus(self.compared.new)

    @property
    def kept_back(self) -> int:
        """How many findings in focus the baseline keeps back."""
        return len(self._in_focus(self.compared.known))

    @property
    def changeable(self) -> tuple[Source, ...]:
        """The sources that fixes may change."""
        sources = (file.source for file in self.linted.corpus.files)
        return tuple(each for each in sources if not self.focus or each.path in self.focus)

    def _in_focus(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(each for each in findings if not self.focus or places(each) & self.focus)


@dataclass(frozen=True, slots=True)
class Look:
    """How to look: ``texts`` stand in for files, ``stdin`` is the real path of the one that does.

    Paths of ``texts`` are real ones.
    """

    config: Config
    folder: Path
    paths: tuple[str, ...]
    cached: bool
    known: Baseline
    texts: Texts
    stdin: str

    def at(self, texts: Texts) -> Seen:
        """What there is to say while the texts stand in for files."""
        if any(path.lower().endswith(PACKAGES) for path in self.paths):
            return self._at_deck()
        linted = run.lint(
            self.config, self.paths, self.folder, cached=self.cached, texts=texts or None
        )
        return Seen(linted, self.known.compare(linted), self._focus(linted))

    def _at_deck(self) -> Seen:
        """What there is to say of a package of Anki; a baseline is of notes and not of decks."""
        from factdeck.run import deck_linting  # it brings parsers of HTML, which notes need not

        if len(self.paths) > 1:
            raise UserError(f"A deck is looked at alone: factdeck lint {self.paths[0]}.")
        shown = os.path.relpath(self.folder / self.paths[0], self.config.root)
        linted = deck_linting.lint(self.config, Path(self.paths[0]), shown)
        return Seen(linted, Compared(linted.findings), frozenset())

    def _focus(self, linted: Linted) -> frozenset[str]:
        if not self.stdin:
            return linted.focus
        sources = (file.source for file in linted.corpus.files)
        return frozenset(each.path for each in sources if real(each) == self.stdin)


def look(options: argparse.Namespace) -> Look:
    """How the options want the notes to be looked at."""
    config, folder = _settings(options)
    config = replace(config, lint=selection(config.lint, options))
    stdin = os.path.realpath(folder / options.stdin_filename) if options.stdin_filename else ""
    return Look(
        config,
        folder,
        tuple(path for path in options.paths if path != "-"),
        not options.no_cache,
        lint_baseline.read(options, config),
        {stdin: _standard_input()} if stdin else {},
        stdin,
    )


def _settings(options: argparse.Namespace) -> tuple[Config, Path]:
    """The settings, and the working folder.

    Of wrong ones only the place when those in git's index count, which
    :mod:`factdeck.cli.lint_staged` reads.
    """
    try:
        return context.settings(options)
    except UserError:
        if not options.staged:
            raise
        folder = context.working_folder()
        file = find(folder, options.config)
        if file is None:
            raise
        return Config(file.parent, file, ()), folder


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UserError("There is no standard input to read notes from.")
    return sys.stdin.buffer.read()


def selection(settings: LintSettings, options: argparse.Namespace) -> LintSettings:
    """The settings with what the options say of rules."""

    def given(codes: list[tuple[str, ...]] | None, default: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for group in codes for code in group) if codes else default

    return replace(
        settings,
        select=given(options.select, settings.select),
        ignore=(*settings.ignore, *given(options.ignore, ())),
        extend_select=(*settings.extend_select, *given(options.extend_select, ())),
        per_file_ignores=(
            *settings.per_file_ignores,
            *(pair for group in options.per_file_ignores or () for pair in group),
        ),
    )


def places(finding: Finding) -> set[str]:
    """The paths that a finding speaks of."""
    return {finding.span.path, *(related.span.path for related in finding.related)}
