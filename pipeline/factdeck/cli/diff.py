"""factdeck diff: what an import of the decks as they are now would do."""

from __future__ import annotations

import argparse

from factdeck import process
from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.command(
        commands, "diff", "say what an import would do to somebody who has an older version"
    )
    parser.add_argument(
        "against",
        nargs="?",
        default="",
        metavar="VERSION | OLD.apkg",
        help="what to compare the notes with; default: the last release",
    )
    parser.add_argument("--output-format", choices=("text", "markdown", "json"), default="text")
    arguments.with_notes(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck.report import diff as report
    from factdeck.run.diffing import diff

    config, folder = context.settings(options)
    told = diff(config, folder, options.against, cached=not options.no_cache)
    if options.output_format == "json":
        process.write(report.as_json((package.slug, each) for package, each in told))
        return output.OK
    show = report.markdown if options.output_format == "markdown" else report.text
    return output.lines(line for package, each in told for line in show(each, package.name))
