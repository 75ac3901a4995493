"""factdeck facts: what was understood of the notes."""

from __future__ import annotations

import argparse
import json

from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.of_notes(
        commands, "facts", "print the facts of the notes, one a line, as JSON"
    )
    parser.add_argument(
        "--coverage", action="store_true", help="say instead what became of every line of the notes"
    )
    parser.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="of --coverage"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck import run
    from factdeck.report import facts

    config, folder = context.settings(options)
    corpus = run.read_corpus(config, options.paths, folder, cached=not options.no_cache)
    output.warn_unreadable(corpus, config, folder)
    if not options.coverage:
        return output.lines(facts.json_lines(corpus.facts))
    decks = run.make_decks(config, corpus, options.paths, folder)
    report = facts.coverage(corpus.files, [each for deck in decks for each in deck.without])
    if options.output_format == "json":
        return output.lines([json.dumps(report, ensure_ascii=False, indent=2)])
    return output.lines(facts.coverage_text(report))
