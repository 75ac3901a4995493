"""factdeck lint: what is wrong with the notes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factdeck import process
from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.cli.output import FOUND, OK

if TYPE_CHECKING:
    from factdeck.config import LintSettings
    from factdeck.model import Finding


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.of_notes(
        commands, "lint", "say what is wrong with the notes, within and across files"
    )
    _add_selection(parser)
    _add_output(parser)
    parser.set_defaults(run=_run)


def _add_selection(parser: argparse.ArgumentParser) -> None:
    codes = "comma-separated codes or beginnings of codes, as in C,T1"
    parser.add_argument(
        "--select",
        action="append",
        type=arguments.codes,
        metavar="CODES",
        help=f"run only these rules: {codes}",
    )
    parser.add_argument(
        "--extend-select",
        action="append",
        type=arguments.codes,
        metavar="CODES",
        help="run these rules, too",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        type=arguments.codes,
        metavar="CODES",
        help="do not run these rules",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output-format", choices=("full", "concise", "json"), default="full")
    parser.add_argument(
        "--statistics", action="store_true", help="count the findings of each rule instead"
    )
    parser.add_argument(
        "--exit-zero", action="store_true", help="exit with 0 even when there are findings"
    )
    parser.add_argument(
        "--fail-on",
        choices=("warning", "error"),
        default="warning",
        help="the least severity that makes the exit code 1",
    )


def _run(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from factdeck import run
    from factdeck.report import REPORTERS, text

    config, folder = context.settings(options)
    config = replace(config, lint=_selection(config.lint, options))
    linted = run.lint(config, options.paths, folder, cached=not options.no_cache)
    if not linted.corpus.files:
        output.complain("warning: there are no notes (.md, .txt) to look at.")
    if linted.trouble:
        output.complain(f"warning: {linted.trouble}")
    report = output.reported(linted.findings, linted.corpus, config, folder)
    if options.statistics:
        output.lines(text.statistics(linted.findings))
    else:
        process.write(REPORTERS[options.output_format](report))
    counts = [each for each in linted.findings if _counts(each, options.fail_on)]
    return FOUND if counts and not options.exit_zero else OK


def _selection(settings: LintSettings, options: argparse.Namespace) -> LintSettings:
    from dataclasses import replace

    def given(codes: list[tuple[str, ...]] | None, default: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(code for group in codes for code in group) if codes else default

    return replace(
        settings,
        select=given(options.select, settings.select),
        ignore=(*settings.ignore, *given(options.ignore, ())),
        extend_select=(*settings.extend_select, *given(options.extend_select, ())),
    )


def _counts(finding: Finding, fail_on: str) -> bool:
    return fail_on in ("warning", finding.severity.value)
