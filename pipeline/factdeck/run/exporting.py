"""What a build wrote, in the formats of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factdeck.config import Config
from factdeck.package import adopted
from factdeck.release import exports
from factdeck.release.dist import Built


def export(
    config: Config, built: Sequence[Built], out: Path, formats: Sequence[str]
) -> Iterator[Path]:
    """Write each package in ``out`` in each of ``formats``; UserError when one cannot be."""
    if not formats:
        return
    kinds = adopted.read(config.root / adopted.FILE).note_types
    uuids = {number: kind.uuid for number, kind in kinds.items() if kind.uuid}
    for each in built:
        yield from exports.write(out / each.file, formats, uuids)
