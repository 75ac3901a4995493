"""factdeck lock: what the lock remembers, whether it fits the notes, which card is which."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.cli.output import FOUND, OK

if TYPE_CHECKING:
    from factdeck.package.lock import Entry

_CARD = "GUID (the field Key in Anki) or its beginning, key or its last part"


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.command(commands, "lock", "look into factdeck.lock, or decide what it knows")
    actions = parser.add_subparsers(metavar="ACTION", required=True, title="actions")
    check = arguments.command(
        actions, "check", "say whether the lock is whole and fits the notes, and what is undecided"
    )
    arguments.with_notes(check)
    check.set_defaults(run=_check)
    match = arguments.command(
        actions, "match", "say that a new card is one that is gone, so that it keeps its history"
    )
    match.add_argument("old", metavar="OLD", help=f"the card that is gone: {_CARD}")
    match.add_argument("new", metavar="NEW", help="the card that it is now")
    match.set_defaults(run=_match)
    show = arguments.command(actions, "show", "print what the lock remembers of a card")
    show.add_argument("card", metavar="CARD", help=_CARD)
    show.set_defaults(run=_show)
    for each in (match, show):
        arguments.with_settings(each)


def undecided(pairs: Iterable[tuple[Entry, Entry]]) -> None:
    """Complain of each pair of a retired and a new card that may be the same."""
    for old, new in pairs:
        output.complain(
            f'warning: "{old.text}" is gone, and may be "{new.text}" now. If it is, keep its '
            f"history: factdeck lock match {old.guid} {new.guid}"
        )


def _check(options: argparse.Namespace) -> int:
    from factdeck.run.locking import check_lock

    config, folder = context.settings(options)
    found = check_lock(config, folder, cached=not options.no_cache)
    undecided(found.unsure)
    if not found.is_stale:
        return output.lines([f"factdeck.lock fits the notes ({found.notes} notes)."])
    output.lines(
        [
            f"factdeck.lock does not fit the notes: {found.new} new, {found.changed} changed, "
            f"{found.retired} retired. Run factdeck build, and commit the lock with the notes."
        ]
    )
    return FOUND


def _match(options: argparse.Namespace) -> int:
    from factdeck.run.locking import match_cards

    config, _ = context.settings(options)
    old, new = match_cards(config, options.old, options.new)
    output.lines([f'"{new.text}" keeps the history of "{old.text}" ({old.guid}) from now on.'])
    return OK


def _show(options: argparse.Namespace) -> int:
    from factdeck.run.locking import find_card

    config, _ = context.settings(options)
    return output.lines(_told(find_card(config, options.card)))


def _told(entry: Entry) -> Iterator[str]:
    versions = f"born {entry.born}, last changed {entry.changed}"
    state = f"retired {entry.retired}" if entry.retired else "in the deck"
    rows = {
        "GUID": entry.guid,
        "Key": entry.key,
        "Note type": entry.kind.value,
        "Deck": f"{entry.deck} ({entry.anki_deck} in Anki)",
        "Question": entry.text,
        "Answer": entry.answer,
        "State": f"{state}; {versions}",
    }
    yield from (f"{name:9}  {value}" for name, value in rows.items() if value)
    for title, numbered in (("Card", entry.deletions), ("Was card", entry.former)):
        yield from (f"{title} {number}: {text}" for number, text in numbered)
