"""Workflows, ours and the examples: they fit the schemas of those who run them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from factdeck import cli
from test_pre_commit import HOOKS

ROOT = Path(__file__).parent.parent
GITHUB = [
    *sorted(ROOT.glob(".github/workflows/*.yml")),
    *sorted(ROOT.glob("docs/examples/github*")),
]
GITLAB = sorted(ROOT.glob("docs/examples/gitlab*"))
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def misfit(schema: str, file: Path) -> str:
    """What breaks a schema that comes with check-jsonschema; no network is used."""
    command = ["-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(file)]
    done = subprocess.run([sys.executable, *command], capture_output=True, encoding="utf-8")
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.name)
def test_github_workflow_fits_its_schema(file: Path) -> None:
    assert misfit("github-workflows", file) == ""


@pytest.mark.parametrize("file", GITLAB, ids=lambda file: file.name)
def test_gitlab_pipeline_fits_its_schema(file: Path) -> None:
    assert misfit("gitlab-ci", file) == ""


def test_a_misfit_is_told(tmp_path: Path) -> None:
    file = tmp_path / "bad.yml"
    file.write_text("on: push\njobs: {a: {runs-on: x, stepps: []}}\n")
    assert "stepps" in misfit("github-workflows", file)


def strings(value: Any) -> Iterator[str]:
    """All texts in a value of lists and tables."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def commands(text: str) -> list[list[str]]:
    """The calls of factdeck in a script, without where their output goes."""
    lines = re.findall(r"^factdeck ([^\n>|]+)", text, re.MULTILINE)
    return [shlex.split(line) for line in lines]


CALLS = [
    pytest.param(call, id=f"{file.name}: {' '.join(call)}")
    for file in (*GITHUB, *GITLAB)
    for text in strings(yaml.safe_load(file.read_text(encoding="utf-8")))
    for call in commands(text)
]


@pytest.mark.parametrize("call", CALLS)
def test_command_exists(call: list[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main([*call, "--help"])


def test_both_examples_lint_and_build() -> None:
    for file in (*GITLAB, ROOT / "docs/examples/github-notes.yml"):
        texts = strings(yaml.safe_load(file.read_text(encoding="utf-8")))
        assert {call[0] for text in texts for call in commands(text)} == {"lint", "build"}


def test_page_shows_the_hooks_there_are() -> None:
    shown = re.findall(r"^\| `(factdeck-\w+)` \| `([^`]+)` \|", PAGE, re.MULTILINE)
    assert set(shown) == {(hook["id"], hook["entry"]) for hook in HOOKS}


def test_page_names_the_workflows_there_are() -> None:
    linked = set(re.findall(r"\]\(((?:examples|\.\.)/[^)]+)\)", PAGE))
    there = {file.name for file in (*GITHUB, *GITLAB)}
    assert {Path(link).name for link in linked} <= there
