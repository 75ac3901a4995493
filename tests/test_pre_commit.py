"""Our hooks, run by pre-commit and by git in repositories of somebody else.

They are installed as for everybody, from a commit of this checkout, but without a network:
what they need is borrowed from the environment of the tests.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from factdeck import cli
from repositories import CLEAN, committed, git, try_git

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())

ELB = "# Load balancers\n\nThere are 4 kinds of load balancers.\n"
EXAM = "# Exam\n\nThere are three types of load balancers.\n"


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hook_is_a_command_that_sees_all_files(hook: dict[str, Any]) -> None:
    program, *arguments = hook["entry"].split()
    assert (program, hook["language"]) == ("factdeck", "python")
    assert (hook["always_run"], hook["pass_filenames"]) == (True, False)
    with pytest.raises(SystemExit, match="0"):
        cli.main([*arguments, "--help"])


def test_own_hooks_are_make_targets() -> None:
    [own] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
    makefile = (ROOT / "Makefile").read_text()
    commands = {}
    for hook in own["hooks"]:
        target = hook["entry"].removeprefix("make --silent ")
        rule = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
        assert rule, target
        commands[hook["id"]] = rule[1]
    for hook in HOOKS:
        if hook["id"] in commands:
            assert f"-m {hook['entry']}" in commands[hook["id"]]
    assert "factdeck-lint" in commands


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The configuration of a repository that uses all our hooks."""
    ours = tmp_path_factory.mktemp("ours")
    for name in ("pipeline", "schema"):
        caches = shutil.ignore_patterns("__pycache__", ".*_cache")
        shutil.copytree(ROOT / name, ours / name, ignore=caches)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, ours)
    hooks = "".join(f"      - id: {hook['id']}\n" for hook in HOOKS)
    return f"repos:\n  - repo: {ours}\n    rev: {committed(ours)}\n    hooks:\n{hooks}"


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What keeps pre-commit and pip from the network, and the hooks from one another's home."""
    return {
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # which means: without isolation
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PATH": os.pathsep.join((sysconfig.get_path("scripts"), os.environ["PATH"])),
    }


class Theirs:
    """A repository that uses our hooks; each try of a commit gives what the hooks say."""

    def __init__(self, folder: Path, config: str, environ: dict[str, str]) -> None:
        self.folder, self.environ = folder, environ
        self.write(".pre-commit-config.yaml", config)

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def install(self) -> None:
        committed(self.folder)
        command = [sys.executable, "-m", "pre_commit", "install"]
        env = CLEAN | self.environ
        subprocess.run(command, cwd=self.folder, env=env, check=True, capture_output=True)

    def commit(self, *what: str, skip: str = "") -> subprocess.CompletedProcess[str]:
        """``what``: not the index alone; ``skip``: hooks that are not to run, with commas."""
        command = ("commit", "--message", "more", *what)
        return try_git(self.folder, *command, **self.environ, SKIP=skip)


@pytest.fixture
def theirs(tmp_path: Path, config: str, environ: dict[str, str]) -> Theirs:
    return Theirs(tmp_path, config, environ)


