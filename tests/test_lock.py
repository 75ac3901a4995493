"""factdeck.lock: written, read back, and never believed when it is damaged."""

from __future__ import annotations

import json
import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.errors import UserError
from factdeck.model import NoteKind
from factdeck.package import lock as locks
from factdeck.package.lock import NEXT, Entry, Lock, Was

ENTRY = Entry(
    guid="aaaa",
    deck="aws",
    key="s3.md › S3 › size",
    kind=NoteKind.BASIC,
    anki_deck="AWS",
    hash="0" * 32,
    words="1" * 32,
    text="Größe?",
    answer="5 TB",
    source="s3.md › S3",
    modified=1000,
)
RELEASED = replace(ENTRY, born="1.0.0", changed="1.0.0")
HEAD = '{"factdeck.lock": 1}'
LINE = locks.dump(Lock((ENTRY,))).decode().splitlines()[1]

AWS, GCP = '{"deck": "aws", "release": "1.9.0"}', '{"deck": "gcp", "release": "2.0.0"}'


def line(**changes: object) -> str:
    return json.dumps({**json.loads(LINE), **changes})


def test_a_lock_is_one_value_a_line_in_one_order() -> None:
    entries = [replace(ENTRY, guid=guid) for guid in "dbca"]
    lock = locks.make(entries, {"gcp": "0.1.0", "aws": "1.2.0"}.items())
    lines = [json.loads(text) for text in locks.dump(lock).decode().splitlines()]
    assert lines[:3] == [
        {"factdeck.lock": 1},
        {"deck": "aws", "release": "1.2.0"},
        {"deck": "gcp", "release": "0.1.0"},
    ]
    assert [value["guid"] for value in lines[3:]] == ["a", "b", "c", "d"]
    assert "Größe" in locks.dump(lock).decode()


texts = st.text(st.characters(exclude_categories=["Cs"]))
versions = st.just(NEXT) | st.builds("{}.{}.{}".format, *[st.integers(0, 20)] * 3)
entries_of_any_kind = st.builds(
    Entry,
    guid=st.from_regex(r"[a-z2-7]{1,16}", fullmatch=True),
    deck=st.sampled_from(["aws", "gcp"]),
    key=texts.filter(bool),
    kind=st.sampled_from(NoteKind),
    anki_deck=texts.filter(bool),
    hash=st.just("0" * 32),
    words=st.just("1" * 32),
    text=texts,
    answer=texts,
    source=texts,
    modified=st.integers(0, 2**40),
    born=versions,
    changed=versions,
    retired=st.none() | versions,
    deletions=st.lists(st.tuples(st.integers(1, 500), texts), unique_by=lambda pair: pair[0]).map(
        tuple
    ),
    reworded=st.just("") | versions.filter(lambda version: version != NEXT),
    former=st.lists(st.tuples(st.integers(1, 500), texts), unique_by=lambda pair: pair[0]).map(
        tuple
    ),
)


@given(st.lists(entries_of_any_kind, unique_by=lambda entry: entry.guid, max_size=5))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    from tempfile import TemporaryDirectory

    lock = locks.make(entries, [("aws", "20.20.20"), ("gcp", "21.0.0")])
    with TemporaryDirectory() as folder:
        file = Path(folder, locks.FILE)
        file.write_bytes(locks.dump(lock))
        assert locks.read(file) == lock


def test_without_a_file_nothing_is_remembered(tmp_path: Path) -> None:
    assert locks.read(tmp_path / "factdeck.lock") == Lock()


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n",
        f"{HEAD}\n{LINE}",
        f"{HEAD}\r\n{LINE}\r\n",
        f"{HEAD}\n\n{line(guid='b')}\n{line(guid='a')}\n",
        f"{HEAD}\n{AWS}\n{line(born='1.2.0', changed='1.9.0', retired='1.9.0')}\n",
    ],
)
def test_what_a_merge_or_an_editor_may_leave_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "factdeck.lock").write_bytes(text.encode())
    lock = locks.read(tmp_path / "factdeck.lock")
    assert [entry.guid for entry in lock.entries] == sorted(e.guid for e in lock.entries)


