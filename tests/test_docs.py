"""The README is true: its session runs as printed, its settings and commands exist."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from factdeck import cli, config, schemas

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
# `name`: above a block of code makes a file; a console shows commands with what they print
PIECE = re.compile(
    r"^`(?P<file>\S+)`:\n\n```\w+\n(?P<text>.*?)^```$|^```console\n(?P<console>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def table(text: str) -> Iterator[str]:
    """What stands as code in the first column of the tables in ``text``."""
    yield from re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def run(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "factdeck"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.stdout


def played(console: str, folder: Path) -> str:
    """A console block as it looks when its commands are run."""
    commands = re.findall(r"^\$ (.+)$", console, re.MULTILINE)
    return "".join(f"$ {command}\n{run(command, folder)}" for command in commands)


def test_quick_start_prints_what_it_shows(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    for piece in PIECE.finditer(section("Quick start")):
        if piece["file"]:
            file = folder / piece["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(piece["text"], encoding="utf-8")
        else:
            assert played(piece["console"], folder) == piece["console"]


def without_numbers(text: str) -> str:
    """How many there are changes with the notes, and what is new since a release with the lock."""
    return re.sub(r" \(since the last release: .*\)|[\d.]+", "", text)


def test_make_deck_prints_what_it_shows(tmp_path: Path) -> None:
    shown = next(PIECE.finditer(README))["console"].removeprefix("$ make deck\n")
    printed = run(f"factdeck build --frozen --out {tmp_path}", ROOT)
    assert without_numbers(printed.replace(f"{tmp_path}/", "dist/")) == without_numbers(shown)


def test_settings_in_the_table_are_those_of_the_schema() -> None:
    schema = schemas.load("config")
    groups = {"deck": schema["$defs"]["deck"], "lint": schema["$defs"]["lint"]}
    keys = {key for key in schema["properties"] if key not in groups}
    keys |= {f"{name}.{key}" for name, group in groups.items() for key in group["properties"]}
    assert set(table(section("Settings"))) == keys


def test_settings_in_the_example_are_read(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", section("Settings"), re.DOTALL)
    (tmp_path / "factdeck.toml").write_text(example)
    found = config.load(tmp_path)
    assert found.decks[0].slug == tomllib.loads(example)["deck"][0]["slug"]


def test_commands_in_the_table_are_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main(["--help"])
    printed = capsys.readouterr().out
    commands = re.findall(r"^    (\w+) ", printed, re.MULTILINE)
    assert {entry.split()[1] for entry in table(section("Commands"))} == set(commands)


def test_hooks_on_the_page_are_those_there_are() -> None:
    [example] = re.findall(r"```yaml\n(.*?)```", section("pre-commit"), re.DOTALL)
    hooks: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    shown = yaml.safe_load(example)["repos"][0]["hooks"]
    assert {hook["id"] for hook in shown} <= {hook["id"] for hook in hooks}


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/*.md")), ids=str
)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
