"""factdeck build: the notes as packages for Anki."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck import process
from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.cli.output import FOUND

if TYPE_CHECKING:
    from factdeck.release.dist import Built
    from factdeck.run import Build


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.of_notes(commands, "build", "write the notes as an Anki package (.apkg)")
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where to; default: dist, beside the settings"
    )
    parser.add_argument(
        "--frozen", action="store_true", help="use factdeck.lock as it is and do not write it"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck import run
    from factdeck.report import REPORTERS

    config, folder = context.settings(options)
    out = options.out or context.dist(config, folder)
    cached = not options.no_cache
    result = run.build(
        config, options.paths, folder, folder / out, frozen=options.frozen, cached=cached
    )
    output.warn_unreadable(result.corpus, config, folder)
    if result.refused:
        report = output.reported(result.refused, result.corpus, config, folder)
        process.write(REPORTERS["full"](report))
        output.complain("nothing was written: Anki would lose or refuse these notes.")
        return FOUND
    if result.moved:
        output.complain(
            f"warning: {result.moved} notes are in another deck now; Anki leaves cards that "
            "somebody has already where they are."
        )
    return output.lines(_built(result, out))


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