@pytest.mark.parametrize(
    ("text", "number", "message"),
    [
        ("", 1, r"the first line has to be {.factdeck\.lock.: 1}"),
        (LINE, 1, "the first line has to be"),
        (f"{LINE}\n{HEAD}", 1, "the first line has to be"),
        (f"{HEAD}\n<<<<<<< HEAD\n{LINE}", 2, "a merge left a conflict here"),
        (f"{HEAD}\n{LINE}\n=======\n", 3, "a merge left a conflict here"),
        (f"{HEAD}\n{LINE}\n>>>>>>> branch\n", 3, "a merge left a conflict here"),
        (f"{HEAD}\n{LINE[:50]}", 2, "this is not JSON"),
        (f"{HEAD}\n\udcff{LINE}", 2, "this is not JSON"),
        (f"{HEAD}\n[]", 2, "not of type object"),
        (f'{HEAD}\n{{"guid": "a"}}', 2, r'"deck" is missing'),
        (f"{HEAD}\n{line(modified='now')}", 2, "modified: .*not of type integer"),
        (f"{HEAD}\n{line(hash='xyz')}", 2, "hash: .*32 hexadecimal digits"),
        (f"{HEAD}\n{line(kind='basics')}", 2, "kind: .*not one of"),
        (f"{HEAD}\n{line(born='1.0')}", 2, "born: .*X.Y.Z"),
        (f"{HEAD}\n{line(born='1.0.0')}", 2, "this note is of release 1.0.0 of the deck .aws."),
        (
            f"{HEAD}\n{GCP}\n{line(born='1.0.0')}",
            3,
            "the deck .aws., and the line .* is missing",
        ),
        (f"{HEAD}\n{AWS}\n{line(changed='1.9.1')}", 3, "this note is of release 1.9.1"),
        (f"{HEAD}\n{AWS}\n{line(retired='1.10.0')}", 3, "this note is of release 1.10.0"),
        (f"{HEAD}\n{line(gui='a')}", 2, r'unknown key "gui"'),
        (f"{HEAD}\n{LINE}\n{line(hash='e' * 32)}", 3, "guid aaaa stands on line 2 already"),
        (f"{HEAD}\n{LINE}\n{line(kind='cloze')}", 3, "guid aaaa stands on line 2 already"),
        (f"{HEAD}\n{line(deletions={'one': 'a'})}", 2, "deletions: "),
        (f"{HEAD}\n{HEAD}", 2, "stands on line 1 already"),
        (
            f'{HEAD}\n{{"deck": "a", "release": "1.0.0"}}\n{{"deck": "a", "release": "1.0.1"}}',
            3,
            "deck a stands on line 2 already",
        ),
        ('{"factdeck.lock": 2}', 1, "install a newer factdeck"),
    ],
)
def test_a_damaged_lock_is_refused_with_its_line(
    tmp_path: Path, text: str, number: int, message: str
) -> None:
    file = tmp_path / "factdeck.lock"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UserError, match=rf"factdeck\.lock:{number}: .*{message}"):
        locks.read(file)


def test_a_lock_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        locks.read(tmp_path)


def test_what_is_wrong_is_said_in_words(tmp_path: Path) -> None:
    file = tmp_path / "factdeck.lock"
    file.write_text(f"{HEAD}\n{line(born='1.0')}", encoding="utf-8")
    with pytest.raises(UserError, match=r"^[^()]*: born: [^()]*\. The lock was left as it is"):
        locks.read(file)


def test_notes_in_another_deck_of_anki_are_moved() -> None:
    before = Lock((ENTRY, replace(ENTRY, guid="b"), replace(ENTRY, guid="c", retired=NEXT)))
    assert locks.moved(before, before) == ()
    after = Lock(tuple(replace(entry, anki_deck="Else") for entry in before.entries))
    assert locks.moved(before, after) == ("aaaa", "b")
    assert locks.moved(Lock(), after) == ()


