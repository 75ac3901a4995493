"""factdeck import: a deck of another program as notes, whose learners lose nothing."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands

if TYPE_CHECKING:
    from factdeck.release.adopting.roles import LeftOut
    from factdeck.run.adopting import Adoption

_SHOWN = 10


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.command(
        commands, "import", "turn an Anki deck into notes that keep its GUIDs"
    )
    parser.add_argument(
        "deck",
        type=Path,
        metavar="DECK",
        help=".apkg, .colpkg, a CrowdAnki folder or its .json, or Anki's notes as .csv or .txt",
    )
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="FOLDER",
        help="where the notes go to; default: the first folder of notes that the settings name",
    )
    arguments.with_settings(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck.run import adopting

    config, folder = context.settings(options)
    out = options.out or Path(os.path.relpath(config.root / config.notes[0], folder))
    adoption = adopting.adopt(config, options.deck, out)
    _complain(adoption)
    return output.lines(_done(adoption, folder))


def _done(adoption: Adoption, folder: Path) -> Iterable[str]:
    from factdeck.report.report import relative

    for file in adoption.files:
        yield relative(str(file), folder)
    media = f", {adoption.media} media files" if adoption.media else ""
    yield (
        f"{adoption.notes} notes with {adoption.cards} cards{media}; keep the files "
        "factdeck.* under version control, then run: factdeck build"
    )


def _complain(adoption: Adoption) -> None:
    for each in adoption.left_out:
        output.complain(f"warning: left out: {_named(each)}: {each.why}.")
    if adoption.left_out:
        output.complain(
            f"warning: notes left out: {len(adoption.left_out)}. Learners keep them, and "
            "no package of yours will bring them."
        )
    if adoption.simplified:
        output.complain(
            f"warning: notes with looks that Markdown cannot say (colours, sizes, …): "
            f"{len(adoption.simplified)}. {_shipped(adoption)}: {_some(adoption.simplified)}"
        )
    if adoption.apart:
        output.complain(
            f"warning: notes with cards in several decks: {adoption.apart}. New learners get them "
            "in the deck of the first card."
        )
    if adoption.without_types:
        output.complain(
            "warning: this file says nothing of note types, so the notes get those of factdeck. "
            "Who has the notes already keeps them as they are; to update them, import an .apkg."
        )


def _shipped(adoption: Adoption) -> str:
    if adoption.without_types:
        return "They are shipped without"
    return "What you do not edit is shipped as it was"


def _named(note: LeftOut) -> str:
    return f'{note.guid or "a note"} "{note.asks}"'


def _some(notes: Sequence[LeftOut]) -> str:
    more = f" and {len(notes) - _SHOWN} more" if len(notes) > _SHOWN else ""
    return ", ".join(map(_named, notes[:_SHOWN])) + more
