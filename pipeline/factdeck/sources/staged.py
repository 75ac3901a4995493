"""The files as git knows them: those of its index, which the next commit holds, and of HEAD.

Git writes them to a folder of their own, so that all that reads files reads these. What is
edited but not staged, and what is not tracked, is not there.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from factdeck.errors import UserError

_INDEX = "GIT_INDEX_FILE"


def repository(folder: Path) -> Path:
    """The top folder of the git repository that holds ``folder``; UserError when none does."""
    try:
        top = _git(folder, "rev-parse", "--show-toplevel")
    except UserError as error:
        raise UserError(f"There is nothing staged in {folder}: {error}") from error
    return Path(os.fsdecode(top.rstrip(b"\r\n"))).resolve()


def changed(top: Path) -> frozenset[str]:
    """The paths, from ``top``, that the index has other than HEAD, deleted ones included."""
    options = ("--cached", "--name-only", "--no-renames", "--no-relative", "--no-ext-diff")
    return frozenset(_paths(_git(top, "diff", *options, "-z")))


@contextmanager
def index(top: Path) -> Iterator[Path]:
    """A copy of the repository at ``top`` with what is staged; UserError amid a merge."""
    unmerged = sorted({each.partition("\t")[2] for each in _paths(_git(top, *_UNMERGED))})
    if unmerged:
        raise UserError(
            f"{', '.join(unmerged)}: this is not merged yet. "
            "Mend it, and say so with `git add`, then try again."
        )
    with _folder(top) as copy:
        _write(top, copy, {})
        yield copy


@contextmanager
def head(top: Path) -> Iterator[Path | None]:
    """A copy of the repository at ``top`` as the last commit has it; None before the first."""
    if not _has_commits(top):
        yield None
        return
    with _folder(top) as copy:
        environ = {_INDEX: str(copy.parent / "index")}
        _git(top, "read-tree", "HEAD", environ=environ)
        _write(top, copy, environ)
        yield copy


_UNMERGED = ("ls-files", "--unmerged", "--full-name", "-z")


@contextmanager
def _folder(top: Path) -> Iterator[Path]:
    """An empty folder of the same name, for a deck may be called after it."""
    with TemporaryDirectory(prefix="factdeck-", ignore_cleanup_errors=True) as parent:
        copy = Path(parent).resolve() / (top.name or "repository")
        (copy / ".git").mkdir(parents=True)  # here .gitignore files begin to count
        yield copy


def _write(top: Path, copy: Path, environ: Mapping[str, str]) -> None:
    prefix = f"{copy.as_posix()}/"
    _git(top, "checkout-index", "--all", "--force", f"--prefix={prefix}", environ=environ)


def _has_commits(top: Path) -> bool:
    try:
        _git(top, "rev-parse", "--verify", "--quiet", "HEAD")
    except UserError:
        return False
    return True


def _git(folder: Path, *arguments: str, environ: Mapping[str, str] | None = None) -> bytes:
    """What git says, in the environment that a hook gives us: its index may be another one."""
    # other than the default: runs nothing that the repository names
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            command,
            cwd=folder,
            env={**os.environ, **(environ or {})},
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise UserError(f"git cannot be run: {error.strerror}. Install it.") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip() or f"exit code {done.returncode}"
        raise UserError(f"git {arguments[0]} failed: {reason}")
    return done.stdout


def _paths(output: bytes) -> Iterator[str]:
    return (os.fsdecode(part) for part in output.split(b"\0") if part)
