"""Notes as text, in; findings, out: what the tests of the linter share."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from factdeck.cards import make
from factdeck.cards.media import finder
from factdeck.config import LintSettings, load
from factdeck.corpus import Corpus
from factdeck.lint import Rule, all_rules, lint, run
from factdeck.lint.suppressions import Suppressions
from factdeck.model import Finding
from factdeck.run import read_corpus

_FILE = re.compile(r"^--- (\S+)(?: \((\S+)\))?\n", re.M)


def rule(code: str) -> Rule[Any]:
    return next(rule for rule in all_rules() if rule.code == code)


def write_notes(folder: Path, text: str, name: str = "notes.md") -> None:
    """Write one source, or several that each follow a line ``--- name.md``.

    Behind the name may stand an encoding, ``(latin-1)``, or how large the file is, ``(11MB)``.
    """
    head, *parts = _FILE.split(text)
    files = list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    assert not files or not head.strip(), f"before the first file: {head!r}"
    for name_, encoding, content in files or [(name, None, text)]:
        path = folder / name_
        path.parent.mkdir(parents=True, exist_ok=True)
        size = re.fullmatch(r"(\d+)MB", encoding or "")
        path.write_bytes(b"" if size else content.encode(encoding or "utf-8"))
        if size:
            os.truncate(path, int(size[1]) * 1024 * 1024)


def read_notes(folder: Path) -> Corpus:
    return replace(read_corpus(load(folder), ["."], folder, cached=False), root=folder)


def findings(code: str, corpus: Corpus) -> tuple[Finding, ...]:
    """What one rule says about a corpus, its files, and the deck that it makes."""
    found = finder((file.source for file in corpus.files), corpus.root)
    deck = make(corpus.facts, load(corpus.root).decks[0], found)
    subjects = [*corpus.files, corpus, deck]
    if rule(code).over is Suppressions:  # what the other rules find makes them of use
        every = lint(subjects, LintSettings())
        return tuple(finding for finding in every if finding.code == code)
    return run([rule(code)], subjects)


def lint_text(folder: Path, code: str, files: str | Mapping[str, str]) -> tuple[Finding, ...]:
    """What one rule says about a source, or about several by name."""
    for name, text in ({"notes.md": files} if isinstance(files, str) else files).items():
        write_notes(folder, text, name)
    return findings(code, read_notes(folder))
