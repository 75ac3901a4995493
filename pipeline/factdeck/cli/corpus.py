"""factdeck corpus: what the notes say about their own names."""

from __future__ import annotations

import argparse
import json

from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.of_notes(
        commands, "corpus", "print what the notes say of their names: acronyms, spellings"
    )
    parser.add_argument("--output-format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck import run
    from factdeck.report import corpus as report

    config, folder = context.settings(options)
    read = run.read_corpus(
        config, options.paths, folder, cached=not options.no_cache, compared=True
    )
    output.warn_unreadable(read, config, folder)
    known = report.as_json(read)
    if options.output_format == "json":
        return output.lines([json.dumps(known, ensure_ascii=False, indent=2)])
    return output.lines(report.text_lines(known))
