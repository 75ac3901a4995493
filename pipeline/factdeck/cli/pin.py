"""factdeck pin: say what is true, so that whatever disagrees is an error."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.errors import UserError

if TYPE_CHECKING:
    from factdeck.corpus.pins import Pin


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = arguments.command(
        commands, "pin", "write down what is true, to hold the notes against it (rule C311)"
    )
    parser.add_argument("subject", metavar="SUBJECT", help='the thing, as in "Amazon SQS"')
    parser.add_argument("attribute", metavar="ATTRIBUTE", help='what of it, as in "retention"')
    parser.add_argument("value", metavar="VALUE", help='what that is, as in "14 days"')
    parser.add_argument("--source", default="", metavar="S", help="where that is written")
    arguments.with_settings(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from factdeck.corpus import pins

    config, _ = context.settings(options)
    pin = pins.Pin(options.subject, options.attribute, options.value, options.source)
    empty = [key for key in ("subject", "attribute", "value") if not getattr(pin, key).strip()]
    if empty:
        raise UserError(f"The {empty[0]} of a pin is empty. Say what is true of what.")
    before = pins.read(config.root)
    after = pins.with_pin(before, pin)
    pins.write(config.root, after)
    told = [f"Pinned in {pins.FILE}: {pin.subject}, {pin.attribute}: {pin.value}."]
    return output.lines(told + [_replaced(old) for old in before if old not in after])


def _replaced(pin: Pin) -> str:
    source = f" ({pin.source})" if pin.source else ""
    return f"It replaces the pin {pin.subject}, {pin.attribute}: {pin.value}{source}."
