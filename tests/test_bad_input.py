"""Whatever lies in the folder: a clear message, the right exit code, nothing half-written."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factdeck import cli

PIPELINE = Path(cli.__file__).parent.parent
GOOD = "# Ports\n\nQ: Which port does SSH use?\nA: 22\n"
AS_NOBODY = """
import os, sys
from factdeck import cli
command = ["lint", "--select", "E", "--no-cache", "--output-format", "concise"]
cli.main(command)  # what is imported late may lie where nobody may read
if os.getuid() == 0:
    os.seteuid(65534)
sys.exit(cli.main(command))
"""


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/good.md").write_text(GOOD)
    return tmp_path / "notes"


def lint(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = cli.main(["lint", "--output-format", "concise", "--no-cache"])
    return code, capsys.readouterr().out


def is_built(capsys: pytest.CaptureFixture[str]) -> bool:
    """Whether the good note is built all the same."""
    code = cli.main(["build", "--no-cache"])
    return code == 0 and "1 cards from 1 notes" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"fine\ncaf\xe9\n", "2:4", "not UTF-8"),
        (b"a\0b\n", "1:2", "NUL"),
        ("text".encode("utf-16"), "1:1", "UTF-16"),
    ],
)
def test_bytes_that_are_no_text(
    notes: Path, capsys: pytest.CaptureFixture[str], data: bytes, place: str, message: str
) -> None:
    (notes / "bad.md").write_bytes(data)
    code, out = lint(capsys)
    assert code == 1
    assert out.startswith(f"notes/bad.md:{place}: error E101 ")
    assert message in out
    assert is_built(capsys)


def test_an_empty_file(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (notes / "empty.md").touch()
    assert lint(capsys)[0] == 0
    assert is_built(capsys)


def test_a_circle_of_links_and_a_broken_one(
    notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (notes / "circle.md").symlink_to("circle.md")
    (notes / "broken.md").symlink_to("nowhere.md")
    (notes / "up").symlink_to("..")
    code, out = lint(capsys)
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines()[:3]] == [
        "notes/broken.md",
        "notes/circle.md",
        "notes/up",
    ]
    assert is_built(capsys)


def test_a_file_that_may_not_be_read(notes: Path) -> None:
    secret = notes / "secret.md"
    secret.write_text(GOOD)
    secret.chmod(0)
    for folder in (notes.parent, *notes.parent.parents):
        if os.access(folder, os.W_OK) and folder.stat().st_uid == os.getuid():
            folder.chmod(folder.stat().st_mode | 0o755)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY],
        env={**os.environ, "PYTHONPATH": str(PIPELINE)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines()[-2].startswith("notes/secret.md:1:1: error E101 ")
    assert "no permission" in done.stdout


def test_a_missing_path(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", "notes/typo.md"]) == 2
    assert "notes/typo.md" in capsys.readouterr().err
    assert not (notes.parent / "dist").exists()


def test_an_invalid_configuration(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (notes.parent / "factdeck.toml").write_text('notes = ["notes"]\n\n[lint]\nselct = ["C"]\n')
    assert cli.main(["lint"]) == 2
    err = capsys.readouterr().err
    assert "factdeck.toml:4" in err
    assert '"select"' in err


def test_a_damaged_lock(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = notes.parent / "factdeck.lock"
    lock.write_text('{"factdeck.lock": 1}\n<<<<<<< ours\n')
    assert cli.main(["build"]) == 2
    assert "factdeck.lock:2" in capsys.readouterr().err
    assert lock.read_text().endswith("<<<<<<< ours\n")


def test_a_full_disk(notes: Path) -> None:
    """What cannot be written whole is not written, and what was there before stays."""

    def build(limit: int | None) -> subprocess.CompletedProcess[str]:
        def small_disk() -> None:
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        return subprocess.run(
            [sys.executable, "-B", "-m", "factdeck", "build", "--no-cache"],
            env={**os.environ, "PYTHONPATH": str(PIPELINE)},
            preexec_fn=small_disk,
            capture_output=True,
            text=True,
        )

    assert build(None).returncode == 0
    dist = notes.parent / "dist"
    before = {
        path.name: path.read_bytes() for path in [*dist.iterdir(), notes.parent / "factdeck.lock"]
    }
    (notes / "more.md").write_text("".join(f"Q: What is {n}?\nA: {n}\n\n" for n in range(2000)))
    done = build(20_000)
    assert done.returncode == 2, done.stdout
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    after = {
        path.name: path.read_bytes() for path in [*dist.iterdir(), notes.parent / "factdeck.lock"]
    }
    assert after == before


@pytest.mark.parametrize("kind", ["lines", "one line", "deep"])
def test_a_large_file(notes: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    texts = {
        "lines": "- **Term** – meaning, and so on\n" * 20_000,
        "one line": "word " * 100_000,
        "deep": "\n".join(" " * depth + "- deeper" for depth in range(500)),
    }
    (notes / "large.md").write_text(texts[kind])
    assert cli.main(["facts", "--coverage", "--no-cache"]) == 0
    assert "notes/large.md" in capsys.readouterr().out


def test_a_file_over_the_limit(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (notes.parent / "factdeck.toml").write_text('notes = ["notes"]\nmax-bytes = 1000\n')
    (notes / "large.md").write_text(GOOD * 100)
    code, out = lint(capsys)
    assert code == 1
    assert "too large" in out


def test_a_folder_that_cannot_be_written(notes: Path) -> None:
    if os.getuid() != 0:
        (notes.parent / "dist").mkdir(mode=0o500)
    else:
        shutil.copy(notes / "good.md", notes.parent / "dist")  # a file where the folder should be
    done = subprocess.run(
        [sys.executable, "-m", "factdeck", "build", "--no-cache"],
        env={**os.environ, "PYTHONPATH": str(PIPELINE)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (notes.parent / "factdeck.lock").exists()
