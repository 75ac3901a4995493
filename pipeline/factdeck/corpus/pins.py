"""Pins: what the author says is true, with a source, in ``factdeck.pins.toml``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from factdeck.errors import UserError
from factdeck.formats.staging import staging
from factdeck.schemas import flaw

FILE = "factdeck.pins.toml"
_HEAD = "# What is true, whatever a note says; `factdeck lint` compares (rule C311).\n"


@dataclass(frozen=True, slots=True)
class Pin:
    """The ``attribute`` of a ``subject`` is ``value``, as ``source`` says."""

    subject: str
    attribute: str
    value: str
    source: str = ""


def read(root: Path) -> tuple[Pin, ...]:
    """The pins of a project, none without a file; UserError when it is damaged."""
    import tomllib

    file = root / FILE
    if not file.is_file():
        return ()
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(
            f"{file} cannot be read: {error}. Mend it, or remove it and pin anew."
        ) from error
    found = flaw("pins", table)
    if found:
        raise UserError(f"{file}: {found.message}")
    return tuple(Pin(**pin) for pin in table.get("pin", ()))


def write(root: Path, pins: Iterable[Pin]) -> None:
    """Write the pins of a project, sorted; the file is replaced as a whole."""
    parts = [_as_toml(pin) for pin in sorted(pins, key=lambda pin: (pin.subject, pin.attribute))]
    with staging() as stage:
        stage(root / FILE).write_text("\n".join([_HEAD, *parts]), encoding="utf-8", newline="\n")


def with_pin(pins: Iterable[Pin], new: Pin) -> tuple[Pin, ...]:
    """The pins with another, which replaces that of the same subject and attribute."""
    same = (new.subject.lower(), new.attribute.lower())
    kept = (pin for pin in pins if (pin.subject.lower(), pin.attribute.lower()) != same)
    return (*kept, new)


def _as_toml(pin: Pin) -> str:
    # a JSON string is a basic string of TOML, but for the delete character
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
        for key, value in asdict(pin).items()
        if value
    ]
    return "\n".join(["[[pin]]", *lines, ""])
