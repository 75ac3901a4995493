"""factdeck lint: what is wrong with the notes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factdeck import process
from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.cli.lint_arguments import add_arguments
from factdeck.cli.output import FOUND, OK, complain
from factdeck.errors import UserError

if TYPE_CHECKING:
    from factdeck.cli.lint_look import Look, Seen
    from factdeck.config import Config
    from factdeck.model import Finding


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.of_notes(
        commands, "lint", "say what is wrong with the notes, within and across files"
    )
    add_arguments(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    _refuse_what_does_not_go_together(options)
    if options.show_files:
        return _show_files(options)
    if not options.watch:
        return _lint(options)
    from factdeck.cli import lint_watch

    config, _ = context.settings(options)
    lint_watch.watch(lambda: _lint(options), lint_watch.changes(config.root))
    return OK


def _refuse_what_does_not_go_together(options: argparse.Namespace) -> None:
    from factdeck.formats.deck import PACKAGES

    writes = options.baseline_write or options.baseline_grow
    deck = any(path.lower().endswith(PACKAGES) for path in options.paths)
    written = options.output_format
    for_programs = written not in ("full", "concise")
    apart = (
        (deck, "A deck", options.fix or options.diff, "--fix and --diff"),
        (deck, "A deck", writes, "--baseline-write"),
        (deck, "A deck", options.add_words, "--add-words"),
        (deck, "A deck", options.watch, "--watch"),
        (deck, "A deck", options.stdin_filename, "--stdin-filename"),
        (options.watch, "--watch", options.fix or options.diff, "--fix and --diff"),
        (options.watch, "--watch", options.stdin_filename, "--stdin-filename"),
        (options.watch, "--watch", writes, "--baseline-write"),
        (options.fix, "--fix", options.diff, "--diff"),
        (options.staged, "--staged", options.fix or options.diff, "--fix and --diff"),
        (options.staged, "--staged", options.paths, "PATHS"),
        (options.staged, "--staged", options.stdin_filename, "--stdin-filename"),
        (options.staged, "--staged", writes, "--baseline-write"),
        (options.staged, "--staged", options.watch, "--watch"),
        (options.add_words, "--add-words", options.fix or options.diff, "--fix and --diff"),
        (options.add_words, "--add-words", options.staged, "--staged"),
        (options.add_words, "--add-words", options.stdin_filename, "--stdin-filename"),
        (options.add_words, "--add-words", options.watch, "--watch"),
        (options.no_baseline, "--no-baseline", writes, "--baseline-write"),
        (options.stdin_filename, "--stdin-filename", writes, "--baseline-write"),
        (options.statistics, "--statistics", for_programs, f"--output-format {written}"),
    )
    for one, its_name, other, other_name in apart:
        if one and other:
            raise UserError(f"{its_name} does not go together with {other_name}.")
    if "-" in options.paths and not options.stdin_filename:
        raise UserError("Notes on standard input need a name: --stdin-filename notes/file.md.")


def _show_files(options: argparse.Namespace) -> int:
    from factdeck import sources
    from factdeck.report.report import relative

    config, folder = context.settings(options)
    found = sources.collect(config, options.paths, folder)
    _refuse_nowhere(config, options, found)
    return output.lines(relative(file.file, folder) for file in found)


def _refuse_nowhere(config: Config, options: argparse.Namespace, found: Sequence[object]) -> None:
    """Refuse to find no notes where nobody has said where they are; git's index may be bare."""
    from factdeck.config import NOTES

    unset = config.file is None and not options.paths and not options.staged
    if not found and unset and not (config.root / NOTES[0]).exists():
        raise UserError(
            f"There is no folder {NOTES[0]} here, and there are no settings that name another. "
            'Name the notes: factdeck lint PATHS, or notes = ["…"] in a factdeck.toml.'
        )


def _lint(options: argparse.Namespace) -> int:
    from factdeck.cli import lint_baseline, lint_fixes
    from factdeck.cli.lint_look import look

    how = look(options)
    mended = 0
    if options.staged:
        from factdeck.cli import lint_staged

        seen = lint_staged.look(how, options)
    elif options.fix or options.diff:
        fixed, seen = lint_fixes.fix(how, unsafe=options.unsafe_fixes)
        if options.diff:
            code = lint_fixes.show_difference(fixed, how.folder)
            return OK if options.exit_zero else code
        lint_fixes.write(fixed, how)
        mended = fixed.count
    else:
        seen = how.at(how.texts)
    if options.add_words:
        from factdeck.cli import lint_words

        lint_words.add(seen, how.config)
        seen = how.at(how.texts)
    if options.baseline_write or options.baseline_grow:
        compared = lint_baseline.write(how.known, seen.linted, grow=options.baseline_grow)
        seen = replace(seen, compared=compared)
    return _tell(seen, how, mended, options)


def _tell(seen: Seen, how: Look, mended: int, options: argparse.Namespace) -> int:
    """Print what was found; the exit code."""
    from factdeck.cli import lint_baseline
    from factdeck.report import REPORTERS, text

    _refuse_nowhere(how.config, options, seen.linted.corpus.files)
    if not seen.linted.corpus.files:
        complain("warning: there are no notes (.md, .txt) to look at.")
    if seen.linted.trouble:
        complain(f"warning: {seen.linted.trouble}")
    report = output.reported(seen.shown, seen.linted.corpus, how.config, how.folder)
    report = replace(report, known=seen.kept_back, fixed=mended)
    if options.statistics:
        told = "".join(f"{line}\n" for line in text.statistics(seen.shown))
    else:
        told = REPORTERS[options.output_format](report)
    if how.stdin and options.fix:  # standard output is for the text
        sys.stderr.write(told)
    else:
        process.write(told)
    lint_baseline.tell_gone(seen.compared)
    counts = [each for each in seen.shown if _counts(each, options.fail_on)]
    return FOUND if counts and not options.exit_zero else OK


def _counts(finding: Finding, fail_on: str) -> bool:
    return fail_on in ("warning", finding.severity.value)
