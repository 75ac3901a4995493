"""Write files so that they appear whole, all together, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factdeck.errors import UserError

Stage = Callable[[Path], Path]
"""From the path of a file to the temporary path beside it that is to be written instead."""


@contextmanager
def staging() -> Iterator[Stage]:
    """Collect files in temporary places and move them to theirs when the block ends well.

    All are complete and on the disk before the first is moved. When anything fails, the
    temporary files are removed and the old files stay as they were; a failure of the file
    system (disk full, no permission) becomes a UserError that names the file.
    """
    staged: dict[Path, Path] = {}

    def stage(target: Path) -> Path:
        target.parent.mkdir(parents=True, exist_ok=True)
        # beside the target: a move cannot cross file systems
        staged[target] = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        return staged[target]

    try:
        yield stage
        for temporary in staged.values():
            _flush(temporary)
        for target, temporary in staged.items():
            temporary.replace(target)
    except OSError as error:
        raise _cannot_write(error, list(staged)) from error
    finally:
        for temporary in staged.values():
            with suppress(OSError):  # a folder that takes no file may give none back
                temporary.unlink()


def _flush(file: Path) -> None:
    with file.open("r+b") as handle:  # Windows flushes only what is open for writing
        os.fsync(handle.fileno())


def _cannot_write(error: OSError, targets: list[Path]) -> UserError:
    name = targets[-1] if targets else error.filename
    reason = error.strerror or str(error)
    return UserError(
        f"{name} cannot be written: {reason}. Nothing was changed; make room for it or allow "
        "writing there, then try again."
    )
