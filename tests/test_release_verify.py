"""factdeck verify: what was damaged, forged or made of other notes is found."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Run
from factdeck import cli
from factdeck.formats import archive
from factdeck.formats.archive import Member
from factdeck.release import verify
from releasing import NOTES, REWORDED, SETTINGS, done, files, folder, write

__all__ = ["folder"]  # fixtures

DIST = ("dist/deck-1.0.0.apkg", "dist/deck-1.0.0.facts.jsonl", "dist/manifest.json")
PACKAGE, FACTS, MANIFEST = DIST
SUMS = "dist/SHA256SUMS"

SOUND = """\
ok  manifest.json: as its schema says
ok  SHA256SUMS: 4 files
ok  deck-1.0.0.apkg: 3 notes, 3 cards
ok  deck-1.0.0.facts.jsonl: 3 facts, as their schema says
ok  deck-1.0.0.apkg: built again, the same bytes
ok  deck-1.0.0.apkg: real Anki imports 3 notes, and a second time none
"""


def test_a_sound_release_is_sound(folder: Path, run: Run) -> None:
    done(run("release"))
    before = files(folder)
    assert done(run("verify")) == done(run("verify", "dist")) == SOUND
    assert files(folder) == before


def test_a_build_has_no_sums_and_is_sound_too(folder: Path, run: Run) -> None:
    write(folder, {"notes/storage.md": NOTES})
    done(run("build"))
    told = done(run("verify")).splitlines()
    assert [line[:2] for line in told] == ["ok"] * 4
    assert not any("SHA256SUMS" in line for line in told)


def test_a_build_after_a_release_leaves_all_of_it_sound(folder: Path, run: Run) -> None:
    done(run("release"))
    done(run("build"))
    assert done(run("verify")) == SOUND
    write(folder, {"notes/storage.md": REWORDED})
    done(run("build"))
    assert "no  " not in done(run("verify"))


def test_a_release_is_checked_without_its_notes(
    folder: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    done(run("release"))
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    told = done(run("verify", str(folder / "dist")))
    assert "ok  The notes were not built again: There are no notes" in told


def edited(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        data = (folder / name).read_bytes()
        assert old in data
        (folder / name).write_bytes(data.replace(old, new))

    return edit


def flipped(name: str) -> Callable[[Path], None]:
    """One bit in the middle is another."""

    def flip(folder: Path) -> None:
        data = bytearray((folder / name).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / name).write_bytes(data)

    return flip


def gone(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def with_fewer_notes(folder: Path) -> None:
    """A package of another release under the same name."""
    write(folder, {"notes/storage.md": NOTES.partition("Q: Who")[0]})
    lock = (folder / "factdeck.lock").read_bytes()
    (folder / "factdeck.lock").unlink()
    manifest, sums = (folder / MANIFEST).read_bytes(), (folder / SUMS).read_bytes()
    assert cli.main(["release"]) == 0
    write(folder, {"notes/storage.md": NOTES})
    (folder / "factdeck.lock").write_bytes(lock)
    (folder / MANIFEST).write_bytes(manifest)
    (folder / SUMS).write_bytes(sums)


def without_collection(folder: Path) -> None:
    archive.write(folder / PACKAGE, [Member("media", b"{}")])


def one_sum_less(folder: Path) -> None:
    lines = (folder / SUMS).read_text().splitlines(keepends=True)
    (folder / SUMS).write_text("".join(line for line in lines if "manifest" not in line))


DAMAGE: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "package flipped": (
        flipped(PACKAGE),
        ["SHA256SUMS: deck-1.0.0.apkg: the file has another SHA-256", "than the manifest says"],
    ),
    "package gone": (
        gone(PACKAGE),
        ["SHA256SUMS: deck-1.0.0.apkg: the file is missing", "the manifest names it"],
    ),
    "package without collection": (without_collection, ["it holds no collection"]),
    "package of other notes": (
        with_fewer_notes,
        ["the manifest says notes 3, and it holds 2", "give other bytes"],
    ),
    "facts flipped": (flipped(FACTS), ["facts.jsonl: the file has another SHA-256"]),
    "facts gone": (gone(FACTS), ["facts.jsonl: the file is missing"]),
    "facts cut": (edited(FACTS, b'"kind"', b'"kid"'), ["facts.jsonl:1:"]),
    "manifest forged": (
        edited(MANIFEST, b'"notes": 3', b'"notes": 4'),
        ["manifest.json: the file has another", "the manifest says notes 4, and it holds 3"],
    ),
    "sums damaged": (
        edited(SUMS, b"  deck", b" deck"),
        ["SHA256SUMS: line 1 is not a SHA-256, two spaces and a file name"],
    ),
    "sums not UTF-8": (
        edited(SUMS, b"  deck", b" \xffdeck"),
        ["SHA256SUMS: line 1 is not a SHA-256"],
    ),
    "sums that leave out": (one_sum_less, ["SHA256SUMS: manifest.json: the file is not listed"]),
    "other notes": (
        lambda folder: write(folder, {"notes/storage.md": REWORDED}),
        ["deck-1.0.0-dev.apkg: the notes make this version now: it is not there"],
    ),
    "other settings": (
        lambda folder: write(folder, {"factdeck.toml": SETTINGS + 'description = "x"\n'}),
        ["deck-1.0.0.apkg: the notes and the lock give other bytes"],
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found(folder: Path, run: Run, damage: str) -> None:
    done(run("release"))
    do, told = DAMAGE[damage]
    do(folder)
    code, out, _ = run("verify")
    found = [line for line in out.splitlines() if line.startswith("no  ")]
    assert code == 1
    for text in told:
        assert any(text in line for line in found), out


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        (None, "manifest.json cannot be read: .* Run `factdeck build`"),
        ("{", "manifest.json is not JSON"),
        ("[]", "manifest.json: "),
        ('{"factdeck": "1", "packages": [{}]}', "manifest.json: "),
    ],
)
def test_without_a_manifest_nothing_can_be_verified(
    folder: Path, run: Run, manifest: str | None, message: str
) -> None:
    done(run("release"))
    (folder / MANIFEST).unlink()
    if manifest is not None:
        (folder / MANIFEST).write_text(manifest)
    code, out, err = run("verify")
    assert (code, out) == (2, "")
    assert re.search(message, err)


@pytest.mark.usefixtures("folder")
def test_without_anki_the_rest_is_checked(run: Run) -> None:
    done(run("release"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("factdeck.release.verify.find_spec", lambda _: None)
        *rest, last = done(run("verify")).splitlines()
    assert rest == SOUND.splitlines()[:-1]
    assert last.endswith("real Anki was not asked: the package anki is not installed")


def test_what_anki_says_of_a_package_that_it_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "no.apkg").write_text("no package")
    check = verify.in_anki(tmp_path / "no.apkg")
    assert check.what == "no.apkg: real Anki"
    assert "anki.errors" in check.trouble


def test_sums_are_those_of_sha256sum(folder: Path, run: Run) -> None:
    done(run("release"))
    lines = [line.split("  ") for line in (folder / SUMS).read_text().splitlines()]
    names = [name for _, name in lines]
    assert names == sorted(names)
    assert f"{json.loads((folder / MANIFEST).read_bytes())['packages'][0]['sha256']}" in {
        digest for digest, _ in lines
    }
    assert zipfile.is_zipfile(folder / PACKAGE)
