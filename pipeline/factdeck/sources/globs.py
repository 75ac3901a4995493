"""Paths and globs as settings write them, with the meaning they have in a .gitignore."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck.errors import UserError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

MAGIC = re.compile(r"[*?\[]")


def is_glob(text: str, folder: Path) -> bool:
    """Whether ``text`` is a glob and not the name of something that exists in ``folder``."""
    return bool(MAGIC.search(text)) and not (folder / text).exists()


def fixed_part(glob: str) -> str:
    """The folder in which all matches of ``glob`` lie: ``a/b`` of ``a/b/**/*.md``."""
    start = MAGIC.search(glob)
    return glob[: start.start()].rpartition("/")[0] if start else glob


def anchored(globs: Iterable[str]) -> GitIgnoreSpec | None:
    """The globs as patterns that start at their folder: ``*.md`` is not ``a/b.md``."""
    return spec_of(f"/{glob}" for glob in globs)


def spec_of(patterns: Iterable[str]) -> GitIgnoreSpec | None:
    """The patterns, one a line as in a .gitignore, ready to match; None when there are none."""
    lines = list(patterns)
    if not lines:
        return None
    from pathspec import GitIgnoreSpec  # 30 ms: most projects of one folder need no patterns

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise UserError(f"{' '.join(lines)!r} is no glob: {error}.") from error