def outcomes(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """What became of each hook, by its name."""
    said = re.findall(r"^(factdeck [^.]+)\.+(Passed|Failed)$", done.stderr, re.MULTILINE)
    assert said, done.stdout + done.stderr
    return dict(said)


def test_good_notes_are_committed(theirs: Theirs) -> None:
    theirs.install()
    theirs.write("notes/elb.md", ELB)
    git(theirs.folder, "add", "--all")
    done = theirs.commit()
    assert done.returncode == 0, done.stderr
    assert outcomes(done) == {hook["name"]: "Passed" for hook in HOOKS}


def test_an_edit_that_contradicts_an_untouched_file_is_refused(theirs: Theirs) -> None:
    theirs.write("notes/elb.md", ELB)
    theirs.install()
    theirs.write("notes/exam.md", EXAM)
    git(theirs.folder, "add", "--all")
    done = theirs.commit()
    assert done.returncode == 1
    assert outcomes(done)["factdeck lint"] == "Failed"
    assert "C302" in done.stderr
    for place in ("notes/elb.md:3:", "notes/exam.md:3:"):
        assert place in done.stderr


def test_what_is_committed_counts_and_nothing_else(theirs: Theirs) -> None:
    for name in ("a", "b"):
        theirs.write(f"notes/{name}.md", f"# Topic {name}\n")
    theirs.install()
    theirs.write("notes/a.md", "# Topic a\n\nOne ocurrence.\n")
    theirs.write("notes/b.md", "# Topic b\n\nAnother one.\n")
    assert theirs.commit("notes/b.md").returncode == 0
    done = theirs.commit("--all")
    assert done.returncode == 1
    assert "notes/a.md:3:5: warning T101" in done.stderr


def test_a_deletion_alone_is_checked(theirs: Theirs) -> None:
    theirs.write("notes/elb.md", f"{ELB}\nSee [the exam](exam.md).\n")
    theirs.write("notes/exam.md", "# Exam\n\n- It takes two hours\n")
    theirs.install()
    git(theirs.folder, "rm", "--quiet", "notes/exam.md")
    done = theirs.commit()
    assert done.returncode == 1
    assert "notes/elb.md:5:16: warning E301" in done.stderr


def test_a_merge_with_conflict_markers_is_refused(theirs: Theirs) -> None:
    theirs.write("notes/sqs.md", "# SQS\n\n- A message is kept for some days\n")
    theirs.install()
    for branch, days in (("other", 14), ("main", 4)):
        git(theirs.folder, "checkout", "--quiet", "-B", branch, "main")
        theirs.write("notes/sqs.md", f"# SQS\n\n- A message is kept for {days} days\n")
        git(theirs.folder, "commit", "--quiet", "--no-verify", "--all", "--message", branch)
    assert try_git(theirs.folder, "merge", "other").returncode == 1
    git(theirs.folder, "add", "--all")
    done = theirs.commit()
    assert done.returncode == 1
    assert "notes/sqs.md:3:1: error E203" in done.stderr


def test_what_can_be_mended_safely_is_mended_by_the_fix_hook(theirs: Theirs) -> None:
    theirs.install()
    theirs.write("notes/elb.md", f"{ELB}\nIt is donâ€™t said.\n")
    git(theirs.folder, "add", "--all")
    done = theirs.commit()
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stderr
    assert "don’t" in (theirs.folder / "notes/elb.md").read_text(encoding="utf-8")


def rows(folder: Path) -> dict[bytes, bytes]:
    """What the cache of a project holds."""
    with closing(sqlite3.connect(folder / ".factdeck_cache/read.sqlite")) as db:
        return dict(db.execute("SELECT key, data FROM record"))


def test_six_thousand_files_are_looked_at_together_and_once(theirs: Theirs) -> None:
    number = 6000
    for each in range(number - 2):
        theirs.write(f"notes/{each % 50}/{each}.md", f"# Topic {each}\n\n- It is number {each}.\n")
    theirs.write("notes/0/elb.md", ELB)
    theirs.install()
    theirs.write("notes/49/exam.md", EXAM)
    git(theirs.folder, "add", "--all")
    done = theirs.commit(skip="factdeck-fix,factdeck-facts")
    assert done.returncode == 1
    assert done.stderr.count("C302") == 1
    before = rows(theirs.folder)
    assert len(before) == number

    theirs.write("notes/49/exam.md", EXAM.replace("three", "four"))
    git(theirs.folder, "add", "--all")
    done = theirs.commit(skip="factdeck-fix,factdeck-facts")
    assert done.returncode == 0, done.stderr
    after = rows(theirs.folder)
    assert len(after.keys() - before.keys()) == 1
    assert before.items() <= after.items()
