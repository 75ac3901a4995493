"""Check a folder of built packages: what its files say of each other is true."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factdeck.errors import UserError
from factdeck.formats import apkg
from factdeck.formats.deck import Contents
from factdeck.formats.digest import sha256
from factdeck.release import dist, sums
from factdeck.schemas import flaw

# Anki is AGPL-3.0: whoever has it installed has it check the package in a process of its own.
_IMPORT = """
import json, sys, tempfile
from pathlib import Path
from anki.collection import Collection, ImportAnkiPackageRequest
with tempfile.TemporaryDirectory() as folder:
    collection = Collection(str(Path(folder, "collection.anki2")))
    for _ in range(2):
        request = ImportAnkiPackageRequest(package_path=sys.argv[1])
        log = collection.import_anki_package(request).log
        print(json.dumps({"new": len(log.new), "duplicate": len(log.duplicate)}))
    print(json.dumps({"cards": collection.card_count()}))
    collection.close()
"""


@dataclass(frozen=True, slots=True)
class Check:
    """Something that was looked at; ``trouble`` says what is wrong with it, "" for nothing."""

    what: str
    trouble: str = ""


def verify(folder: Path) -> Iterator[Check]:
    """Look at the manifest in ``folder``, its packages, facts and sums, one after the other.

    Raises UserError when there is no manifest, or it is none.
    """
    manifest = _manifest(folder / dist.MANIFEST)
    yield Check(f"{dist.MANIFEST}: as its schema says")
    files = [folder / built["file"] for built in manifest["packages"]]
    if (folder / sums.FILE).exists():
        yield from _sums(folder, [dist.MANIFEST, *(file.name for file in files)])
    for file, built in zip(files, manifest["packages"], strict=True):
        yield from _package(file, built)
    for file in files:
        if (facts := file.with_name(dist.facts_name(file.name))).exists():
            yield _facts(facts)


def packages(folder: Path) -> list[Path]:
    """The packages in ``folder`` that its manifest names."""
    files = [folder / built["file"] for built in _manifest(folder / dist.MANIFEST)["packages"]]
    return [file for file in files if file.is_file()]


def in_anki(file: Path) -> Check:
    """Import the package twice into a fresh collection of real Anki, when that is installed."""
    what = f"{file.name}: real Anki"
    if find_spec("anki") is None:
        return Check(f"{what} was not asked: the package anki is not installed")
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _IMPORT, str(file)], capture_output=True, text=True, check=False
    )
    if ran.returncode:
        last = ran.stderr.strip().splitlines()[-1:] or ["it ended without a word"]
        return Check(what, last[0])
    first, again, total = map(json.loads, ran.stdout.splitlines())
    contents = apkg.read(file)
    expected = {"new": len(contents.notes), "duplicate": 0}
    if first != expected or total["cards"] != len(contents.cards):
        found = f"{first['new']} notes and {total['cards']} cards"
        there = f"{len(contents.notes)} and {len(contents.cards)}"
        return Check(what, f"it took {found} of the {there} that are in it")
    if again["new"]:
        return Check(what, f"a second import made {again['new']} notes new")
    return Check(f"{what} imports {first['new']} notes, and a second time none")


def _manifest(file: Path) -> dict[str, Any]:
    try:
        value = json.loads(file.read_bytes())
    except OSError as error:
        raise UserError(
            f"{file} cannot be read: {error.strerror or error}. Run `factdeck build` or "
            "`factdeck release` first, or name the folder that they wrote to."
        ) from error
    except ValueError as error:
        raise UserError(f"{file} is not JSON: {error}.") from error
    if found := flaw("manifest", value):
        raise UserError(f"{file}: {found.message}")
    return dict(value)


def _sums(folder: Path, expected: Sequence[str]) -> Iterator[Check]:
    try:
        listed = sums.read(folder / sums.FILE)
    except (UserError, OSError) as error:
        yield Check(sums.FILE, str(error))
        return
    troubles = list(_listed(folder, listed, expected))
    yield from troubles or [Check(f"{sums.FILE}: {len(listed)} files")]


def _listed(
    folder: Path, listed: Sequence[tuple[str, str]], expected: Sequence[str]
) -> Iterator[Check]:
    """What is wrong with the files that the sums list, or should."""
    for name in sorted({*expected} - {name for name, _ in listed}):
        yield Check(f"{sums.FILE}: {name}", "the file is not listed")
    for name, digest in listed:
        file = folder / name
        if not file.is_file():
            yield Check(f"{sums.FILE}: {name}", "the file is missing")
        elif sha256(file) != digest:
            yield Check(f"{sums.FILE}: {name}", "the file has another SHA-256")


def _package(file: Path, built: dict[str, Any]) -> Iterator[Check]:
    if not file.is_file():
        yield Check(file.name, "the manifest names it, and it is not there")
        return
    if sha256(file) != built["sha256"]:
        yield Check(file.name, "it has another SHA-256 than the manifest says")
    try:
        found = _counts(apkg.read(file))
    except UserError as error:
        yield Check(file.name, str(error))
        return
    for key, value in found.items():
        if built[key] != value:
            yield Check(file.name, f"the manifest says {key} {built[key]}, and it holds {value}")
    yield Check(f"{file.name}: {built['notes']} notes, {built['cards']} cards")


def _counts(contents: Contents) -> dict[str, object]:
    """What the manifest says of a package, counted in it."""
    kinds = Counter(contents.note_types[note.note_type].name for note in contents.notes)
    return {
        "notes": len(contents.notes),
        "cards": len(contents.cards),
        "media": len(contents.media),
        "decks": sorted({contents.decks[card.deck].name for card in contents.cards}),
        "note_types": dict(sorted(kinds.items())),
    }


def _facts(file: Path) -> Check:
    lines = file.read_bytes().removesuffix(b"\n").split(b"\n")
    for number, line in enumerate(lines, start=1):
        try:
            value = json.loads(line)
        except ValueError as error:  # also for what is not UTF-8
            return Check(f"{file.name}:{number}", f"this is not JSON ({error})")
        if found := flaw("fact", value):
            return Check(f"{file.name}:{number}", found.message)
    return Check(f"{file.name}: {len(lines)} facts, as their schema says")
