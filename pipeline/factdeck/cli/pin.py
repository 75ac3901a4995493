"""factdeck pin: say what is true, so that whatever disagrees is an error."""

from __future__ import annotations

import argparse

from factdeck.cli import arguments, context, output
from factdeck.cli.arguments import Commands
from factdeck.errors import UserError


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
    pins.write(config.root, pins.with_pin(pins.read(config.root), pin))
    return output.lines([f"Pinned in {pins.FILE}: {pin.subject}, {pin.attribute}: {pin.value}."])
