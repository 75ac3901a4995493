"""The command line: arguments in, text and an exit code out.

Exit codes: 0 done, 1 findings, 2 cannot run.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck import __version__, process
from factdeck.errors import UserError

if TYPE_CHECKING:  # each command imports what it needs: --help and Ctrl-C do not wait for it
    from factdeck.config import Config, LintSettings
    from factdeck.corpus import Corpus
    from factdeck.model import Finding
    from factdeck.release.dist import Built
    from factdeck.report import Report
    from factdeck.run import Build

_DESCRIPTION = """\
Study notes in, facts that agree with each other, Anki decks that update in place out.

  factdeck lint     says where the notes contradict or repeat themselves, or are misspelled
  factdeck build    writes an Anki package (.apkg) to dist/
  factdeck facts    prints what was understood, one fact a line, as JSON
  factdeck rule     explains the rules of the linter
  factdeck syntax   explains the ways of writing notes that are understood
"""
_EPILOG = """\
Without PATHS, the notes that the configuration names are read: [tool.factdeck] in
pyproject.toml, or factdeck.toml; without one, the folder "notes".
Exit codes: 0 done, 1 findings, 2 cannot run.
"""
_PATHS = "files, folders or globs of notes (.md, .txt); default: what the configuration names"
_OK, _FOUND, _CANNOT = 0, 1, 2
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run factdeck with the given arguments (those of the process by default)."""
    try:
        with process.signals(), process.streams():
            return _run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(argv: Sequence[str]) -> int:
    try:
        try:
            options = _options(argv)
            return int(options.run(options))
        finally:  # argparse leaves by SystemExit after --help
            process.flush()
    except UserError as error:
        _complain(str(error))
        return _CANNOT
    except BrokenPipeError:  # the reader (head, less) has seen enough
        return _OK


# --- arguments ---------------------------------------------------------------------------


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser, commands = _parser()
    if argv and argv[0] not in commands and not argv[0].startswith("-"):
        names = ", ".join(commands)
        near = next(iter(difflib.get_close_matches(argv[0], commands)), "")
        hint = f"Did you mean {near}?" if near else f"There are {names}."
        raise UserError(f'There is no command "{argv[0]}". {hint}')
    return parser.parse_args(argv)


