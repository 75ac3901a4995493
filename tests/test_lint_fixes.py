"""Fixes change what they say and nothing else: not line ends, not marks, not files of others."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.errors import UserError
from factdeck.lint import fixes
from factdeck.lint.fixes import Fixed, Texts, edited, fix_all
from factdeck.model import Edit, Finding, Fix, Severity, Source, Span
from factdeck.sources.read import decoded


def edit(line: int, start: int, end: int, content: str, path: str = "a.md") -> Edit:
    return Edit(Span(path, line, start, end_column=end), content)


EDITED = [
    (b"one two\n", [edit(1, 5, 8, "2")], b"one 2\n"),
    (b"one two\r\nthree\r\n", [edit(2, 1, 6, "3")], b"one two\r\n3\r\n"),
    (b"one\rtwo\r", [edit(2, 1, 4, "2")], b"one\r2\r"),
    (b"\xef\xbb\xbfone\n", [edit(1, 1, 4, "1")], b"\xef\xbb\xbf1\n"),
    (b"one", [edit(1, 1, 4, "1")], b"1"),
    ("é日😀 x\n".encode(), [edit(1, 5, 6, "y")], "é日😀 y\n".encode()),
    (b"one\r\ntwo", [edit(1, 4, 4, "\nmore")], b"one\r\nmore\r\ntwo"),
    (b"a\nb\nc\n", [Edit(Span("a.md", 2, 1, 3, 1), "")], b"a\nc\n"),
    (b"a b c\n", [edit(1, 5, 6, "3"), edit(1, 1, 2, "1")], b"1 b 3\n"),
    (b"a\n", [edit(1, 1, 2, "b"), edit(1, 1, 2, "b")], b"b\n"),
    (b"", [edit(1, 1, 1, "x")], b"x"),
    (b"a\x0cb\x0b\xe2\x80\xa8c\n", [edit(1, 6, 7, "d")], b"a\x0cb\x0b\xe2\x80\xa8d\n"),
]


@pytest.mark.parametrize(("before", "edits", "after"), EDITED)
def test_edited(before: bytes, edits: Sequence[Edit], after: bytes) -> None:
    assert edited(before, edits) == after


@given(
    st.lists(st.text("ab é\t", max_size=5), min_size=1),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff"]),
)
def test_an_edit_that_changes_nothing_keeps_every_byte(
    lines: list[str], newline: str, mark: str
) -> None:
    data = (mark + newline.join(lines)).encode()
    same = [edit(number, 1, len(line) + 1, line) for number, line in enumerate(lines, 1)]
    assert edited(data, same) == data


# --- rounds -------------------------------------------------------------------------------


def replacing(files: dict[str, str], *rules: tuple[str, str, bool]) -> fixes.Look:
    """A look that finds each word of the rules, with a fix: (word, other word, safe)."""

    def look(texts: Texts) -> tuple[list[Finding], list[Source]]:
        sources = [
            Source(name, name, name, decoded(texts[name]) if name in texts else text)
            for name, text in files.items()
        ]
        return [finding for source in sources for finding in findings(source)], sources

    def findings(source: Source) -> list[Finding]:
        return [
            found(source.path, number, match, other, safe)
            for number, line in enumerate(source.lines, 1)
            for word, other, safe in rules
            for match in re.finditer(word, line)
        ]

    def found(path: str, number: int, match: re.Match[str], other: str, safe: bool) -> Finding:
        change = edit(number, match.start() + 1, match.end() + 1, other, path)
        return Finding(change.span, "T999", "x", Severity.ERROR, "x", fix=Fix(safe, "x", (change,)))

    return look


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fixed(files: dict[str, str], *rules: tuple[str, str, bool], unsafe: bool = False) -> Fixed:
    """The fixes of files whose real paths are their names."""
    real = {os.path.realpath(name): text.encode() for name, text in files.items()}
    look = replacing({os.path.realpath(name): text for name, text in files.items()}, *rules)
    return fix_all(look, real, unsafe=unsafe)


def test_only_safe_fixes_unless_others_are_wanted() -> None:
    files, rules = {"a.md": "one two\n"}, (("one", "1", True), ("two", "2", False))
    assert list(fixed(files, *rules).after.values()) == [b"1 two\n"]
    both = fixed(files, *rules, unsafe=True)
    assert (list(both.after.values()), both.count) == ([b"1 2\n"], 2)


def test_fixes_that_overlap_wait_for_one_another() -> None:
    rules = (("abc", "b", True), ("cd", "d", True), ("bd", "x", True))
    done = fixed({"a.md": "abcd\n"}, *rules)
    assert (list(done.after.values()), done.count) == ([b"x\n"], 2)


def test_rules_that_undo_one_another_come_to_an_end() -> None:
    assert fixed({"a.md": "one\n"}, ("one", "two", True), ("two", "one", True)).count < 100


def test_a_fix_of_two_files_is_made_whole_or_not_at_all(folder: Path) -> None:
    paths = [os.path.realpath(name) for name in ("a.md", "b.md")]
    both = Fix(True, "x", tuple(edit(1, 1, 4, "1", path) for path in paths))
    finding = Finding(Span(paths[0], 1), "T999", "x", Severity.ERROR, "x", fix=both)
    (folder / "a.md").write_text("one\n")
    (folder / "b.md").write_text("one\n")
    sources = [Source(path, path, path, "one\n") for path in paths]
    seen = iter([[finding], []])
    assert len(fix_all(lambda _: (next(seen), sources), {}, unsafe=False).after) == 2
    seen = iter([[finding], []])
    assert fix_all(lambda _: (next(seen), sources[:1]), {}, unsafe=False).count == 0
    (folder / "b.md").write_text("changed\n")
    seen = iter([[finding], []])
    assert fix_all(lambda _: (next(seen), sources), {}, unsafe=False).after == {}


# --- files --------------------------------------------------------------------------------


def test_a_file_keeps_its_mode_and_a_link_stays_one(folder: Path) -> None:
    target, link = folder / "a.md", folder / "link.md"
    target.write_bytes(b"one\n")
    target.chmod(0o640)
    link.symlink_to(target)
    assert fixes.write(Fixed({str(target): b"one\n"}, {str(target): b"two\n"}, 1)) == ()
    assert (link.read_bytes(), target.stat().st_mode & 0o777) == (b"two\n", 0o640)
    assert link.is_symlink()
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "link.md"]


def test_what_changed_in_the_meantime_is_not_written(folder: Path) -> None:
    paths = [str(folder / name) for name in ("a.md", "b.md")]
    for path in paths:
        Path(path).write_bytes(b"one\n")
    Path(paths[1]).write_bytes(b"mine\n")
    done = Fixed(dict.fromkeys(paths, b"one\n"), dict.fromkeys(paths, b"two\n"), 2)
    assert fixes.write(done) == (paths[1],)
    assert [Path(path).read_bytes() for path in paths] == [b"one\n", b"mine\n"]


def test_a_file_that_cannot_be_written_is_told_and_nothing_else_is_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [str(folder / name) for name in ("a.md", "b.md")]
    for path in paths:
        Path(path).write_bytes(b"one\n")
    monkeypatch.setattr(os, "access", lambda path, _: str(path) != paths[1])
    done = Fixed(dict.fromkeys(paths, b"one\n"), dict.fromkeys(paths, b"two\n"), 2)
    with pytest.raises(UserError, match=r"b\.md is not to be written to"):
        fixes.write(done)
    assert [Path(path).read_bytes() for path in paths] == [b"one\n", b"one\n"]
