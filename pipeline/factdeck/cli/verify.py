"""factdeck verify: whether what a build or a release wrote is as it should be."""

from __future__ import annotations

import argparse
from pathlib import Path

from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.cli.output import FOUND, OK


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.command(commands, "verify", "check what a build or a release wrote")
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIST",
        help="the folder with manifest.json; default: dist, beside the settings",
    )
    arguments.with_notes(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck.run.verifying import verify

    config, folder = context.settings(options)
    built = folder / (options.folder or context.dist(config, folder))
    code = OK
    for check in verify(config, folder, built, cached=not options.no_cache):
        output.lines([f"{'no' if check.trouble else 'ok'}  {check.what}{_why(check.trouble)}"])
        code = FOUND if check.trouble else code
    return code


def _why(trouble: str) -> str:
    return f": {trouble}" if trouble else ""