# --- versions ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "releases", "version"),
    [
        ([], [], "0.0.0-dev"),
        ([ENTRY], [], "0.0.0-dev"),
        ([RELEASED], [("aws", "1.0.0")], "1.0.0"),
        ([RELEASED], [("aws", "1.2.0"), ("gcp", "3.0.0")], "1.2.0"),
        ([replace(RELEASED, retired="1.2.0")], [("aws", "1.2.0")], "1.2.0"),
        ([replace(ENTRY, retired=NEXT)], [("aws", "1.2.0")], "1.2.0"),  # never released
        ([RELEASED, replace(ENTRY, guid="b")], [("aws", "1.0.0")], "1.0.0-dev"),
        ([replace(RELEASED, changed=NEXT)], [("aws", "1.0.0")], "1.0.0-dev"),
        ([replace(RELEASED, retired=NEXT)], [("aws", "1.0.0")], "1.0.0-dev"),
        ([RELEASED, replace(ENTRY, guid="b", deck="gcp")], [("aws", "1.0.0")], "1.0.0"),
    ],
)
def test_the_version_says_whether_something_changed_since_the_release(
    entries: list[Entry], releases: list[tuple[str, str]], version: str
) -> None:
    assert locks.make(entries, releases).version("aws") == version


def test_a_release_takes_what_was_to_come() -> None:
    lock = locks.make(
        [
            ENTRY,
            replace(RELEASED, guid="b", changed=NEXT),
            replace(RELEASED, guid="c", retired=NEXT),
            replace(ENTRY, guid="d", deck="gcp"),
        ],
        [("aws", "1.0.0"), ("gcp", "5.0.0")],
    )
    after = locks.released(lock, "aws", "1.1.0")
    marks = {entry.guid: (entry.born, entry.changed, entry.retired) for entry in after.entries}
    assert marks == {
        "aaaa": ("1.1.0", "1.1.0", None),
        "b": ("1.0.0", "1.1.0", None),
        "c": ("1.0.0", "1.0.0", "1.1.0"),
        "d": (NEXT, NEXT, None),
    }
    assert (after.version("aws"), after.version("gcp")) == ("1.1.0", "5.0.0-dev")
    changes = after.changes("aws", "1.1.0")
    assert (changes.new, changes.updated, changes.retired) == (("aaaa",), ("b",), ("c",))


def test_what_a_release_changes_gets_its_time() -> None:
    was = Was("Q", "A", ENTRY.anki_deck)
    edited = replace(RELEASED, changed=NEXT, text="Q2", answer="A", was=was)
    entries = {
        "new": replace(ENTRY, guid="new", modified=5000),
        "edited": replace(edited, guid="edited", modified=2000),
        "edited and moved": replace(
            edited, guid="edited and moved", modified=2000, was=replace(was, anki_deck="Old")
        ),
        "moved": replace(
            edited, guid="moved", modified=2000, text="Q", was=replace(was, anki_deck="Old")
        ),
        "same": replace(RELEASED, guid="same", modified=2000),
        "retired": replace(edited, guid="retired", modified=9000, retired=NEXT),
    }
    after = locks.released(locks.make(entries.values(), [("aws", "1.0.0")]), "aws", "1.1.0")
    assert {entry.guid: entry.modified for entry in after.entries} == {
        "new": 5000,
        "edited": 5000,
        "edited and moved": 5000,
        "moved": 2000,
        "same": 2000,
        "retired": 9000,
    }