def _parser() -> tuple[argparse.ArgumentParser, Collection[str]]:
    """The parser, and the names of the commands that it knows."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "factdeck", description=_DESCRIPTION, epilog=_EPILOG, formatter_class=plain
    )
    parser.add_argument("--version", action="version", version=f"factdeck {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    _add_facts(commands)
    _add_lint(commands)
    _add_build(commands)
    _add_rule(commands)
    _add_syntax(commands)
    return parser, commands.choices


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + "."
    )
    parser.add_argument("paths", nargs="*", type=_path, metavar="PATHS", help=_PATHS)
    parser.add_argument("--no-cache", action="store_true", help="read all notes anew")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="read the settings from this file"
    )
    return parser


def _add_facts(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "facts", "print the facts of the notes, one a line, as JSON")
    parser.add_argument(
        "--coverage", action="store_true", help="say instead what became of every line of the notes"
    )
    parser.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="of --coverage"
    )
    parser.set_defaults(run=_facts)


def _add_lint(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "lint", "say what is wrong with the notes, within and across files")
    codes = "comma-separated codes or beginnings of codes, as in C,T1"
    parser.add_argument(
        "--select",
        action="append",
        type=_codes,
        metavar="CODES",
        help=f"run only these rules: {codes}",
    )
    parser.add_argument(
        "--extend-select",
        action="append",
        type=_codes,
        metavar="CODES",
        help="run these rules, too",
    )
    parser.add_argument(
        "--ignore", action="append", type=_codes, metavar="CODES", help="do not run these rules"
    )
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
    parser.set_defaults(run=_lint)


def _add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "build", "write the notes as an Anki package (.apkg)")
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where to; default: dist, beside the settings"
    )
    parser.add_argument(
        "--frozen", action="store_true", help="use factdeck.lock as it is and do not write it"
    )
    parser.set_defaults(run=_build)


def _add_rule(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    summary = "explain a rule of the linter, or list them all"
    parser = commands.add_parser(
        "rule", help=summary, description=summary[0].upper() + summary[1:] + "."
    )
    parser.add_argument("code", nargs="?", metavar="CODE", help="or name, as in C301")
    parser.set_defaults(run=_rule)


def _add_syntax(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    summary = "explain a way of writing notes, or list them all"
    parser = commands.add_parser(
        "syntax", help=summary, description=summary[0].upper() + summary[1:] + "."
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="as in lead-terms")
    parser.set_defaults(run=_syntax)


def _path(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("a path is empty")
    return text


def _codes(text: str) -> tuple[str, ...]:
    codes = tuple(code.strip() for code in text.split(",") if code.strip())
    if not codes:
        raise argparse.ArgumentTypeError(f"there is no code in {text!r}; write it as in C,T1")
    return codes


# --- commands ----------------------------------------------------------------------------


def _facts(options: argparse.Namespace) -> int:
    import json

    from factdeck import run
    from factdeck.report import facts

    config, folder = _settings(options)
    corpus = run.read_corpus(config, options.paths, folder, cached=not options.no_cache)
    _warn_unreadable(corpus, config, folder)
    if not options.coverage:
        return _print(facts.json_lines(corpus.facts))
    decks = run.make_decks(config, corpus, options.paths, folder)
    report = facts.coverage(corpus.files, [each for deck in decks for each in deck.without])
    if options.output_format == "json":
        return _print([json.dumps(report, ensure_ascii=False, indent=2)])
    return _print(facts.coverage_text(report))


def _lint(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from factdeck import run
    from factdeck.report import REPORTERS, text

    config, folder = _settings(options)
    config = replace(config, lint=_selection(config.lint, options))
    linted = run.lint(config, options.paths, folder, cached=not options.no_cache)
    if not linted.corpus.files:
        _complain("warning: there are no notes (.md, .txt) to look at.")
    if linted.trouble:
        _complain(f"warning: {linted.trouble}")
    report = _report(linted.findings, linted.corpus, config, folder)
    if options.statistics:
        _print(text.statistics(linted.findings))
    else:
        process.write(REPORTERS[options.output_format](report))
    counts = [each for each in linted.findings if _counts(each, options.fail_on)]
    return _FOUND if counts and not options.exit_zero else _OK


def _build(options: argparse.Namespace) -> int:
    from factdeck import run
    from factdeck.report import REPORTERS

    config, folder = _settings(options)
    out = options.out or _dist(config, folder)
    cached = not options.no_cache
    result = run.build(
        config, options.paths, folder, folder / out, frozen=options.frozen, cached=cached
    )
    _warn_unreadable(result.corpus, config, folder)
    if result.refused:
        report = _report(result.refused, result.corpus, config, folder)
        process.write(REPORTERS["full"](report))
        _complain("nothing was written: Anki would lose or refuse these notes.")
        return _FOUND
    if result.moved:
        _complain(
            f"warning: {result.moved} notes are in another deck now; Anki leaves cards that "
            "somebody has already where they are."
        )
    return _print(_built(result, out))


def _rule(options: argparse.Namespace) -> int:
    from factdeck.lint import all_rules, documentation, selection

    rules = all_rules()
    if options.code is None:
        return _print(selection.table(rules))
    for rule in selection.find(options.code, rules):
        state = "on by default" if rule.default else "off by default"
        _print([f"{rule.code} {rule.name} ({rule.severity.value}, {state})", ""])
        _print([documentation(rule), ""])
    return _OK


def _syntax(options: argparse.Namespace) -> int:
    from factdeck.facts import pages

    if options.name is None:
        return _print(_table_of_habits())
    habit = pages.find(options.name)
    return _print([f"{habit.name} ({habit.group})", "", habit.text])


# --- helpers -----------------------------------------------------------------------------


def _settings(options: argparse.Namespace) -> tuple[Config, Path]:
    from factdeck.config import load

    try:
        folder = Path.cwd()
    except OSError as error:
        raise UserError(
            "The working folder is gone or closed to you. Change to another one, then try again."
        ) from error
    return load(folder, options.config), folder


def _dist(config: Config, folder: Path) -> Path:
    """The folder of the packages of a project, as seen from ``folder``."""
    from factdeck.config import DIST

    try:
        return Path(os.path.relpath(config.root / DIST, folder))
    except ValueError:  # another drive
        return config.root / DIST


def _print(lines: Iterable[str]) -> int:
    for line in lines:
        process.write(line + "\n")
    return _OK


def _complain(text: str) -> None:
    with suppress(OSError):  # who cannot be told is not kept from the rest
        print(f"factdeck: {text}", file=sys.stderr)


def _warn_unreadable(corpus: Corpus, config: Config, folder: Path) -> None:
    from factdeck.report import text

    report = _report((), corpus, config, folder)
    for file in corpus.files:
        for problem in file.source.problems:
            _complain(f"warning: {text.place(problem.span, report)}: {problem.message}")


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


def _report(findings: Sequence[Finding], corpus: Corpus, config: Config, folder: Path) -> Report:
    from factdeck.report import Report, wants_colour

    found = {file.source.path: file.source for file in corpus.files}
    return Report(findings, found, config.root, folder, wants_colour(sys.stdout, os.environ))


def _counts(finding: Finding, fail_on: str) -> bool:
    return fail_on in ("warning", finding.severity.value)


def _built(result: Build, out: Path) -> Iterable[str]:
    for built in result.built:
        yield f"{(out / built.file).as_posix()}: {_contents(built)}"
    if result.without:
        asked = result.facts - result.without
        yield (
            f"{asked} of {result.facts} facts are asked; "
            "`factdeck facts --coverage` says why the others are not"
        )


def _contents(built: Built) -> str:
    from factdeck.package.lock import UNRELEASED

    changes = [(built.new, "new"), (built.updated, "updated"), (built.retired, "retired")]
    told = ", ".join(f"{number} {word}" for number, word in changes if number)
    media = f", {built.media} media files" if built.media else ""
    is_first = built.version.startswith(UNRELEASED)
    since = f" (since the last release: {told})" if told and not is_first else ""
    return f"{built.cards} cards from {built.notes} notes{media}{since}"


def _table_of_habits() -> Iterable[str]:
    from factdeck.facts import pages

    habits = pages.habits()
    width = max(len(habit.name) for habit in habits)
    for group, title in pages.GROUPS.items():
        yield title
        for habit in habits:
            if habit.group == group:
                yield f"  {habit.name:{width}}  {habit.summary}"
