"""Our hooks, run by pre-commit in a repository of somebody else."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factdeck import cli

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())

# the hooks run what is installed for them, in a repository that no outer git speaks of
CLEAN = {
    key: value for key, value in os.environ.items() if key != "PYTHONPATH" and key[:4] != "GIT_"
}

GOOD = "# Load balancers\n\nThere are 4 kinds of load balancers.\n"
BAD = "# Exam\n\nThere are three types of load balancers.\n"


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hook_is_a_command_that_sees_all_files(hook: dict[str, Any]) -> None:
    program, *arguments = hook["entry"].split()
    assert (program, hook["language"]) == ("factdeck", "python")
    assert (hook["always_run"], hook["pass_filenames"]) == (True, False)
    with pytest.raises(SystemExit, match="0"):
        cli.main([*arguments, "--help"])


def test_own_hooks_are_make_targets() -> None:
    [own] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for hook in own["hooks"]:
        assert hook["entry"].removeprefix("make --silent ") in targets


def git(folder: Path, *arguments: str) -> str:
    me = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *me, "-C", str(folder), *arguments]
    done = subprocess.run(command, env=CLEAN, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def committed(folder: Path) -> str:
    """Make ``folder`` a repository of all that is in it; gives the commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    return git(folder, "rev-parse", "HEAD")


def copy_of_checkout(folder: Path) -> Path:
    for name in ("pipeline", "schema"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    return folder


def test_pre_commit_runs_our_hooks(tmp_path: Path) -> None:
    for name in ("ours", "theirs/notes"):
        (tmp_path / name).mkdir(parents=True)
    ours = copy_of_checkout(tmp_path / "ours")
    theirs = tmp_path / "theirs"
    hooks = "".join(f"      - id: {hook['id']}\n" for hook in HOOKS)
    (theirs / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {ours}\n    rev: {committed(ours)}\n    hooks:\n{hooks}"
    )
    (theirs / "notes/elb.md").write_text(GOOD)
    committed(theirs)

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", "--color", "never"]
        env = {**CLEAN, "PRE_COMMIT_HOME": str(tmp_path / "home")}
        return subprocess.run(command, cwd=theirs, env=env, capture_output=True, text=True)

    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.findall(r"^(\S+ \S+?)\.+Passed$", done.stdout, re.MULTILINE) == [
        hook["name"] for hook in HOOKS
    ]

    (theirs / "notes/exam.md").write_text(BAD)
    git(theirs, "add", "notes/exam.md")
    done = run()
    assert done.returncode == 1
    assert "notes/exam.md:3:" in done.stdout
    assert "C302" in done.stdout
    assert "notes/elb.md:3" in done.stdout  # the side that nobody touched
