"""SHA256SUMS, as ``sha256sum --check`` reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from factdeck.errors import UserError

FILE = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


def dump(sums: Iterable[tuple[str, str]]) -> str:
    """The text of the file for pairs of name and digest, sorted by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums))


def read(file: Path) -> list[tuple[str, str]]:
    """Pairs of name and digest; UserError, a phrase with the line, for what is none."""
    found = []
    text = file.read_bytes().decode("utf-8", "replace")
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if not match:
            raise UserError(f"line {number} is not a SHA-256, two spaces and a file name")
        found.append((match[2], match[1]))
    return found
