"""What lies in the way of notes but is none: what git ignores, hidden files, built things."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck.config import DIST, WORDS, Config
from factdeck.errors import UserError
from factdeck.sources.globs import spec_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FOLDERS = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Ignore:
    """What to leave out in one folder.

    ``gitignores`` are the .gitignore files that reach it, each with its folder, outermost
    first; ``exclude`` are the patterns of the settings, which no ``!`` takes back.
    ``words`` is the list of words that are spelled right.
    """

    root: str
    exclude: GitIgnoreSpec | None
    gitignores: tuple[tuple[str, GitIgnoreSpec], ...] = ()
    words: str = ""

    def inside(self, folder: str) -> Ignore:
        """The same for ``folder``, with its own .gitignore."""
        spec = _gitignore(folder)
        return replace(self, gitignores=(*self.gitignores, (folder, spec))) if spec else self

    def ignores(self, path: str, *, folder: bool) -> bool:
        """Whether the file or folder at ``path`` is left out, its parents not being so."""
        name = os.path.basename(path)
        if name.startswith(".") or path == self.words:
            return True
        if folder and (name in FOLDERS or path == os.path.join(self.root, DIST)):
            return True
        if self.exclude and _verdict(self.exclude, self.root, path, folder):
            return True
        verdicts = (_verdict(spec, top, path, folder) for top, spec in reversed(self.gitignores))
        return next((verdict for verdict in verdicts if verdict is not None), False)


def ignore_for(top: str, config: Config) -> Ignore:
    """What to leave out in the folder ``top``, the .gitignore files above it included.

    A folder that these leave out, but that somebody names all the same, is wanted: then
    they do not hold inside it.
    """
    root = os.fspath(config.root)
    try:
        plain = Ignore(root, spec_of(config.exclude), words=os.fspath(words_file(config) or ""))
    except UserError as error:
        raise UserError(f"{config.file}: under exclude, {error}") from error
    ignore = plain
    for folder in _ways_down(top, root):
        if ignore.gitignores and ignore.ignores(folder, folder=True):
            return plain
        if folder != top:
            ignore = ignore.inside(folder)
    return ignore


def words_file(config: Config) -> Path | None:
    """The list of words that are spelled right, there or not: ``words.txt`` at the root.

    Without settings one that holds more than a word a line is a note like others: None.
    """
    file = config.root / WORDS
    if config.file is None:
        with suppress(OSError):
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
            if any(len(line.partition("#")[0].split()) > 1 for line in lines):
                return None
    return file


def _ways_down(top: str, root: str) -> list[str]:
    """The folders from the repository (or the project, without git) down to ``top``."""
    here = Path(top)
    above = [here, *here.parents]
    start = next((folder for folder in above if (folder / ".git").exists()), None)
    if start is None:
        start = Path(root) if Path(root) in above else here
    return [os.fspath(folder) for folder in reversed(above[: above.index(start) + 1])]


def _gitignore(folder: str) -> GitIgnoreSpec | None:
    try:
        text = Path(folder, ".gitignore").read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return None
    lines = text.splitlines()
    try:
        return spec_of(lines)
    except UserError:  # git passes over a line that is no pattern
        return spec_of(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    try:
        return spec_of([line]) is not None
    except UserError:
        return False


def _verdict(spec: GitIgnoreSpec, top: str, path: str, folder: bool) -> bool | None:
    """True: left out; False: taken back by ``!``; None: not spoken of."""
    if not path.startswith(os.path.join(top, "")):
        return None
    below = path[len(os.path.join(top, "")) :].replace(os.sep, "/")
    return spec.check_file(f"{below}/" if folder else below).include
