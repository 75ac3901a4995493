"""factdeck lint --watch: look again whenever the notes change."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from factdeck import process
from factdeck.cli.output import complain
from factdeck.errors import UserError

_SUFFIXES = (".md", ".markdown", ".txt", ".toml", ".json")
"""Notes, their words, the settings and the baseline; pictures come and go with the notes."""
_CLEAR = "\x1b[2J\x1b[H"
_WAIT = 200  # milliseconds until the first look, and between two looks for signals


def watch(look: Callable[[], object], changes: Iterable[object]) -> None:
    """Look at once, and again after each change; what cannot be done now may be later."""
    for _ in changes:
        try:
            if sys.stdout.isatty():
                process.write(_CLEAR)
            look()
        except UserError as error:
            complain(str(error))
        process.flush()
        complain("watching for changes; Ctrl-C ends it.")


def changes(folder: Path) -> Iterator[object]:
    """One now, and one after each change of the files below the folder, for ever."""
    from watchfiles import DefaultFilter
    from watchfiles import watch as watch_files

    usual = DefaultFilter()  # leaves out .git, node_modules and the like
    first = True
    for each in watch_files(
        folder,
        watch_filter=lambda change, path: _matters(path) and usual(change, path),
        rust_timeout=_WAIT,
        yield_on_timeout=True,  # only then is it sure that nothing is missed after the first look
    ):
        if each or first:
            yield each
        first = False


def _matters(path: str) -> bool:
    return path.endswith(_SUFFIXES) and not os.path.basename(path).startswith(".")  # noqa: PTH119 - str