# --- merges ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ({}, {}, {}),
        ({"hash": "e" * 32, "modified": 1001}, {}, {"modified": 1001}),
        ({"modified": 1001}, {"hash": "e" * 32, "modified": 1002}, {"hash": "e" * 32}),
        ({"retired": NEXT}, {}, {"retired": None}),
        ({"retired": NEXT}, {"retired": "1.0.0"}, {}),
    ],
)
def test_of_two_lines_of_a_note_the_later_counts(
    tmp_path: Path, one: dict[str, object], other: dict[str, object], kept: dict[str, object]
) -> None:
    file = tmp_path / "factdeck.lock"
    for lines in ([line(**one), line(**other)], [line(**other), line(**one)]):
        file.write_text("\n".join([HEAD, AWS, *lines]), encoding="utf-8")
        (entry,) = locks.read(file).entries
        assert {name: getattr(entry, name) for name in kept} == kept


def git(folder: Path, *arguments: str) -> int:
    settings = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    command = ("git", *settings, *arguments)
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def merged(folder: Path, base: Lock, ours: Lock, theirs: Lock, attributes: str = "") -> int:
    """Let git merge three locks in ``folder``; the exit code of the merge."""
    (folder / ".gitattributes").write_text(attributes, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    for branch, lock in (("main", base), ("theirs", theirs), ("main", ours)):
        git(folder, "checkout", "-q", *([] if branch == "main" else ["-b"]), branch)
        (folder / locks.FILE).write_bytes(locks.dump(lock))
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", branch)
    return git(folder, "merge", "-q", "theirs", "-m", "merge")


def deck(*guids: str, **changes: str) -> Lock:
    entries = [replace(RELEASED, guid=guid, key=f"s3.md › {guid}") for guid in guids]
    edited = [
        replace(entry, answer=changes[entry.guid], changed=NEXT, hash="f" * 32, modified=2000)
        if entry.guid in changes
        else entry
        for entry in entries
    ]
    return locks.make(edited, [("aws", "1.0.0")])


BASE = tuple(f"g{number:02}" for number in range(0, 60, 4))


def test_branches_that_change_and_add_different_notes_merge_by_themselves(tmp_path: Path) -> None:
    ours, theirs = deck(*BASE, "g05", g20="ours"), deck(*BASE, "g45", g32="theirs")
    assert merged(tmp_path, deck(*BASE), ours, theirs) == 0
    lock = locks.read(tmp_path / locks.FILE)
    assert lock == deck(*BASE, "g05", "g45", g20="ours", g32="theirs")


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (deck(*BASE, "g05"), deck(*BASE, "g06"), deck(*BASE, "g05", "g06")),
        (deck(*BASE, g04="ours"), deck(*BASE, "g05"), deck(*BASE, "g05", g04="ours")),
        (
            deck(*BASE, "g61", "g62", g56="ours"),
            deck(*BASE, "g63", g52="theirs"),
            deck(*BASE, "g61", "g62", "g63", g56="ours", g52="theirs"),
        ),
    ],
)
def test_neighbours_merge_with_the_union_of_both_sides(
    tmp_path: Path, ours: Lock, theirs: Lock, expected: Lock
) -> None:
    assert merged(tmp_path, deck(*BASE), ours, theirs, "factdeck.lock merge=union\n") == 0
    assert locks.read(tmp_path / locks.FILE) == expected


def test_a_conflict_of_neighbours_is_named_by_its_line(tmp_path: Path) -> None:
    assert merged(tmp_path, deck(*BASE), deck(*BASE, "g05"), deck(*BASE, "g06")) == 1
    before = (tmp_path / locks.FILE).read_bytes()
    number = before.splitlines().index(b"<<<<<<< HEAD") + 1
    with pytest.raises(UserError, match=rf"factdeck\.lock:{number}: a merge left a conflict"):
        locks.read(tmp_path / locks.FILE)


def test_the_order_of_the_entries_does_not_show() -> None:
    entries = [replace(ENTRY, guid=f"g{number}") for number in range(30)]
    shuffled = random.Random(1).sample(entries, len(entries))
    assert locks.dump(locks.make(entries, [])) == locks.dump(locks.make(shuffled, []))
