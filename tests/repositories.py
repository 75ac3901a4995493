"""Repositories for tests, which no outer git and no setting of this machine speaks of."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

CLEAN = {
    key: value for key, value in os.environ.items() if key != "PYTHONPATH" and key[:4] != "GIT_"
} | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def try_git(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    settings = ("user.name=test", "user.email=test@example.org", "init.defaultBranch=main")
    options = [part for setting in settings for part in ("-c", setting)]
    command = ["git", *options, "-C", str(folder), *arguments]
    return subprocess.run(command, env=CLEAN | environ, capture_output=True, encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    done = try_git(folder, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def committed(folder: Path) -> str:
    """Commit all that is in ``folder``, a repository from now on; gives the commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "all")
    return git(folder, "rev-parse", "HEAD")
