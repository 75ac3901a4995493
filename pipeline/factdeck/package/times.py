"""When the content of a note changed, if it has: the clock of :mod:`factdeck.package.identity`.

SOURCE_DATE_EPOCH if it is set; else the time of the last commit that touched the file of the
note; else, when the file is in no commit or there is no git, the file's own time. A file that
differs from its last commit has the later of both times.
"""

from __future__ import annotations

import os
import subprocess
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

from factdeck.errors import UserError
from factdeck.model import Note, Source

VARIABLE = "SOURCE_DATE_EPOCH"
# set inside a git hook: they would point git at the repository of the hook
_GIT_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_COMMIT = b"\x01"
_END_OF_TIME = 253_402_300_799  # the last second of the year 9999


def clock(sources: Iterable[Source], environ: Mapping[str, str]) -> Callable[[Note], int]:
    """From a note of one of ``sources`` to epoch seconds.

    Raises UserError when SOURCE_DATE_EPOCH is set to something else than a number.
    """
    files = {source.path: Path(source.file) for source in sources}
    fixed = environ.get(VARIABLE, "")
    epoch = _epoch(fixed) if fixed else None

    @cache  # on the first call: when nothing has changed, nobody asks
    def times() -> dict[str, int]:
        return _times(files, environ) if epoch is None else dict.fromkeys(files, epoch)

    return lambda note: times()[note.span.path]


def uncommitted(files: Iterable[Path], environ: Mapping[str, str]) -> list[Path]:
    """Those of ``files`` that differ from the last commit, or that are in none; sorted.

    None where there is no repository or no git.
    """
    repositories = _by_repository(file.resolve() for file in files)
    return sorted(
        file for top, some in repositories.items() for file in _edited(top, some, environ)
    )


def _epoch(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) <= _END_OF_TIME):
        raise UserError(
            f"{VARIABLE} is {value!r}; set it to a time in whole seconds since 1970, or unset it."
        )
    return int(value)


def _times(files: Mapping[str, Path], environ: Mapping[str, str]) -> dict[str, int]:
    """The time of each path of ``files``, which maps it to where the file lies."""
    real = {path: file.resolve() for path, file in files.items()}
    repositories = _by_repository(real.values())
    committed: dict[Path, int] = {}
    edited: set[Path] = set()
    for top, inside in repositories.items():
        committed.update(_commit_times(top, inside, environ))
        edited.update(_edited(top, inside, environ))

    def time(file: Path) -> int:
        if file not in committed:
            return _file_time(file)
        return max(committed[file], _file_time(file)) if file in edited else committed[file]

    return {path: time(file) for path, file in real.items()}


def _by_repository(files: Iterable[Path]) -> dict[Path, set[Path]]:
    """The files that are in a repository, under its top."""
    repositories: dict[Path, set[Path]] = defaultdict(set)
    tops: dict[Path, Path | None] = {}
    for file in files:
        if top := _repository(file.parent, tops):
            repositories[top].add(file)
    return repositories


def _repository(folder: Path, known: dict[Path, Path | None]) -> Path | None:
    """The top of the repository that ``folder`` is in."""
    if folder not in known:
        if (folder / ".git").exists():
            known[folder] = folder
        else:
            known[folder] = _repository(folder.parent, known) if folder.parent != folder else None
    return known[folder]


def _commit_times(top: Path, files: set[Path], environ: Mapping[str, str]) -> dict[Path, int]:
    """The time of the last commit that touched each of ``files``, as far as there is one."""
    times: dict[Path, int] = {}
    wanted = {file.relative_to(top).as_posix(): file for file in files}
    with closing(_history(top, environ)) as history:
        for name, time in history:
            if name in wanted:
                times[wanted.pop(name)] = time
            if not wanted:
                break
    return times


def _edited(top: Path, files: set[Path], environ: Mapping[str, str]) -> set[Path]:
    """Those of ``files`` that differ from the last commit, or that git does not track."""
    folder = os.path.commonpath([file.parent for file in files])
    command = [
        # other than the defaults: reads only, and runs nothing that the repository names
        *("git", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false"),
        *("status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all"),
        *("--untracked-files=all", "--", folder),
    ]
    try:
        status = subprocess.run(  # noqa: S603 - fixed arguments
            command, cwd=top, env=_plain(environ), capture_output=True, check=False
        )
    except OSError:
        return set()
    # each piece: two letters of state, a space, the path from the top
    names = (os.fsdecode(piece[3:]) for piece in status.stdout.split(b"\0"))
    return {top / name for name in names if name} & files


def _plain(environ: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if name not in _GIT_VARIABLES}


def _history(top: Path, environ: Mapping[str, str]) -> Generator[tuple[str, int]]:
    """Names of files with the times of commits, the latest first; nothing when git fails."""
    command = [
        *("git", "-c", "log.showSignature=false", "log", "-z", "--format=%x01%ct"),
        # -c: a merge counts only for what it changed itself
        *("--name-only", "-c", "--no-renames", "--no-relative", "--no-color"),
    ]
    try:
        process = subprocess.Popen(  # noqa: S603 - fixed arguments
            command, cwd=top, env=_plain(environ), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        return
    with process:
        try:
            yield from _names(process.stdout or ())
        finally:
            process.kill()  # what was wanted may be found long before the history ends


def _names(output: Iterable[bytes]) -> Iterator[tuple[str, int]]:
    """The files of ``git log -z`` with the times of their commits.

    It writes, each ended by NUL: the mark and time of a commit; names, the first of them after
    a line end, or after an empty piece when the commit is a merge.
    """
    time, is_first, rest = 0, False, b""
    for part in output:
        *pieces, rest = (rest + part).split(b"\0")
        for piece in pieces:
            if piece.startswith(_COMMIT):
                time, is_first = int(piece.removeprefix(_COMMIT)), True
                continue
            name = piece.removeprefix(b"\n") if is_first else piece
            is_first = False
            if name:
                yield os.fsdecode(name), time


def _file_time(file: Path) -> int:
    return max(0, int(file.stat().st_mtime))
