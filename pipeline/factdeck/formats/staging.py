"""Write files so that they appear whole, all together, or not at all."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from factdeck.errors import UserError

Stage = Callable[[Path], Path]
"""From the path of a file to the temporary path beside it that is to be written instead."""
_LEFT_OVER = 3600
"""After so many seconds nobody goes on with a temporary file."""


@contextmanager
def staging() -> Iterator[Stage]:
    """Collect files in temporary places and move them to theirs when the block ends well.

    All are complete and on the disk before the first is moved, in the order in which they
    were asked for. When anything fails, also between two moves, the temporary files are
    removed and the old files are as they were; a failure of the file system (disk full, no
    permission) becomes a UserError that names the file. What a process that was killed has
    left behind goes with the next write of the same file.
    """
    staged: dict[Path, Path] = {}

    def stage(target: Path) -> Path:
        staged[target] = _beside(target, "tmp")
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        return staged[target]

    try:
        yield stage
        for temporary in staged.values():
            _flush(temporary)
        _move(staged)
    except OSError as error:
        raise _cannot_write(error, staged) from error
    finally:
        _remove(staged.values())


def _beside(target: Path, what: str) -> Path:
    """A path in the folder of ``target``: a move cannot cross file systems."""
    return target.with_name(f".{target.name}.{os.getpid()}.{what}")


def _sweep(target: Path) -> None:
    """Remove what processes that were killed have left beside ``target``.

    That may be a folder, named after the temporary file that was made in it. How old it is the
    inode says: a copy has the time of the content that was copied.
    """
    name = re.compile(rf"\.{re.escape(target.name)}\.\d+\.(?:tmp(?:\.\w+)?|old)")
    with suppress(OSError):  # it stays when it cannot be looked at or removed
        for path in target.parent.iterdir():
            if name.fullmatch(path.name) and time.time() - path.lstat().st_ctime > _LEFT_OVER:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _flush(file: Path) -> None:
    with file.open("r+b") as handle:  # Windows flushes only what is open for writing
        os.fsync(handle.fileno())


def _move(staged: Mapping[Path, Path]) -> None:
    """Move each temporary file to its target; when one cannot be, put back what was there."""
    old = {target: _beside(target, "old") for target in staged if target.is_file()}
    moved: list[Path] = []
    try:
        for target, copy in old.items():
            shutil.copy2(target, copy)
        for target, temporary in staged.items():
            moved.append(target)
            temporary.replace(target)
    except BaseException:
        for target in moved:
            _put_back(target, old.get(target))
        raise
    finally:
        _remove(old.values())


def _put_back(target: Path, copy: Path | None) -> None:
    with suppress(OSError):
        if copy:
            copy.replace(target)
        elif target.is_file():
            target.unlink()


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):  # a folder that takes no file may give none back
            file.unlink()


def _cannot_write(error: OSError, staged: Mapping[Path, Path]) -> UserError:
    of_temporary = {str(temporary): target for target, temporary in staged.items()}
    targets = list(staged)
    last = targets[-1] if targets else error.filename
    name = of_temporary.get(str(error.filename), last)
    reason = error.strerror or str(error)
    return UserError(
        f"{name} cannot be written: {reason}. Nothing was changed; make room for it or allow "
        "writing there, then try again."
    )
