"""factdeck build: the notes as packages for Anki."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck import process
from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.cli.lock import undecided
from factdeck.cli.output import FOUND, OK

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
    parser.add_argument(
        "--export", type=_formats, default=(), metavar="FORMATS", help="beside it: crowdanki,csv"
    )
    parser.set_defaults(run=_run)


def _formats(text: str) -> tuple[str, ...]:
    """The formats of a list with commas."""
    from factdeck.release.exports import FORMATS

    formats = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",")))
    if unknown := [name for name in formats if name not in FORMATS]:
        raise argparse.ArgumentTypeError(
            f"{unknown[0]!r} is no format; there are {', '.join(FORMATS)}"
        )
    return formats


def _run(options: argparse.Namespace) -> int:
    from factdeck import run
    from factdeck.report import REPORTERS
    from factdeck.report.report import relative

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
        from factdeck.release.versions import count

        moved = count(result.moved, "note is", "notes are")
        output.complain(
            f"warning: {moved} in another deck now; Anki leaves cards that "
            "somebody has already where they are."
        )
    undecided(result.unsure)
    output.lines(_built(result, out))
    if options.export:
        from factdeck.run import exporting

        exported = exporting.export(config, result.built, folder / out, options.export)
        output.lines(relative(file, folder) for file in exported)
    return OK


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
    is_next = built.version.endswith("-dev") and not built.version.startswith(UNRELEASED)
    since = f" (since the last release: {told})" if told and is_next else ""
    return f"{built.cards} cards from {built.notes} notes{media}{since}"
