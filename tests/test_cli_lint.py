"""factdeck lint as its users meet it: fixes, standard input, watching, and what goes together."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from commands import Run
from factdeck import cli
from factdeck.cli import lint_watch
from factdeck.errors import UserError

WRONG = "# Ports\r\n\r\nThe the port â€” 22 is recieved.\r\n"
SAFE = WRONG.replace("â€”", "—")
ALL = "# Ports\r\n\r\nThe port — 22 is received.\r\n"
RULES = ["--select", "T101,T201,T301,C302,S"]


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/n.md").write_bytes(WRONG.encode())
    return tmp_path


@pytest.fixture
def lint(run: Run) -> Run:
    return partial(run, "lint", *RULES)


def text(folder: Path) -> str:
    return (folder / "notes/n.md").read_bytes().decode()


# --- fixes --------------------------------------------------------------------------------


def test_findings_say_what_can_be_fixed(folder: Path, lint: Run) -> None:
    assert lint()[1].endswith(
        "3 findings: 3 warnings.\nCan be fixed: 1 with --fix, 2 with --fix --unsafe-fixes.\n"
    )
    assert text(folder) == WRONG


def test_fix(folder: Path, lint: Run) -> None:
    code, out, _ = lint("--fix")
    assert (code, text(folder)) == (1, SAFE)
    assert "2 findings: 2 warnings, 1 fixed.\n" in out
    assert lint("--fix", "--unsafe-fixes") == (0, "No findings, 2 fixed.\n", "")
    assert text(folder) == ALL
    assert lint("--fix") == (0, "No findings.\n", "")


def test_diff(folder: Path, lint: Run) -> None:
    code, out, err = lint("--diff", "--unsafe-fixes")
    assert (code, text(folder)) == (1, WRONG)
    assert out.split("\n")[:3] == ["--- notes/n.md", "+++ notes/n.md", "@@ -1,3 +1,3 @@"]
    assert "-The the port â€” 22 is recieved.\r\n+The port — 22 is received.\r\n" in out
    assert err == "factdeck: 3 findings would be fixed.\n"
    assert lint("--diff", "--unsafe-fixes", "--exit-zero")[0] == 0
    lint("--fix", "--unsafe-fixes")
    assert lint("--diff") == (0, "", "factdeck: nothing would be fixed.\n")


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_diff_is_a_patch(folder: Path, lint: Run, ends: str) -> None:
    (folder / "notes/n.md").write_bytes(WRONG.strip().replace("\r\n", ends).encode())
    patch = lint("--diff", "--unsafe-fixes")[1]
    assert "\n\\ No newline at end of file\n" in patch
    command = ["git", "apply", "--unsafe-paths", "-p0", "-"]
    subprocess.run(command, cwd=folder, input=patch.encode(), check=True)
    assert text(folder) == ALL.strip().replace("\r\n", ends)


def test_only_files_in_focus_are_fixed(folder: Path, lint: Run) -> None:
    (folder / "notes/other.md").write_bytes(WRONG.encode())
    lint("--fix", "notes/other.md")
    assert text(folder) == WRONG
    assert (folder / "notes/other.md").read_bytes().decode() == SAFE


def test_what_is_in_the_baseline_is_not_fixed(folder: Path, lint: Run) -> None:
    lint("--baseline-write")
    lint("--fix", "--unsafe-fixes")
    assert text(folder) == WRONG


def test_a_file_that_changes_while_it_is_looked_at_is_left_alone(
    folder: Path, lint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factdeck.lint import fixes

    write = fixes.write

    def meanwhile(fixed: fixes.Fixed) -> tuple[str, ...]:
        (folder / "notes/n.md").write_text("Mine.\n")
        return write(fixed)

    monkeypatch.setattr(fixes, "write", meanwhile)
    code, _, err = lint("--fix")
    assert (code, text(folder)) == (2, "Mine.\n")
    assert err.startswith("factdeck: Nothing is fixed: ")
    assert "n.md changed in the meantime. Try again." in err


def test_an_unused_suppression_is_fixed_away(folder: Path, lint: Run) -> None:
    (folder / "notes/n.md").write_text("Right. <!-- factdeck: ignore T301 -->\n")
    assert lint("--fix") == (0, "No findings, 1 fixed.\n", "")
    assert text(folder) == "Right.\n"


# --- standard input -----------------------------------------------------------------------


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def given(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return given


def test_standard_input_replaces_a_file(
    folder: Path, lint: Run, give: Callable[[bytes], None]
) -> None:
    (folder / "notes/other.md").write_text("There are 4 kinds of balancers. The the end.\n")
    give(b"# Kinds\n\nThere are 3 kinds of balancers.\n")
    arguments = ("--stdin-filename", "notes/n.md", "--output-format", "json")
    code, out, _ = lint(*arguments)
    found = json.loads(out)["findings"]
    assert (code, [each["code"] for each in found]) == (1, ["C302"])
    assert {each["path"] for each in (*found, *found[0]["related"])} == {
        "notes/n.md",
        "notes/other.md",
    }
    assert text(folder) == WRONG


@pytest.mark.parametrize("paths", [[], ["-"]])
def test_standard_input_may_be_a_new_file(
    folder: Path, lint: Run, give: Callable[[bytes], None], paths: list[str]
) -> None:
    give(b"The the end.\n")
    code, out, _ = lint(*paths, "--stdin-filename", "notes/new.md", "--output-format", "concise")
    assert code == 1
    assert out.startswith("notes/new.md:1:1: warning T301 ")
    assert "n.md:3" not in out
    assert not (folder / "notes/new.md").exists()


def test_standard_input_is_fixed_to_standard_output(
    folder: Path, lint: Run, give: Callable[[bytes], None]
) -> None:
    give(WRONG.encode())
    arguments = ("--stdin-filename", "notes/n.md", "--fix", "--unsafe-fixes")
    assert lint(*arguments) == (0, ALL, "No findings, 3 fixed.\n")
    give(b"no\0text")
    code, out, err = lint("--stdin-filename", "notes/n.md", "--fix", "--select", "E")
    assert (code, out) == (1, "no\0text")
    assert "E101" in err
    assert text(folder) == WRONG


def test_standard_input_needs_the_name_of_notes(lint: Run, give: Callable[[bytes], None]) -> None:
    give(b"")
    assert lint("-")[0] == 2
    code, _, err = lint("--stdin-filename", "notes/n.pdf")
    assert code == 2
    assert "n.pdf is no file of notes: its name ends in none of .md" in err


# --- which rules, how bad -----------------------------------------------------------------


def test_per_file_ignores(lint: Run) -> None:
    assert lint("--per-file-ignores", "notes/*:T") == (0, "No findings.\n", "")
    assert lint("--per-file-ignores", "other/*:T")[0] == 1
    code, _, err = lint("--per-file-ignores", "notes/*")
    assert code == 2
    assert "'notes/*' is not written as in notes/old/*:C,T1" in err
    assert "There is no rule" in lint("--per-file-ignores", "notes/*:X9")[2]


def test_severity_is_that_of_the_settings(folder: Path, lint: Run) -> None:
    (folder / "factdeck.toml").write_text('lint.severity = { T = "error", T301 = "warning" }\n')
    report = json.loads(lint("--output-format", "json")[1])
    assert [(each["code"], each["severity"]) for each in report["findings"]] == [
        ("T301", "warning"),
        ("T201", "error"),
        ("T101", "error"),
    ]
    assert lint("--select", "T301", "--fail-on", "error")[0] == 1  # beside the others


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('lint.severity = { T9 = "error" }', 'factdeck.toml:1: There is no rule "T9". '),
        ('notes = ["notes"]\n[lint]\nignore = ["Z"]', 'factdeck.toml:3: There is no rule "Z". '),
        ('lint.ignore = [\n  "T",\n  "T9",\n]', 'factdeck.toml:1: There is no rule "T9". '),
        (
            '[lint.per-file-ignores]\n"a.md" = ["T"]\n"b.md" = ["T9"]',
            'factdeck.toml:3: There is no rule "T9". ',
        ),
        ('lint.severity = { T = "fatal" }', 'factdeck.toml:1: lint.severity.T: "fatal" is not one'),
        ('lint.severity = { t = "error" }', "factdeck.toml:1: "),
        ("lint.severty = {}", 'unknown key "severty" in lint; did you mean "severity"?'),
        ("lint.per-file-ignore = {}", 'did you mean "per-file-ignores"?'),
    ],
)
def test_wrong_settings_are_told(folder: Path, lint: Run, settings: str, message: str) -> None:
    (folder / "factdeck.toml").write_text(f"{settings}\n")
    code, out, err = lint()
    assert (code, out) == (2, "")
    assert message in err


# --- output -------------------------------------------------------------------------------


def test_show_files(folder: Path, lint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "notes/b.txt").touch()
    (folder / "notes/c.png").touch()
    assert lint("--show-files") == (0, "notes/b.txt\nnotes/n.md\n", "")
    assert lint("--show-files", "notes/n.md") == (0, "notes/n.md\n", "")
    monkeypatch.chdir(folder / "notes")
    assert lint("--show-files", "n.md") == (0, "n.md\n", "")


@pytest.mark.parametrize("name", ["full", "concise", "json", "sarif", "github", "gitlab", "junit"])
def test_every_format_is_printed(lint: Run, name: str) -> None:
    code, out, err = lint("--output-format", name)
    assert (code, err) == (1, "")
    assert "T301" in out
    assert lint("--output-format", name, "--exit-zero")[0] == 0


APART = [
    ["--fix", "--diff"],
    ["--watch", "--fix"],
    ["--watch", "--diff"],
    ["--watch", "--stdin-filename", "a.md"],
    ["--watch", "--baseline-write"],
    ["--no-baseline", "--baseline-grow"],
    ["--stdin-filename", "a.md", "--baseline-write"],
]


@pytest.mark.parametrize("arguments", APART)
def test_what_does_not_go_together_is_told(lint: Run, arguments: list[str]) -> None:
    code, out, err = lint(*arguments)
    assert (code, out) == (2, "")
    assert "does not go together with" in err


# --- watching -----------------------------------------------------------------------------


def test_watching_goes_on_after_what_cannot_be_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    looks: list[int] = []

    def look() -> None:
        looks.append(len(looks))
        if len(looks) == 1:
            raise UserError("The settings are half written.")

    lint_watch.watch(look, [None, None])
    assert looks == [0, 1]
    assert capsys.readouterr().err.startswith("factdeck: The settings are half written.\n")


@pytest.mark.xfail(os.name != "posix", reason="signals of POSIX", run=False)
def test_watch_looks_again_when_notes_change_and_ends_by_ctrl_c(folder: Path) -> None:
    command = [sys.executable, "-m", "factdeck", "lint", "--watch", "--output-format", "concise"]
    env = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parent.parent.parent)}
    with subprocess.Popen(
        [*command, *RULES], cwd=folder, env=env, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        assert "T301" in "".join(process.stdout.readline() for _ in range(5))
        (folder / "notes/n.md").write_text("Right.\n")
        assert process.stdout.readline() == "No findings.\n"
        (folder / "notes/new.md").write_text("The the end.\n")
        assert process.stdout.readline().startswith("notes/new.md:1:1: warning T301 ")
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    assert process.returncode == 130
