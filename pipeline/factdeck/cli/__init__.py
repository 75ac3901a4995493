"""The command line: arguments in, text and an exit code out.

Exit codes: 0 done, 1 findings, 2 cannot run.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Collection, Sequence

from factdeck import __version__, process
from factdeck.cli import (
    build,
    claims,
    corpus,
    diff,
    facts,
    import_,
    lint,
    lock,
    pin,
    release,
    rule,
    syntax,
    verify,
)
from factdeck.cli.output import CANNOT, OK, complain
from factdeck.errors import UserError

_DESCRIPTION = """\
Study notes in, facts that agree with each other, Anki decks that update in place out.

  factdeck lint     says where the notes contradict or repeat themselves, or are misspelled
  factdeck build    writes an Anki package (.apkg) to dist/
  factdeck diff     says what an import would do to somebody who has an older version
  factdeck release  gives the decks a version, with a changelog for those who learn
  factdeck verify   checks what a build or a release wrote
  factdeck import   turns an Anki deck into notes, and keeps its GUIDs
  factdeck facts    prints what was understood, one fact a line, as JSON
  factdeck claims   prints what of each line can be compared with others
  factdeck corpus   prints what the notes say of their own names
  factdeck pin      writes down what is true, to hold the notes against it
  factdeck lock     says which card is which, and whether the lock fits the notes
  factdeck rule     explains the rules of the linter
  factdeck syntax   explains the ways of writing notes that are understood
"""
_EPILOG = """\
Without PATHS, the notes that the configuration names are read: [tool.factdeck] in
pyproject.toml, or factdeck.toml; without one, the folder "notes".
Exit codes: 0 done, 1 findings, 2 cannot run.
"""
_COMMANDS = (
    *(facts, lint, build, diff, release, verify, import_),
    *(claims, corpus, pin, lock, rule, syntax),
)
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
        complain(str(error))
        return CANNOT
    except BrokenPipeError:  # the reader (head, less) has seen enough
        return OK


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
    for each in _COMMANDS:
        each.add(commands)
    return parser, commands.choices
