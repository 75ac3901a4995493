"""Archives of the same bytes, files that are whole or not there, packages read back."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from factdeck.errors import UserError
from factdeck.formats import apkg, archive
from factdeck.formats.archive import Member
from factdeck.formats.staging import staging


def test_an_archive_does_not_depend_on_the_order_or_the_age_of_its_members(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG" * 1000)
    members = [Member("b", b"2" * 5000), Member("a", picture), Member("empty", b"")]
    archive.write(tmp_path / "one.zip", members)
    os.utime(picture, (1, 1))
    picture.chmod(0o600)
    archive.write(tmp_path / "two.zip", reversed(members))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_an_archive_holds_what_it_was_given(tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(bytes(range(256)) * 10_000)
    noise = tmp_path / "noise"
    noise.write_bytes(os.urandom(100_000))
    members = [Member("large", large), Member("noise", noise), Member("small", b"x")]
    archive.write(tmp_path / "a.zip", members)
    with zipfile.ZipFile(tmp_path / "a.zip") as read:
        assert read.testzip() is None
        assert read.namelist() == ["large", "noise", "small"]
        assert read.read("large") == large.read_bytes()
        assert read.read("noise") == noise.read_bytes()
        assert {info.date_time for info in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        kinds = [info.compress_type for info in read.infolist()]
        assert kinds == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_STORED]


# --- staging -----------------------------------------------------------------------------


def test_staged_files_appear_together_at_the_end(tmp_path: Path) -> None:
    one, two = tmp_path / "new" / "one", tmp_path / "two"
    two.write_text("old")
    with staging() as stage:
        stage(one).write_text("1")
        stage(two).write_text("2")
        assert not one.exists()
        assert two.read_text() == "old"
    assert (one.read_text(), two.read_text()) == ("1", "2")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new", "one", "two"]


def test_staged_files_are_as_readable_as_others(tmp_path: Path) -> None:
    with staging() as stage:
        stage(tmp_path / "staged").write_text("x")
    (tmp_path / "plain").write_text("x")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("staged", "plain")}
    assert len(modes) == 1


def fail_while_writing(target: Path, error: BaseException) -> None:
    with staging() as stage:
        stage(target).write_text("half")
        raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError("a mistake"), UserError("no")])
def test_an_interruption_leaves_the_old_files(tmp_path: Path, error: BaseException) -> None:
    (tmp_path / "one").write_text("old")
    with pytest.raises(type(error)):
        fail_while_writing(tmp_path / "one", error)
    assert (tmp_path / "one").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


LEFT_BEHIND = [
    # name beside "one", hours since, is there after a write of "one"
    (".one.123.tmp", 0, True),
    (".one.123.old", 0, True),
    (".one.123.tmp", 2, False),
    (".one.123.old", 2, False),
    (".one.123.tmp.abc_123/collection", 0, True),
    (".one.123.tmp.abc_123/collection", 2, False),
    (".one.abc_123/collection", 2, True),
    (".one.tmp", 2, True),
    (".one.md.123.tmp", 2, True),
    (".two.123.tmp", 2, True),
    ("one.123.tmp", 2, True),
]


@pytest.mark.parametrize(("name", "hours", "stays"), LEFT_BEHIND)
def test_what_a_killed_process_left_behind_goes_with_the_next_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, hours: int, stays: bool
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("half")
    os.utime(tmp_path / name, (1, 1))  # as a copy of an old file
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3600 * hours)
    with staging() as stage:
        stage(tmp_path / "one").write_text("1")
    assert (tmp_path / name.partition("/")[0]).exists() is stays


def test_a_full_disk_is_told_and_leaves_the_old_files(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("old")
    with pytest.raises(UserError, match=r"one cannot be written: No space left.*try again\."):
        fail_while_writing(tmp_path / "one", OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert (tmp_path / "one").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_a_folder_that_is_closed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UserError, match="one cannot be written: Permission denied"):
        fail_while_writing(tmp_path / "one", PermissionError(errno.EACCES, "Permission denied"))


_WRITE_TOO_MUCH = """
import resource, sys
from pathlib import Path
from factdeck.errors import UserError
from factdeck.formats.archive import Member, write
from factdeck.formats.staging import staging

resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    with staging() as stage:
        write(stage(Path(sys.argv[1])), [Member("noise", __import__("os").urandom(100_000))])
except UserError as error:
    print(error)
"""


def test_a_file_system_that_takes_no_more_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "deck.apkg"
    target.write_text("old")
    command = [sys.executable, "-c", _WRITE_TOO_MUCH, str(target)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith(f"{target} cannot be written: ")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["deck.apkg"]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("a file")
    with pytest.raises(UserError, match="cannot be written"), staging() as stage:
        stage(tmp_path / "dist" / "deck.apkg").write_text("x")


# --- reading packages --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "message"),
    [
        (None, "cannot be read as an Anki package: .*not a zip file"),
        ({"media": b"{}"}, "it holds no collection"),
        ({"collection.anki21b": b"", "collection.anki2": b""}, "cannot be read"),
        ({"collection.anki2": b"no database", "media": b"{}"}, "cannot be read"),
        ({"collection.anki2": b"", "media": b"{"}, "cannot be read"),
    ],
)
def test_what_is_no_package_is_told(
    tmp_path: Path, members: dict[str, bytes] | None, message: str
) -> None:
    file = tmp_path / "deck.apkg"
    if members is None:
        file.write_bytes(b"no zip")
    else:
        archive.write(file, [Member(name, content) for name, content in members.items()])
    with pytest.raises(UserError, match=message):
        apkg.read(file)
