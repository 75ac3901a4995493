"""factdeck lint --staged: what the next commit would hold, as a hook has to see it.

Shown are the findings that have a place in a staged file, and those that the last commit has
not: a file that was deleted has no place any more, but links to it are broken now. When nothing
is staged, it is all of them: so a hook can be run over a whole repository.
"""

from __future__ import annotations

import argparse
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck.cli import lint_baseline, lint_look
from factdeck.config import Config, load
from factdeck.errors import UserError
from factdeck.sources import staged

if TYPE_CHECKING:
    from factdeck.cli.lint_look import Look, Seen


def look(how: Look, options: argparse.Namespace) -> Seen:
    """What there is to say about the files of git's index; nothing else is read."""
    top = staged.repository(how.config.root)
    changed = staged.changed(top)
    with staged.index(top) as copy, _named_after(top, copy):
        there = _moved(how, top, copy, options)
        seen = there.at({})
    if not changed:
        return seen
    focus = _from_root(changed, how.config.root.relative_to(top))
    rest = [each for each in seen.compared.new if not lint_look.places(each) & focus]
    old = _at_head(how, top, options) if rest else frozenset()
    known = (each for each in seen.compared.known if lint_look.places(each) & focus)
    new = (each for each in seen.compared.new if each not in rest or each.fingerprint not in old)
    return replace(seen, compared=replace(seen.compared, new=tuple(new), known=tuple(known)))


def _at_head(how: Look, top: Path, options: argparse.Namespace) -> frozenset[str]:
    """The fingerprints of what there is to say about the last commit."""
    with staged.head(top) as copy:
        if copy is None:
            return frozenset()
        try:
            linted = _moved(how, top, copy, options).at({}).linted
        except UserError:  # it had no notes, or settings that cannot be read
            return frozenset()
    return frozenset(each.fingerprint for each in linted.findings)


def _moved(how: Look, top: Path, copy: Path, options: argparse.Namespace) -> Look:
    """The same look at a copy of the repository; what it does not track is as it is."""
    config = replace(_settings(how.config, top, copy), cache_root=how.config.root)
    config = replace(config, lint=lint_look.selection(config.lint, options))
    known = lint_baseline.read(options, config)
    known = replace(how.known, config=config) if known.entries is None else known
    return replace(how, config=config, folder=config.root, known=known)


def _settings(config: Config, top: Path, copy: Path) -> Config:
    if not config.root.is_relative_to(top):
        raise UserError(
            f"The settings are those of {config.root}, but the repository is {top}. "
            "Put a factdeck.toml into the repository."
        )
    root = copy / config.root.relative_to(top)
    root.mkdir(parents=True, exist_ok=True)
    if config.file is None:
        return replace(config, root=root)
    file = root / config.file.name
    if file.is_file():
        return load(root, file)
    return replace(load(config.root, config.file), root=root)  # git does not track it


def _from_root(paths: frozenset[str], root: Path) -> frozenset[str]:
    """Paths of the repository as findings have them."""
    return frozenset(posixpath.relpath(path, root.as_posix()) for path in paths)


@contextmanager
def _named_after(top: Path, copy: Path) -> Iterator[None]:
    """Speak of the repository in what is said of its copy."""
    try:
        yield
    except UserError as error:
        raise UserError(str(error).replace(copy.as_posix(), top.as_posix())) from error
