"""The clock: SOURCE_DATE_EPOCH, else commits, else files."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from factdeck.errors import UserError
from factdeck.model import Source, Span
from factdeck.package.times import clock
from package_notes import note

ROLES = ("AUTHOR", "COMMITTER")
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **{f"GIT_{role}_{what}": "test" for role in ROLES for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str, time: int = 0) -> None:
    dates = {f"GIT_{role}_DATE": f"@{time} +0000" for role in ROLES}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(command, cwd=folder, check=True, env={**ENVIRONMENT, **dates})


def commit(folder: Path, time: int, *names: str) -> None:
    """Change the files of these names and commit everything, at a time."""
    for name in names:
        write(folder / name, f"changed at {time}", time)
    git(folder, "add", "--all")
    git(folder, "commit", "-qm", str(time), time=time)


def write(file: Path, content: str, time: int = 1) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    os.utime(file, (time, time))


def times(folder: Path, *names: str, **variables: str) -> list[int]:
    """What the clock says for notes of these files."""
    sources = [Source(f"shown/{name}", name, str(folder / name), "") for name in names]
    told = clock(sources, {**ENVIRONMENT, **variables})
    return [told(replace(note(), span=Span(source.path, 1))) for source in sources]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    return folder


def test_a_set_epoch_goes_before_everything(repository: Path) -> None:
    commit(repository, 1000, "a.md")
    assert times(repository, "a.md", SOURCE_DATE_EPOCH="77") == [77]
    assert times(repository, "a.md", SOURCE_DATE_EPOCH="") == [1000]


@pytest.mark.parametrize("value", ["now", "-1", "1.5", "١٢", "0x10", "9" * 13])
def test_an_epoch_that_is_no_time_is_told(tmp_path: Path, value: str) -> None:
    with pytest.raises(UserError, match=r"SOURCE_DATE_EPOCH is .*whole seconds"):
        times(tmp_path, SOURCE_DATE_EPOCH=value)


def test_a_file_has_the_time_of_the_last_commit_that_touched_it(repository: Path) -> None:
    names = ("a b.md", "sub/ü.md", "-x.md", "new\nline.md")
    commit(repository, 1000, *names)
    commit(repository, 2000, "a b.md")
    git(repository, "commit", "-qm", "empty", "--allow-empty", time=3000)
    assert times(repository, *names) == [2000, 1000, 1000, 1000]
    assert times(repository / "sub", "ü.md", "../-x.md") == [1000, 1000]


def test_a_file_that_was_edited_since_has_the_later_time(repository: Path) -> None:
    names = ("sub/a b.md", "ü.md", "new\nline.md", ":x*.md", "clean.md", "touched.md")
    commit(repository, 1000, *names)
    for time, name in enumerate(names[:4], start=5000):
        write(repository / name, "changed, not committed", time=time)
    os.utime(repository / "touched.md", (7000, 7000))
    assert times(repository, *names) == [5000, 5001, 5002, 5003, 1000, 1000]
    git(repository, "add", "ü.md")
    git(repository, "rm", "-q", "--cached", "sub/a b.md", "-f")
    assert times(repository, *names) == [5000, 5001, 5002, 5003, 1000, 1000]
    write(repository / "ü.md", "again", time=6000)
    write(repository / ":x*.md", "with a clock that goes after", time=9)
    assert times(repository, "ü.md", ":x*.md") == [6000, 1000]


def test_a_file_that_has_another_name_now_has_its_own_time(repository: Path) -> None:
    commit(repository, 1000, "a.md", "b.md")
    git(repository, "mv", "a.md", "c.md")
    os.utime(repository / "c.md", (5000, 5000))
    assert times(repository, "b.md", "c.md") == [1000, 5000]


def test_a_merge_counts_for_what_it_changed_itself(repository: Path) -> None:
    commit(repository, 1000, "a.md", "b.md", "c.md")
    git(repository, "switch", "-qc", "side")
    commit(repository, 2000, "a.md")
    git(repository, "switch", "-q", "main")
    commit(repository, 3000, "b.md")
    git(repository, "merge", "-q", "--no-commit", "side")
    commit(repository, 4000, "c.md")
    assert times(repository, "a.md", "b.md", "c.md") == [2000, 3000, 4000]


def test_a_file_in_no_commit_has_its_own_time(repository: Path) -> None:
    write(repository / "a.md", "x", time=55)
    assert times(repository, "a.md") == [55]
    commit(repository, 1000, "b.md")
    write(repository / "c.md", "x", time=66)
    assert times(repository, "b.md", "c.md") == [1000, 66]


def test_outside_a_repository_and_without_git_files_have_their_own_time(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "x", time=55)
    assert times(tmp_path, "a.md") == [55]
    (tmp_path / ".git").write_text("gitdir: nowhere", encoding="utf-8")
    assert times(tmp_path, "a.md") == [55]
    assert times(tmp_path, "a.md", PATH="") == [55]


def test_files_of_several_repositories_are_asked_of_their_own(tmp_path: Path) -> None:
    for name, time in (("one", 1000), ("two", 2000)):
        (tmp_path / name).mkdir()
        git(tmp_path / name, "init", "-q")
        commit(tmp_path / name, time, "a.md")
    assert times(tmp_path, "one/a.md", "two/a.md") == [1000, 2000]


def test_a_hook_of_another_repository_does_not_confuse(repository: Path, tmp_path: Path) -> None:
    commit(repository, 1000, "a.md")
    elsewhere = str(tmp_path / "elsewhere")
    assert times(repository, "a.md", GIT_DIR=elsewhere, GIT_INDEX_FILE=elsewhere) == [1000]


def test_a_long_history_is_read_as_far_as_it_is_needed(repository: Path) -> None:
    commit(repository, 1000, "old.md")
    for time in range(2000, 2020):
        git(repository, "commit", "-qm", str(time), "--allow-empty", time=time)
    commit(repository, 3000, "new.md")
    assert times(repository, "new.md") == [3000]
    assert times(repository, "new.md", "old.md") == [3000, 1000]
