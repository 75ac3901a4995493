"""factdeck claims: what of the notes can be compared."""

from __future__ import annotations

import argparse

from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.of_notes(
        commands, "claims", "print what of each line can be compared with others, one a line"
    )
    parser.add_argument("--output-format", choices=("text", "json"), default="json")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck import run
    from factdeck.report import claims

    config, folder = context.settings(options)
    corpus = run.read_corpus(
        config, options.paths, folder, cached=not options.no_cache, compared=True
    )
    output.warn_unreadable(corpus, config, folder)
    as_lines = claims.text_lines if options.output_format == "text" else claims.json_lines
    return output.lines(as_lines(corpus.claims))
