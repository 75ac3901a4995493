"""What of a file is read, and what becomes of one that cannot be."""

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdeck.sources import collect, read
from source_files import project, source, tree

NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, who may read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


TEXTS = [
    (b"", []),
    (b"\n", [""]),
    (b"a", ["a"]),
    (b"a\nb\n", ["a", "b"]),
    (b"a\r\nb\r\n\r\nc", ["a", "b", "", "c"]),
    (b"a\rb\n\rc\r", ["a", "b", "", "c"]),
    (b"\xef\xbb\xbfa\n\xef\xbb\xbfb", ["a", "\ufeffb"]),
    (
        b"a\fb\vc\x1cd\x85".replace(b"\x85", b"\xc2\x85e\xe2\x80\xa8f\tg"),
        ["a\fb\vc\x1cd\x85e\u2028f\tg"],
    ),
    ("ü – 🂡".encode(), ["ü – 🂡"]),
    (b"x" * 100_000, ["x" * 100_000]),
]


@pytest.mark.parametrize(("data", "lines"), TEXTS)
def test_lines_are_those_that_an_editor_shows(
    tmp_path: Path, data: bytes, lines: list[str]
) -> None:
    read_back = source(tmp_path, data)
    assert read_back.lines == lines
    assert read_back.problems == ()


def test_markdown_or_not(tmp_path: Path) -> None:
    made = [source(tmp_path, b"a", name).markdown for name in ("a.md", "A.MARKDOWN", "a.txt")]
    assert made == [True, True, False]


UNREADABLE = [
    (b"a\nb\xe9\n", 2, 2, "this file is not UTF-8 (byte 0xE9); save it as UTF-8"),
    ("ä\r\nöö".encode() + b"\xff", 2, 3, "this file is not UTF-8 (byte 0xFF)"),
    (b"\xef\xbb\xbfab\x80", 1, 3, "this file is not UTF-8 (byte 0x80)"),
    (b"a\rb\xed\xa0\x80", 2, 2, "this file is not UTF-8 (byte 0xED)"),  # half of a pair
    (b"a\n\nb\0\xff", 3, 2, "there is a NUL byte here"),
    (b"a\xff\0", 1, 2, "this file is not UTF-8"),
    ("häh".encode("utf-16"), 1, 1, "this file is UTF-16; save it as UTF-8"),
    (b"\xfe\xff\0a", 1, 1, "this file is UTF-16"),
    ("a".encode("utf-32"), 1, 1, "this file is UTF-32"),
    (b"x" * 1001, 1, 1, "this file is too large: 1,001 bytes, and the limit is 1,000"),
]


@pytest.mark.parametrize(("data", "line", "column", "message"), UNREADABLE)
def test_unreadable_bytes_are_a_problem_with_place(
    tmp_path: Path, data: bytes, line: int, column: int, message: str
) -> None:
    found = source(tmp_path, data, max_bytes=1000)
    [problem] = found.problems
    assert found.text == ""
    assert (problem.code, problem.span.path) == ("E101", "a.md")
    assert (problem.span.line, problem.span.column) == (line, column)
    assert problem.message.startswith(message)


def test_only_files_are_opened(tmp_path: Path) -> None:
    notes = tree(tmp_path / "notes", "a.md")
    os.mkfifo(notes / "pipe.md")
    (notes / "zero.md").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(notes / "socket.md"))
        found = [read(file) for file in collect(project(tmp_path))]
    told = {source.path: [problem.message for problem in source.problems] for source in found}
    assert told.pop("notes/a.md") == []
    assert sorted(told) == ["notes/pipe.md", "notes/socket.md", "notes/zero.md"]
    assert all(messages == ["this is not a regular file"] for messages in told.values())


def test_file_that_goes_away_in_between(tmp_path: Path) -> None:
    tree(tmp_path, "notes/a.md")
    [file] = collect(project(tmp_path))
    (tmp_path / "notes/a.md").unlink()
    assert read(file).problems[0].message == "this file cannot be read: No such file or directory"


def test_without_permission() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = tree(Path(name).resolve(), "notes/a.md", "notes/shut.md", "notes/folder/b.md")
        root.chmod(0o755)
        config = project(root)
        (root / "notes/shut.md").chmod(0)
        (root / "notes/folder").chmod(0)
        with as_nobody():
            found = [read(file) for file in collect(config)]
        (root / "notes/folder").chmod(0o755)
    assert {source.path: source.problems[0].message for source in found if source.problems} == {
        "notes/folder": "this folder cannot be read: Permission denied",
        "notes/shut.md": "there is no permission to read this file",
    }
    assert [source.text for source in found if not source.problems] == ["notes/a.md"]


@given(st.binary())
@example(b"\xef\xbb\xbf")
@example(b"---\na: \xff\n---")
def test_any_bytes_are_read(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        found = source(Path(name), data)
    assert len(found.problems) <= 1
    if not found.problems:
        text = data.decode("utf-8-sig")
        assert [line.encode() for line in found.lines] == text.encode().splitlines()
