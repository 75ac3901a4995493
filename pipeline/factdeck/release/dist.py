"""Write packages, their manifest and the lock, all together or not at all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from factdeck import __version__
from factdeck.formats.digest import sha256
from factdeck.formats.staging import Stage, staging
from factdeck.package import Package, writer
from factdeck.package import lock as locks
from factdeck.package.lock import NEXT, Lock
from factdeck.release import retired, sums
from factdeck.schemas import validate

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Built:
    """A package as written, in the words of ``schema/manifest.schema.json``.

    ``new``, ``updated`` and ``retired`` count the notes that differ from the last release.
    ``retired_searches`` find the notes of earlier releases that are gone, in Anki's browser.
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
    retired_searches: tuple[str, ...]


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
    written too when ``lock_file`` is given. Where a release has left its sums, they follow.
    Raises UserError when anything cannot be written; all files are then as they were.
    """
    with staging() as stage:
        built, written = _write_packages(packages, lock, folder, stage, _manifest(packages, whole))
        if (folder / sums.FILE).is_file():
            known = dict(sums.read(folder / sums.FILE)) | _digests(written)
            stage(folder / sums.FILE).write_bytes(sums.dump(known.items()).encode())
        if lock_file:
            stage(lock_file).write_bytes(locks.dump(lock))
    return built


@dataclass(frozen=True, slots=True)
class Release:
    """What a release writes beside its packages.

    ``texts`` are the contents of other files in the same folder, by name. ``retired`` are
    packages of notes that are gone. ``changelog`` and ``lock`` are None when they stay as they
    are.
    """

    packages: Sequence[Package]
    after: Lock
    texts: Mapping[str, bytes]
    retired: Sequence[Package] = ()
    changelog: tuple[Path, str] | None = None
    lock: Path | None = None


def write_release(release: Release, folder: Path) -> tuple[Built, ...]:
    """Write packages, manifest, texts and their sums to ``folder``; changelog and lock to theirs.

    The lock comes last: without it, the release has not been made. Raises UserError when
    anything cannot be written; all files are then as they were.
    """
    with staging() as stage:
        built, written = _write_packages(release.packages, release.after, folder, stage, MANIFEST)
        for name, content in release.texts.items():
            written[name] = stage(folder / name)
            written[name].write_bytes(content)
        for package in release.retired:
            written[file_name(package)] = stage(folder / file_name(package))
            writer.write(package, written[file_name(package)])
        digests = sums.dump(_digests(written).items())
        stage(folder / sums.FILE).write_bytes(digests.encode())
        if release.changelog:
            file, text = release.changelog
            stage(file).write_bytes(text.encode())
        if release.lock:
            stage(release.lock).write_bytes(locks.dump(release.after))
    return built


def _write_packages(
    packages: Sequence[Package], lock: Lock, folder: Path, stage: Stage, manifest: str
) -> tuple[tuple[Built, ...], dict[str, Path]]:
    """Packages and their manifest, and the temporary file of each by its name."""
    written = {file_name(package): stage(folder / file_name(package)) for package in packages}
    built = tuple(_write(package, lock, written[file_name(package)]) for package in packages)
    value = {"factdeck": __version__, "packages": [asdict(each) for each in built]}
    validate("manifest", value)
    written[manifest] = stage(folder / manifest)
    written[manifest].write_text(_json(value), encoding="utf-8", newline="\n")
    return built, written


def _digests(written: Mapping[str, Path]) -> dict[str, str]:
    return {name: sha256(file) for name, file in written.items()}


def file_name(package: Package) -> str:
    """``aws-notes-1.2.0.apkg``."""
    return f"{package.slug}-{package.version}.apkg"


def facts_name(package: str) -> str:
    """The file of the facts beside that of a package: ``aws-notes-1.2.0.facts.jsonl``."""
    return package.removesuffix(".apkg") + ".facts.jsonl"


def notes_name(package: str) -> str:
    """The file of what a release brings: ``aws-notes-1.2.0.changelog.md``."""
    return package.removesuffix(".apkg") + ".changelog.md"


def _manifest(packages: Sequence[Package], whole: bool) -> str:
    return MANIFEST if whole else f"{file_name(packages[0]).removesuffix('.apkg')}.{MANIFEST}"


def _write(package: Package, lock: Lock, file: Path) -> Built:
    writer.write(package, file)
    changes = lock.changes(package.slug, _since(package.version))
    kinds = Counter(package.note_type(identified) for identified in package.notes)
    return Built(
        file=file_name(package),
        sha256=sha256(file),
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
        retired_searches=tuple(retired.searches(_gone(lock, package.slug))),
    )


def _gone(lock: Lock, slug: str) -> list[str]:
    """The notes that a learner may have and that are in the deck no longer."""
    return [
        entry.guid
        for entry in lock.entries
        if entry.deck == slug and entry.retired is not None and entry.born != entry.retired
    ]


def _since(version: str) -> str:
    """The release whose changes a package of ``version`` brings."""
    return NEXT if version.endswith("-dev") else version


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
