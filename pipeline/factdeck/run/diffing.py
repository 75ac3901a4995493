"""What an import of the decks as they are now would do."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from factdeck.config import DIST, Config
from factdeck.errors import UserError
from factdeck.formats import apkg
from factdeck.package import Package, writer
from factdeck.package.diff import Diff, compare, since_release
from factdeck.run.notes import collect, corpus_of
from factdeck.run.packing import Packed, plan_of, work_on


def diff(
    config: Config, folder: Path, against: str = "", *, cached: bool
) -> tuple[tuple[Package, Diff], ...]:
    """What is different in each deck since its last release.

    ``against`` may name another version, whose package lies in ``dist``, or a package; decks
    that it says nothing about are left out. Raises UserError when there is no such package.
    """
    packed = packed_notes(config, folder, cached=cached)
    if not against:
        return tuple((each, since_release(packed.lock, each)) for each in packed.packages)
    old = {each.slug: _old_package(each.slug, against, config, folder) for each in packed.packages}
    if not any(old.values()):
        raise UserError(_nowhere(against, config))
    return tuple(_against(packed.packages, old))


def packed_notes(config: Config, folder: Path, *, cached: bool) -> Packed:
    """All the notes of the settings, read and packed."""
    plan = plan_of(config, (), folder, collect(config, (), folder))
    return work_on(plan, config, corpus_of(config, plan.found, cached=cached)).pack()


def _against(
    packages: Iterable[Package], old: Mapping[str, Path | None]
) -> Iterator[tuple[Package, Diff]]:
    """Each package compared with the ``old`` one of its deck, if there is one, by its slug."""
    with tempfile.TemporaryDirectory() as temporary:
        for package in packages:
            if file := old[package.slug]:
                now = Path(temporary, f"{package.slug}.apkg")
                writer.write(package, now)
                told = compare(
                    apkg.read(file),
                    apkg.read(now),
                    old_version=file.stem.removeprefix(f"{package.slug}-"),
                    new_version=package.version,
                )
                yield package, told


def _old_package(slug: str, against: str, config: Config, folder: Path) -> Path | None:
    """The package to compare the deck with, None when there is none of it."""
    if not _is_package(against):
        file = config.root / DIST / f"{slug}-{against.removeprefix('v')}.apkg"
        return file if file.is_file() else None
    file = folder / against
    begins = [deck.slug for deck in config.decks if file.name.startswith(f"{deck.slug}-")]
    is_other = bool(begins) and max(begins, key=len) != slug
    return None if is_other or not file.is_file() else file


def _is_package(against: str) -> bool:
    return Path(against).suffix.lower() in (".apkg", ".colpkg")


def _nowhere(against: str, config: Config) -> str:
    if _is_package(against):
        return f"There is no package {against} of a deck of these notes."
    return (
        f"No package of version {against} is in {config.root / DIST}. Name a version whose package "
        "lies there, the file of a package, or nothing: then the last release counts, which the "
        "lock remembers."
    )
