"""What holds for the repository as a whole: layers, sizes, the Makefile."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PYTHON_FILES = sorted((*ROOT.glob("pipeline/**/*.py"), *ROOT.glob("tests/**/*.py")))
FILE_LINES, FUNCTION_LINES = 400, 40


def test_layers() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint_imports, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_architecture_page_lists_the_layers() -> None:
    page = (ROOT / "docs/architecture.md").read_text()
    table = page.split("| layer | job |")[1].split("\n\n")[0]
    layers = PYPROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == [name.strip("()") for name in layers]


def test_dependencies_page_lists_the_dependencies() -> None:
    page = (ROOT / "docs/dependencies.md").read_text()
    listed = re.findall(r"^\| ([a-z][\w-]*) \|", page, re.MULTILINE)
    wanted = [*PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"]["dev"]]
    names = [re.split(r"[<>=]", requirement)[0] for requirement in wanted]
    assert [name for name in listed if name != "package"] == names


def test_files_are_short() -> None:
    lengths = {file: len(file.read_text().splitlines()) for file in PYTHON_FILES}
    assert {file: length for file, length in lengths.items() if length > FILE_LINES} == {}


def functions(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{file.name}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_functions_are_short() -> None:
    lengths = dict(pair for file in PYTHON_FILES for pair in functions(file))
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES} == {}


def test_every_ignore_has_its_reason() -> None:
    noqa, ignore = r"noqa(: ?[A-Z0-9, ]+)?", r"type: ignore(\[(?!import-untyped)[\w, -]+\])?"
    bare = re.compile(rf"#\s*({noqa}|{ignore})\s*$")
    found = [
        f"{file.name}:{number}"
        for file in PYTHON_FILES
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if bare.search(line)
    ]
    assert found == []


# --- the Makefile on other machines ---------------------------------------------------------


def make(
    folder: Path, python: str, apt_get: str = "no-apt-get"
) -> subprocess.CompletedProcess[str]:
    """Set up .venv in a folder of its own, with a ``python3`` that is a shell script."""
    shutil.copy(ROOT / "Makefile", folder)
    fake = folder / "python3"
    fake.write_text(f"#!/bin/sh\n{python}\n")
    fake.chmod(0o755)
    command = ["make", f"PYTHON={fake}", f"APT_GET={apt_get}", ".venv/.venv"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_old_python_is_told(tmp_path: Path) -> None:
    old = 'case "$*" in --version) echo Python 3.9.2;; *version_info*) exit 1;; esac'
    done = make(tmp_path, old)
    assert done.returncode == 2
    assert (
        f"factdeck needs Python 3.11 or newer, and {tmp_path}/python3 is Python 3.9.2."
        in done.stderr
    )
    assert not (tmp_path / ".venv").exists()


def test_missing_package_is_told(tmp_path: Path) -> None:
    done = make(tmp_path, 'case "$*" in *ensurepip*) exit 1;; esac')
    assert done.returncode == 2
    assert "This is missing: python3-venv." in done.stderr
    assert "sudo apt-get install python3-venv" in done.stderr


def test_root_gets_what_is_missing(tmp_path: Path) -> None:
    apt_get = tmp_path / "apt-get"
    apt_get.write_text(f'#!/bin/sh\necho "$*" >> {tmp_path}/asked\ntouch {tmp_path}/installed\n')
    apt_get.chmod(0o755)
    fails_until_then = f'case "$*" in *ensurepip*) test -e {tmp_path}/installed;; *) exit 1;; esac'
    done = make(tmp_path, fails_until_then, str(apt_get))
    if os.geteuid() == 0:
        assert (
            "install -qq --yes --no-install-recommends python3-venv"
            in (tmp_path / "asked").read_text()
        )
    else:
        assert "sudo apt-get install python3-venv" in done.stderr


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_make_targets_on_a_page_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = re.findall(r"\bmake ([a-z-]+)", (ROOT / page).read_text())
    assert named
    assert set(named) <= targets
