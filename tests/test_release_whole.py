"""A release is of what is committed, and written whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands import Run
from releasing import NOTES, REWORDED, SETTINGS, done, files, folder, write
from repositories import committed, git

__all__ = ["folder"]  # fixtures

# --- git ---------------------------------------------------------------------------------

UNCOMMITTED = {
    "notes": ("notes/storage.md", REWORDED),
    "new notes": ("notes/über uns/my notes.md", "# A\n\nQ: Why so?\nA: Because.\n"),
    "lock": ("factdeck.lock", None),
    "settings": ("factdeck.toml", SETTINGS + 'tags = ["x"]\n'),
    "picture": ("notes/map.svg", "<svg> </svg>"),
}


@pytest.fixture
def repository(folder: Path, run: Run) -> Path:
    """A folder whose first release is committed."""
    shown = NOTES + "\nQ: Where is it?\nA: ![the map](map.svg)\n"
    texts = {".gitignore": "dist\n.factdeck_cache\n", "notes/map.svg": "<svg></svg>"}
    write(folder, {**texts, "notes/storage.md": shown})
    committed(folder)
    done(run("release"))
    committed(folder)
    return folder


@pytest.mark.parametrize("what", UNCOMMITTED)
def test_what_is_not_committed_is_not_released(repository: Path, run: Run, what: str) -> None:
    name, text = UNCOMMITTED[what]
    file = repository / name
    write(repository, {name: file.read_text() + "\n" if text is None else text})
    before = files(repository)
    code, out, err = run("release")
    assert (code, out) == (2, "")
    assert f"{name}: not committed. Commit" in err
    assert files(repository) == before
    done(run("release", "--allow-dirty"))


def test_a_release_is_committed_and_then_written_again_elsewhere(
    repository: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    write(
        repository,
        {
            "notes/storage.md": (repository / "notes/storage.md").read_text()
            + "\n"
            + "Q: What is new?\nA: this\n"
        },
    )
    git(repository, "commit", "--quiet", "--all", "--message", "new")
    done(run("release"))
    git(repository, "commit", "--quiet", "--all", "--message", "release")
    other = tmp_path_factory.mktemp("other") / "clone"
    git(repository, "clone", "--quiet", str(repository), str(other))
    monkeypatch.chdir(other)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    done(run("release", "--frozen"))
    written = files(other / "dist")
    assert "deck-1.1.0.apkg" in written
    assert written == {name: files(repository / "dist")[name] for name in written}


# --- interruptions -----------------------------------------------------------------------


class Interrupted:
    """A Path.replace that fails the n-th time, and after that works again."""

    def __init__(self, fails_at: int, error: BaseException) -> None:
        self.left, self.error, self.real = fails_at, error, Path.replace

    def replace(self, file: Path, target: Path) -> Path:
        self.left -= 1
        if self.left == 0:
            raise self.error
        return self.real(file, target)


ERRORS = {"no room": OSError(28, "No space left on device"), "Ctrl-C": KeyboardInterrupt()}


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("at", range(1, 8))
def test_an_interrupted_release_leaves_the_old_state_whole(
    folder: Path, run: Run, at: int, error: str
) -> None:
    done(run("release"))
    write(folder, {"notes/storage.md": REWORDED})
    before = files(folder)
    interrupted = Interrupted(at, ERRORS[error])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", lambda file, target: interrupted.replace(file, target))
        code, out, err = run("release")
    assert (code, out) == (130 if error == "Ctrl-C" else 2, "")
    assert error == "Ctrl-C" or "Nothing was changed" in err
    assert files(folder) == before
    assert "Deck 1.0.1" in done(run("release"))


def test_a_release_that_was_killed_is_completed_by_running_it_again(folder: Path, run: Run) -> None:
    """All files were moved but the lock, which comes last."""
    done(run("release"))
    write(folder, {"notes/storage.md": REWORDED})
    lock = (folder / "factdeck.lock").read_bytes()
    done(run("release"))
    wanted = files(folder)
    (folder / "factdeck.lock").write_bytes(lock)
    assert "Deck 1.0.1" in done(run("release"))
    assert files(folder) == wanted


def test_a_folder_that_takes_no_file_is_told(folder: Path, run: Run) -> None:
    (folder / "plain").write_text("no folder, so that not even root may write there")
    before = files(folder)
    code, _, err = run("release", "--out", "plain/dist")
    assert code == 2
    assert re.search(r"plain.dist.\S+ cannot be written: .*Nothing was changed", err)
    assert files(folder) == before
