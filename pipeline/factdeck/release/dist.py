"""Write packages, their manifest and the lock, all together or not at all."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from factdeck import __version__
from factdeck.formats.staging import staging
from factdeck.package import Package, writer
from factdeck.package import lock as locks
from factdeck.package.lock import NEXT, Lock
from factdeck.package.notetypes import NOTE_TYPES
from factdeck.schemas import validate

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Built:
    """A package as written, in the words of ``schema/manifest.schema.json``.

    ``new``, ``updated`` and ``retired`` count the notes that differ from the last release.
    """

    file: str
    sha256: str
    bytes: int
    slug: str
    name: str
    version: str
    notes: int
    cards: int
    media: int
    decks: tuple[str, ...]
    note_types: dict[str, int]
    new: int
    updated: int
    retired: int


def write(
    packages: Sequence[Package],
    lock: Lock,
    folder: Path,
    lock_file: Path | None = None,
    *,
    whole: bool = True,
) -> tuple[Built, ...]:
    """Write each of ``packages`` and their manifest to ``folder``.

    ``manifest.json`` speaks of ``whole`` decks; that of a part is named after its package.
    ``lock`` is what :func:`factdeck.package.identity.identify` made of all of them; it is
    written too when ``lock_file`` is given. Raises UserError when anything cannot be written;
    all files are then as they were.
    """
    with staging() as stage:
        built = tuple(
            _write(package, lock, stage(folder / file_name(package))) for package in packages
        )
        manifest = {"factdeck": __version__, "packages": [asdict(each) for each in built]}
        validate("manifest", manifest)
        stage(folder / _manifest(packages, whole)).write_text(
            _json(manifest), encoding="utf-8", newline="\n"
        )
        if lock_file:
            stage(lock_file).write_bytes(locks.dump(lock))
    return built


def file_name(package: Package) -> str:
    """``aws-notes-1.2.0.apkg``."""
    return f"{package.slug}-{package.version}.apkg"


def _manifest(packages: Sequence[Package], whole: bool) -> str:
    return MANIFEST if whole else f"{file_name(packages[0]).removesuffix('.apkg')}.{MANIFEST}"


def _write(package: Package, lock: Lock, file: Path) -> Built:
    writer.write(package, file)
    changes = lock.changes(package.slug, _since(package.version))
    kinds = Counter(NOTE_TYPES[identified.note.kind].name for identified in package.notes)
    with file.open("rb") as handle:
        sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
    return Built(
        file=file_name(package),
        sha256=sha256,
        bytes=file.stat().st_size,
        slug=package.slug,
        name=package.name,
        version=package.version,
        notes=len(package.notes),
        cards=package.cards,
        media=len(package.media),
        decks=package.decks,
        note_types=dict(sorted(kinds.items())),
        new=len(changes.new),
        updated=len(changes.updated),
        retired=len(changes.retired),
    )


def _since(version: str) -> str:
    """The release whose changes a package of ``version`` brings."""
    return NEXT if version.endswith("-dev") else version


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
