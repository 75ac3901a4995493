"""dist/: packages, manifest and lock, all together or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from factdeck import __version__
from factdeck.errors import UserError
from factdeck.formats import apkg
from factdeck.model import Note, NoteKind
from factdeck.package import Package
from factdeck.package import lock as locks
from factdeck.package.identity import identify
from factdeck.package.lock import Lock
from factdeck.release import dist
from factdeck.release.dist import Built
from factdeck.schemas import validate
from package_notes import DECK, SLUG, media_file, note

A, B = note("a?", "A"), note("{{c1::b}} {{c2::c}}", "", NoteKind.CLOZE, ordinals=(0, 1))

NOTHING = Lock()


def write(
    folder: Path,
    notes: Sequence[Note],
    lock: Lock = NOTHING,
    release: str = "",
) -> tuple[Lock, Built]:
    identified = identify(notes, lock, SLUG, lambda _: 1000, release)
    package = Package(SLUG, DECK, identified.lock.version(SLUG), identified.notes)
    lock_file = folder / locks.FILE
    (built,) = dist.write([package], identified.lock, folder / "dist", lock_file)
    return identified.lock, built


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_first_build_writes_a_package_a_manifest_and_the_lock(tmp_path: Path) -> None:
    lock, built = write(tmp_path, [A, B])
    assert set(files(tmp_path)) == {
        "dist/tests-0.0.0-dev.apkg",
        "dist/manifest.json",
        "factdeck.lock",
    }
    assert locks.read(tmp_path / "factdeck.lock") == lock
    package = tmp_path / "dist" / built.file
    assert built.sha256 == hashlib.sha256(package.read_bytes()).hexdigest()
    assert len(apkg.read(package).notes) == built.notes


def test_the_manifest_says_what_is_in_the_package(tmp_path: Path) -> None:
    picture = media_file(tmp_path, "map.png", b"PNG")
    write(tmp_path, [A, B, note("c?", media=(picture,))])
    manifest = json.loads((tmp_path / "dist" / "manifest.json").read_bytes())
    validate("manifest", manifest)
    (package,) = manifest["packages"]
    assert manifest["factdeck"] == __version__
    assert len(package.pop("sha256")) == 64
    assert package.pop("bytes") > 0
    assert package == {
        "file": "tests-0.0.0-dev.apkg",
        "slug": SLUG,
        "name": DECK,
        "version": "0.0.0-dev",
        "notes": 3,
        "cards": 4,
        "media": 1,
        "decks": [DECK],
        "note_types": {"factdeck Basic": 2, "factdeck Cloze": 1},
        "new": 3,
        "updated": 0,
        "retired": 0,
        "retired_searches": [],
    }


def test_the_same_notes_and_lock_give_the_same_files(tmp_path: Path) -> None:
    lock, _ = write(tmp_path, [A, B])
    before = files(tmp_path)
    write(tmp_path, [A, B], lock)
    assert files(tmp_path) == before


def test_versions_follow_releases_and_changes(tmp_path: Path) -> None:
    def told(built: Built) -> tuple[str, int, int, int]:
        return built.version, built.new, built.updated, built.retired

    lock, built = write(tmp_path, [A, B])
    assert told(built) == ("0.0.0-dev", 2, 0, 0)
    lock, built = write(tmp_path, [A, B], lock, release="1.0.0")
    assert told(built) == ("1.0.0", 2, 0, 0)
    lock, again = write(tmp_path, [A, B], lock)
    assert again == built
    edited = note("a?", "another", key=A.key)
    lock, built = write(tmp_path, [edited, note("c?")], lock)
    assert told(built) == ("1.0.0-dev", 1, 1, 1)
    lock, built = write(tmp_path, [edited, note("c?")], lock, release="1.1.0")
    assert told(built) == ("1.1.0", 1, 1, 1)
    assert built.file == "tests-1.1.0.apkg"


def test_several_decks_share_a_manifest(tmp_path: Path) -> None:
    one = identify([A], Lock(), "one", lambda _: 1000)
    two = identify([B], one.lock, "two", lambda _: 1000)
    packages = [
        Package(slug, slug.title(), two.lock.version(slug), identified.notes)
        for slug, identified in (("one", one), ("two", two))
    ]
    built = dist.write(packages, two.lock, tmp_path)
    assert [each.file for each in built] == ["one-0.0.0-dev.apkg", "two-0.0.0-dev.apkg"]
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert [package["slug"] for package in manifest["packages"]] == ["one", "two"]
    assert not (tmp_path / locks.FILE).exists()


def test_a_part_leaves_the_manifest_of_the_whole_alone(tmp_path: Path) -> None:
    dist.write([Package("aws", "AWS", "1.0.0", ())], Lock(), tmp_path)
    before = (tmp_path / "manifest.json").read_bytes()
    dist.write([Package("s3", "S3", "0.0.0-dev", ())], Lock(), tmp_path, whole=False)
    assert (tmp_path / "manifest.json").read_bytes() == before
    manifest = json.loads((tmp_path / "s3-0.0.0-dev.manifest.json").read_bytes())
    assert [package["slug"] for package in manifest["packages"]] == ["s3"]


# --- failures ----------------------------------------------------------------------------


def test_a_failure_leaves_all_that_was_there(tmp_path: Path) -> None:
    lock, _ = write(tmp_path, [A, B])
    picture = media_file(tmp_path, "map.png", b"PNG")
    before = files(tmp_path)
    (tmp_path / "map.png").write_bytes(b"changed")
    with pytest.raises(UserError, match="has just changed"):
        write(tmp_path, [A, note("c?", media=(picture,))], lock)
    (tmp_path / "map.png").write_bytes(b"PNG")
    assert files(tmp_path) == before


_WRITE_WITH_LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from factdeck.errors import UserError
from package_notes import note
from test_release_dist import write

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    write(Path(sys.argv[1]), [note(f"question {n}", "a") for n in range(1000)])
except UserError as error:
    print(error)
"""


@pytest.mark.parametrize("room", [4096, 100_000, 300_000])
def test_too_little_room_leaves_all_that_was_there(tmp_path: Path, room: int) -> None:
    """The database does not fit; or it does and the lock does not."""
    write(tmp_path, [A, B])
    before = files(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-c", _WRITE_WITH_LITTLE_ROOM, str(tmp_path), str(room)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
    )
    assert ran.stderr == ""
    assert "cannot be written" in ran.stdout
    assert files(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("a file")
    with pytest.raises(UserError, match="cannot be written"):
        write(tmp_path, [A])
    assert set(files(tmp_path)) == {"dist"}
