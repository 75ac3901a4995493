"""factdeck lint --staged: the index of git is what is looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factdeck import cli
from factdeck.run import notes
from repositories import CLEAN, committed, git, try_git

BAD = "# Checks\n\nHealth checks are run continously.\n"
GOOD = BAD.replace("continously", "continuously")


@pytest.fixture(autouse=True)
def environ(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for key in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"):
        monkeypatch.delenv(key, raising=False)
    for key in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(key, CLEAN[key])
    (tmp_path / "study").mkdir()
    monkeypatch.chdir(tmp_path / "study")


def write(**texts: str) -> None:
    for name, text in texts.items():
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def commit(**texts: str) -> None:
    write(**texts)
    committed(Path())


def stage(**texts: str) -> None:
    write(**texts)
    git(Path(), "add", "--all")


def lint(capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    """What is found, as ``path:line:column code``."""
    code = cli.main(["lint", "--staged", "--output-format", "concise", *more])
    printed = capsys.readouterr()
    found = re.findall(r"^(\S+:\d+:\d+): \w+ (\w+) ", printed.out, re.MULTILINE)
    assert code == bool(found), printed.err
    return [" ".join(each) for each in found]


def refusal(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert cli.main(["lint", "--staged", *more]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


SLIP = "notes/a.md:3:23 T101"


# --- what counts ---------------------------------------------------------------------------


def test_what_is_not_staged_does_not_count(capsys: pytest.CaptureFixture[str]) -> None:
    commit(**{"notes/a.md": GOOD})
    stage(**{"notes/b.md": GOOD.replace("Checks", "More")})
    write(**{"notes/a.md": BAD, "notes/b.md": BAD, "notes/untracked.md": BAD})
    assert lint(capsys, "--select", "T") == []


def test_what_is_staged_counts_though_it_is_mended_since(
    capsys: pytest.CaptureFixture[str],
) -> None:
    commit(**{"notes/a.md": GOOD})
    stage(**{"notes/a.md": BAD})
    write(**{"notes/a.md": GOOD})
    assert lint(capsys) == [SLIP]


def test_before_the_first_commit_all_that_is_staged_counts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    git(Path(), "init", "--quiet")
    stage(**{"notes/a.md": BAD})
    assert lint(capsys) == [SLIP]


def test_old_findings_of_untouched_files_are_not_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    commit(**{"notes/a.md": BAD})
    stage(**{"notes/b.md": "# Other\n\nOne is fine.\n"})
    assert lint(capsys) == []
    stage(**{"notes/b.md": "# Other\n\nOne ocurrence.\n"})
    assert lint(capsys) == ["notes/b.md:3:5 T101"]


def test_with_nothing_staged_all_is_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    commit(**{"notes/a.md": BAD})
    write(**{"notes/a.md": GOOD})
    assert lint(capsys) == [SLIP]


# --- what goes away ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "gone", "found"),
    [
        ("[the exam](exam.md)", "notes/exam.md", "notes/a.md:3:12 E301"),
        ("![the exam](exam.png)", "notes/exam.png", "notes/a.md:3:13 M101"),
    ],
)
def test_a_deletion_breaks_what_refers_to_it(
    capsys: pytest.CaptureFixture[str], link: str, gone: str, found: str
) -> None:
    commit(**{"notes/a.md": f"# A\n\n{link} and a slipp ocurrence\n", gone: "# Exam\n"})
    git(Path(), "rm", "--quiet", gone)
    assert lint(capsys, "--select", "E,M") == [found]


def test_a_heading_that_goes_away_breaks_the_links_to_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    notes = {"notes/a.md": "# A\n\n[b](b.md#parts)\n", "notes/b.md": "# B\n\n## Parts\n\n- one\n"}
    commit(**notes)
    stage(**{"notes/b.md": "# B\n\n## Pieces\n\n- one\n"})
    assert lint(capsys) == ["notes/a.md:3:5 E302"]


def test_all_notes_may_go_away(capsys: pytest.CaptureFixture[str]) -> None:
    commit(**{"notes/a.md": BAD})
    git(Path(), "rm", "--quiet", "notes/a.md")
    assert lint(capsys) == []


# --- settings ------------------------------------------------------------------------------


def test_settings_are_those_that_are_staged(capsys: pytest.CaptureFixture[str]) -> None:
    commit(**{"notes/a.md": BAD, "factdeck.toml": '[lint]\nignore = ["T"]\n'})
    stage(**{"notes/a.md": BAD + "\nMore.\n"})
    write(**{"factdeck.toml": ""})
    assert lint(capsys) == []
    git(Path(), "add", "factdeck.toml")
    assert lint(capsys) == [SLIP]
    assert lint(capsys, "--ignore", "T101") == []


def test_settings_alone_bring_out_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    commit(**{"notes/a.md": BAD, "factdeck.toml": '[lint]\nignore = ["T"]\n'})
    stage(**{"factdeck.toml": ""})
    assert lint(capsys) == [SLIP]


def test_settings_that_git_does_not_track_hold(capsys: pytest.CaptureFixture[str]) -> None:
    commit(**{"notes/a.md": GOOD})
    stage(**{"notes/a.md": BAD})
    write(**{"factdeck.toml": '[lint]\nignore = ["T"]\n'})
    assert lint(capsys) == []


BROKEN = {"factdeck.toml": "nots = []\n", "pyproject.toml": "[tool.factdeck]\nnotes = [\n"}


@pytest.mark.parametrize("name", BROKEN)
def test_settings_that_are_wrong_since_do_not_count(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    table = "[tool.factdeck.lint]" if name == "pyproject.toml" else "[lint]"
    commit(**{"notes/a.md": GOOD, name: f'{table}\nignore = ["N"]\n'})
    stage(**{"notes/a.md": BAD})
    write(**{name: BROKEN[name]})
    assert lint(capsys) == [SLIP]


def test_settings_that_git_does_not_track_have_to_be_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    commit(**{"notes/a.md": GOOD})
    write(**{"factdeck.toml": BROKEN["factdeck.toml"]})
    assert 'factdeck.toml:1: unknown key "nots"' in refusal(capsys)


def test_project_may_be_a_folder_of_the_repository(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(**{"aws/factdeck.toml": "", "aws/notes/a.md": GOOD, "notes/b.md": BAD})
    stage(**{"aws/notes/a.md": BAD})
    monkeypatch.chdir("aws/notes")
    assert lint(capsys) == ["a.md:3:23 T101"]


# --- what cannot be done -------------------------------------------------------------------


def test_amid_a_merge_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    commit(**{"notes/a.md": "# A\n"})
    for branch in ("other", "main"):
        git(Path(), "checkout", "--quiet", "-B", branch, "main")
        write(**{"notes/a.md": f"# {branch}\n"})
        git(Path(), "commit", "--quiet", "--all", "--message", branch)
    assert try_git(Path(), "merge", "other").returncode == 1
    assert "notes/a.md: this is not merged yet. Mend it" in refusal(capsys)


def test_no_repository_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    write(**{"notes/a.md": BAD})
    assert "There is nothing staged in" in refusal(capsys)


def test_no_git_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git cannot be run" in refusal(capsys)


def test_settings_outside_of_the_repository_are_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(**{"factdeck.toml": "", "inner/notes/a.md": BAD})
    committed(Path("inner"))
    monkeypatch.chdir("inner")
    assert "There is nothing staged in" in refusal(capsys)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("factdeck.toml", "nots = []\n", "study/factdeck.toml:1: unknown key"),
        ("notes/a.md", "", "There is no file or folder notes"),
    ],
)
def test_messages_speak_of_the_repository_and_not_of_a_copy(
    capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    commit(**{"factdeck.toml": 'notes = ["notes"]\n', "notes/a.md": GOOD})
    if text:
        stage(**{name: text})
        write(**{"factdeck.toml": ""})
    else:
        git(Path(), "rm", "--quiet", "--cached", name)
    told = refusal(capsys)
    assert said in told
    assert "factdeck-" not in told


@pytest.mark.parametrize(
    "more",
    [
        ["notes"],
        ["--fix"],
        ["--diff"],
        ["--baseline-write"],
        ["--watch"],
        ["--stdin-filename", "a"],
    ],
    ids=lambda more: more[0],
)
def test_what_does_not_go_together_is_told(
    capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    assert "--staged does not go together with" in refusal(capsys, *more)


# --- the cache -----------------------------------------------------------------------------


def test_what_was_read_before_is_not_read_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(**{f"notes/{number}.md": f"# Number {number}\n" for number in range(40)})
    stage(**{"notes/a.md": BAD})
    assert lint(capsys) == [SLIP]
    monkeypatch.setattr(notes, "_read", None)
    assert lint(capsys) == [SLIP]
    assert git(Path(), "status", "--porcelain") == "A  notes/a.md"
