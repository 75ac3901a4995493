"""The words of a project are right, wherever they stand, and ``--add-words`` adds to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdeck import cli
from factdeck.config import load
from factdeck.errors import UserError
from factdeck.lint import dictionary
from factdeck.sources import collect

NOTES = "# S3\n\n- Continous buckets, buckets and buckets, but bukcets\n- sent tothe bucket\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factdeck.toml").write_text('notes = ["."]\n[lint]\nwords = ["kubelet"]\n')
    (tmp_path / "notes.md").write_text(NOTES)
    return tmp_path


def words_of(project: Path) -> str:
    return (project / "words.txt").read_text(encoding="utf-8")


def test_known_are_those_of_the_settings_and_of_the_file(project: Path) -> None:
    assert dictionary.known(load(project)) == {"kubelet"}
    (project / "words.txt").write_text("# ours\n\nFragate  # a joke\r\nnaïf\n", encoding="utf-8")
    assert dictionary.known(load(project)) == {"kubelet", "Fragate", "naïf"}


def test_the_file_is_no_note(project: Path) -> None:
    (project / "words.txt").write_text("word\n")
    assert [file.path for file in collect(load(project))] == ["notes.md"]


def test_without_a_configuration_it_lies_in_the_working_folder(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("kubelet\n")
    config = load(tmp_path)
    assert dictionary.known(config) == {"kubelet"}
    assert collect(config, ["."], tmp_path) == ()
    dictionary.add(config, ["word"])
    assert words_of(tmp_path) == "kubelet\nword\n"


def test_without_a_configuration_a_note_of_that_name_is_one(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("das Haus is the house\n")
    config = load(tmp_path)
    assert dictionary.known(config) == set()
    assert [file.path for file in collect(config, ["."], tmp_path)] == ["words.txt"]
    with pytest.raises(UserError, match="is a note here"):
        dictionary.add(config, ["word"])


ADDED = [
    # what is there, what is added, what is there then
    ("", [], ""),
    ("", ["b", "a", "B"], "a\nb\n"),
    ("b\n", ["c", "a"], "a\nb\nc\n"),
    ("# head\n\nz  # why\nb\n", ["y", "c"], "# head\n\nc\ny\nz  # why\nb\n"),
    ("Kubelet\n", ["kubelet", "KUBELET"], "Kubelet\n"),
    ("no end of line", ["a"], "a\nno-end\n"),
]


@pytest.mark.parametrize(("before", "words", "after"), ADDED)
def test_add(project: Path, before: str, words: list[str], after: str) -> None:
    (project / "words.txt").write_text(before.replace("no end of line", "no-end"))
    dictionary.add(load(project), words)
    assert words_of(project) == after


BAD = [
    (b"right\ntwo words\n", r'words\.txt:2: "two words" is not one word'),
    (b"right\n\xff\n", r"words\.txt:2: this is not UTF-8"),
]


@pytest.mark.parametrize(("data", "message"), BAD)
def test_what_is_wrong_with_it_is_told_with_the_line(
    project: Path, data: bytes, message: str
) -> None:
    (project / "words.txt").write_bytes(data)
    with pytest.raises(UserError, match=message):
        dictionary.known(load(project))
    with pytest.raises(UserError, match=message):
        dictionary.add(load(project), ["word"])
    assert (project / "words.txt").read_bytes() == data


def test_what_cannot_be_read_is_told(project: Path) -> None:
    (project / "words.txt").mkdir()
    with pytest.raises(UserError, match=r"words\.txt cannot be read"):
        dictionary.known(load(project))


def test_add_words_of_the_findings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lint", "--select", "T", "--no-cache"]) == 1
    assert cli.main(["lint", "--select", "T", "--no-cache", "--add-words"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith("No findings.\n")
    assert err == "factdeck: words.txt: 3 words added: bukcets, Continous, tothe.\n"
    assert words_of(project) == "bukcets\nContinous\ntothe\n"
    assert cli.main(["lint", "--select", "T", "--no-cache", "--add-words"]) == 0
    assert capsys.readouterr().err == "factdeck: words.txt: no words added.\n"


def test_only_words_are_added(project: Path) -> None:
    (project / "notes.md").write_text("# S3\n\n- it is is so\n")
    assert cli.main(["lint", "--select", "T", "--no-cache", "--add-words"]) == 1
    assert not (project / "words.txt").exists()
