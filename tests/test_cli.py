"""The command as its users meet it: what it prints, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import Run
from factdeck import __version__, cli, schemas

NOTES = """\
# Load balancers

Four kinds of load balancers:

- **Application Load Balancer** – layer 7
- **Network Load Balancer** – layer 4
- **Gateway Load Balancer** – layer 3
"""
CLEAN = "# Ports\n\nQ: Which port does SSH use?\nA: 22\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def write(folder: Path, text: str, name: str = "notes/n.md") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"factdeck {__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    assert all(name in out for name in ("facts", "lint", "build", "rule", "Exit codes"))


@pytest.mark.parametrize(
    "arguments", [[], ["frobnicate"], ["lint", "--frobnicate"], ["facts", "nowhere.md"]]
)
def test_wrong_usage_exits_2(folder: Path, run: Run, arguments: list[str]) -> None:
    write(folder, CLEAN)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Traceback" not in err


def test_facts_are_valid_json_lines(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    code, out, err = run("facts")
    values = [json.loads(line) for line in out.splitlines()]
    assert (code, err, len(values)) == (0, "", 5)
    assert [schemas.flaw("fact", value) for value in values] == [None] * 5
    assert values[0]["object"] == {
        "value": 4,
        "unit": "kinds",
        "text": "Four kinds of load balancers",
    }


def test_coverage(folder: Path, run: Run) -> None:
    write(folder, NOTES + "\n<div>\n")
    code, out, _ = run("facts", "--coverage")
    assert code == 0
    assert "notes/n.md: 4 of 5 content lines in facts (80.0%)" in out
    assert "  line 9: skipped, HTML" in out
    write(folder, CLEAN + "\n<p>\n\n<b>\n</b>\n\n---\n")
    assert "  lines 6–9: skipped, HTML\n" in run("facts", "--coverage")[1]
    write(folder, NOTES + "\n<div>\n")
    _, out, _ = run("facts", "--coverage", "--output-format", "json")
    assert schemas.flaw("coverage", json.loads(out)) is None
    assert json.loads(out)["total"]["content_share"] == 0.8


def test_lint_exit_codes(folder: Path, run: Run) -> None:
    path = write(folder, NOTES)
    code, out, _ = run("lint", "--output-format", "concise")
    assert code == 1
    assert out.startswith("notes/n.md:3:1: error C301 count-against-list: ")
    assert run("lint", "--exit-zero")[0] == 0
    assert run("lint", "--ignore", "C301")[0] == 0
    assert run("lint", "--select", "T")[0] == 0
    assert run("lint", "--select", "C302,C301")[0] == 1
    path.write_text(NOTES.replace("Four", "Three"))
    assert run("lint") == (0, "No findings.\n", "")


def test_lint_fail_on_error(folder: Path, run: Run) -> None:
    write(folder, "# A\n\nThis is is a warning.\n")
    assert run("lint")[0] == 1
    assert run("lint", "--fail-on", "error")[0] == 0


def test_lint_json(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    code, out, _ = run("lint", "--output-format", "json")
    report = json.loads(out)
    assert code == 1
    assert schemas.flaw("finding", report) is None
    assert [(each["code"], each["line"]) for each in report["findings"]] == [("C301", 3)]


def test_lint_statistics(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    assert run("lint", "--statistics")[1] == "     1 C301 count-against-list\n"


@pytest.mark.parametrize(("form", "code"), [("concise", 1), ("json", 2), ("sarif", 2)])
def test_statistics_are_for_people(folder: Path, run: Run, form: str, code: int) -> None:
    write(folder, NOTES)
    told = f"factdeck: --statistics does not go together with --output-format {form}.\n"
    found, _, err = run("lint", "--statistics", "--output-format", form)
    assert (found, err) == (code, told if code == 2 else "")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", [["lint"], ["lint", "--show-files"], ["lint", "--fix"]])
def test_lint_of_nowhere_exits_2(run: Run, command: list[str]) -> None:
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    assert err.startswith("factdeck: There is no folder notes here, and there are no settings")
    assert run(*command, ".")[0] == 0  # who names a folder knows that it is there


def test_lint_without_notes_warns(folder: Path, run: Run) -> None:
    (folder / "notes").mkdir()
    code, _, err = run("lint")
    assert code == 0
    assert err.startswith("factdeck: warning: there are no notes")


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("command", ["facts", "build", "claims", "corpus"])
def test_nothing_to_do_exits_2(folder: Path, run: Run, command: str, there: bool) -> None:
    if there:
        (folder / "notes").mkdir()
    code, out, err = run(command)
    assert (code, out) == (2, "")
    assert "There are no notes" in err
    assert not (folder / "dist").exists()


def test_paths_inside_the_notes_are_a_focus(folder: Path, run: Run) -> None:
    write(folder, 'notes = ["notes"]\n', "factdeck.toml")
    write(folder, "There are 4 kinds of load balancers.\n", "notes/a.md")
    write(folder, "There are 3 types of load balancers.\n", "notes/b.md")
    write(folder, "This is is odd.\n", "notes/c.md")

    def codes(*paths: str) -> list[str]:
        report = json.loads(run("lint", *paths, "--output-format", "json")[1])
        return [each["code"] for each in report["findings"]]

    assert codes() == ["C302", "T301"]
    assert codes("notes/a.md") == codes("notes/b.md") == ["C302"]
    assert codes("notes/c.md") == ["T301"]


def test_build_writes_package_manifest_and_lock(folder: Path, run: Run) -> None:
    write(folder, CLEAN)
    code, out, err = run("build")
    slug = json.loads((folder / "dist/manifest.json").read_text())["packages"][0]["slug"]
    assert (code, err) == (0, "")
    assert out.startswith(f"dist/{slug}-0.0.0-dev.apkg: 1 cards from 1 notes")
    assert schemas.flaw("manifest", json.loads((folder / "dist/manifest.json").read_text())) is None
    assert (folder / "factdeck.lock").is_file()


def test_build_of_a_part_leaves_the_lock_alone(folder: Path, run: Run) -> None:
    write(folder, CLEAN, "notes/a/n.md")
    write(folder, CLEAN, "notes/b/n.md")
    assert run("build", "notes/a")[0] == 0
    assert (folder / "dist/a-0.0.0-dev.apkg").is_file()
    assert not (folder / "factdeck.lock").exists()


def test_frozen_build_leaves_the_lock_alone(folder: Path, run: Run) -> None:
    path = write(folder, CLEAN)
    run("build")
    before = (folder / "factdeck.lock").read_bytes()
    path.write_text(CLEAN.replace("22", "port 22"))
    assert run("build", "--frozen")[0] == 0
    assert (folder / "factdeck.lock").read_bytes() == before
    assert run("build")[0] == 0
    assert (folder / "factdeck.lock").read_bytes() != before


def test_same_bytes_whatever_the_environment(folder: Path) -> None:
    write(folder, NOTES + CLEAN)
    sums = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Asia/Tokyo", "C.UTF-8")):
        changes = {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "SOURCE_DATE_EPOCH": "1700000000",
        }
        for name in ("factdeck.lock", "dist/manifest.json"):
            (folder / name).unlink(missing_ok=True)
        command = [sys.executable, "-m", "factdeck", "build", "--no-cache"]
        pipeline = str(Path(cli.__file__).parent.parent)
        env = {**os.environ, **changes, "PYTHONPATH": pipeline}
        subprocess.run(command, check=True, env=env, capture_output=True)
        manifest = json.loads((folder / "dist/manifest.json").read_text())
        sums.add(manifest["packages"][0]["sha256"])
    assert len(sums) == 1


def test_the_cache_changes_nothing_that_is_said(folder: Path, run: Run) -> None:
    write(folder, NOTES)
    first, second = run("lint"), run("lint")
    assert first == second == run("lint", "--no-cache")
    (folder / ".factdeck_cache/read.sqlite").write_bytes(b"not a database, but long enough" * 100)
    assert run("lint") == first
    write(folder, NOTES.replace("Four", "Three"))
    assert run("lint")[1] == "No findings.\n"


def test_rule(run: Run) -> None:
    code, out, _ = run("rule", "C301")
    assert code == 0
    assert out.startswith("C301 count-against-list (error, on by default)\n")
    assert "Bad:" in out
    code, out, _ = run("rule")
    assert "  C301  on   A stated count" in out
    assert run("rule", "c301") == run("rule", "count-against-list") == run("rule", "C301")
    assert run("rule", "C399")[0] == 2
    assert run("rule", "")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["lnit"], 'There is no command "lnit". Did you mean lint?'),
        (["xyzzy"], 'There is no command "xyzzy". There are facts, lint, build'),
        (["rule", "q9"], 'There is no rule "q9". The rules on card quality are Q101, '),
        (["lint", "--select", ","], "argument --select: there is no code in ','"),
        (["lint", "--ignore", ""], "argument --ignore: there is no code in ''"),
        (["facts", ""], "argument PATHS: a path is empty"),
    ],
)
def test_wrong_usage_is_told(folder: Path, run: Run, arguments: list[str], message: str) -> None:
    write(folder, CLEAN)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_warnings_and_findings_name_a_file_as_the_working_folder_sees_it(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, 'notes = ["notes"]\n', "factdeck.toml")
    (write(folder, CLEAN).parent / "bad.md").write_bytes(b"fine\ncaf\xe9\n")
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    place = "../notes/bad.md:2:4: "
    _, out, err = run("facts")
    assert err.startswith(f"factdeck: warning: {place}")
    assert json.loads(out)["source"]["path"] == "notes/n.md"
    assert run("build")[2].startswith(f"factdeck: warning: {place}")
    assert run("lint", "--output-format", "concise")[1].startswith(place)
