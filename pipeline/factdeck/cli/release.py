"""factdeck release: a version for the decks, with a changelog for those who learn."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck import process
from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.cli.lock import undecided
from factdeck.cli.output import FOUND
from factdeck.errors import UserError

if TYPE_CHECKING:
    from factdeck.run.releasing import Released


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.command(
        commands, "release", "give the decks a version, with a changelog for those who learn"
    )
    parser.add_argument(
        "version",
        nargs="?",
        default="auto",
        metavar="auto | patch | minor | major | X.Y.Z",
        help="default: auto, as large a step as the changes ask for",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where to; default: dist, beside the settings"
    )
    parser.add_argument(
        "--frozen",
        action="store_true",
        help="write the files of the last release again; refuse when the notes have changed",
    )
    parser.add_argument(
        "--allow-dirty", action="store_true", help="also release what is not committed"
    )
    parser.add_argument(
        "--retired-package",
        action="store_true",
        help="also write a package that tags the notes that are gone where a learner has them",
    )
    arguments.with_notes(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck.report import REPORTERS
    from factdeck.run.releasing import Wish, release

    _refuse_contradiction(options)
    config, folder = context.settings(options)
    out = options.out or context.dist(config, folder)
    wish = Wish(options.version, options.frozen, options.allow_dirty, options.retired_package)
    made = release(config, folder, folder / out, wish, cached=not options.no_cache)
    if made.refused:
        report = output.reported(made.refused, made.corpus, config, folder)
        process.write(REPORTERS["full"](report))
        output.complain("nothing was released: mend these errors first.")
        return FOUND
    undecided(made.unsure)
    return output.lines(_told(made, out, config.changelog))


def _refuse_contradiction(options: argparse.Namespace) -> None:
    """The files of a release that has been made have a version, and what retired is known."""
    if options.frozen and options.version != "auto":
        raise UserError("--frozen writes the last release again: it takes no version.")
    if options.frozen and options.retired_package:
        raise UserError("--retired-package belongs to a new release: say it without --frozen.")


def _told(made: Released, out: Path, changelog: str) -> Iterable[str]:
    choices = dict(made.choices)
    for built in made.built:
        file = (out / built.file).as_posix()
        if choice := choices.get(built.slug):
            yield f"{file}: {built.name} {choice.version}, as {choice.reason}"
        else:
            yield f"{file}: {built.name} {built.version}, as it was released"
    if choices:
        tags = " ".join(f"{slug}-{choice.version}" for slug, choice in made.choices)
        yield f"Commit factdeck.lock and {changelog}, and tag the commit: {tags}."
