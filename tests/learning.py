"""An author who changes notes, and a learner who imports what is built of them.

Tests ask for the fixture ``world``; each of them is run with every version of Anki.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from factdeck.config import load
from factdeck.package import lock
from factdeck.run import build
from real_anki import ANKIS, anki, do

NOTES = """\
# Storage

Q: How large is an object?
A: 5 TB

Q: How durable is it?
A: eleven nines

Q: Who may read it?
A: only its owner
"""
LARGE, DURABLE, OWNER = "How large is an object?", "How durable is it?", "Who may read it?"


@dataclass
class Author:
    """Somebody who writes notes in a folder and builds packages of them."""

    folder: Path
    time: int = 1_700_000_000
    packages: list[Path] = field(default_factory=list)

    def build(self, monkeypatch: pytest.MonkeyPatch, **texts: str) -> str:
        """The package of notes with these texts, by the name of the file without ``.md``."""
        notes = self.folder / "notes"
        notes.mkdir(exist_ok=True)
        for old in notes.glob("*.md"):
            old.unlink()
        for name, text in texts.items():
            (notes / f"{name}.md").write_text(text, encoding="utf-8")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(self.time))
        self.time += 1000
        out = self.folder / f"v{len(self.packages)}"
        made = build(load(self.folder), (), self.folder, out, frozen=False, cached=False)
        self.packages.append(out / made.built[0].file)
        return str(self.packages[-1])

    def guid(self, words: str) -> str:
        """The GUID of the living note whose question has the words."""
        entries = lock.read(self.folder / lock.FILE).entries
        (found,) = [e.guid for e in entries if words in e.text and e.retired is None]
        return found


@dataclass(frozen=True)
class World:
    """An author, and a learner with one version of Anki."""

    author: Author
    version: str
    monkeypatch: pytest.MonkeyPatch

    def build(self, text: str = NOTES, **texts: str) -> str:
        return self.author.build(self.monkeypatch, **(texts or {"storage": text}))

    def guid(self, words: str) -> str:
        return self.author.guid(words)

    def learn(self, *commands: dict[str, Any]) -> list[Any]:
        return anki(*commands, version=self.version)


@pytest.fixture(params=ANKIS)
def world(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    (tmp_path / "factdeck.toml").write_text('[[deck]]\nname = "Deck"\nslug = "deck"\n', "utf-8")
    return World(Author(tmp_path), request.param, monkeypatch)


def imported(file: str, **options: int | bool) -> dict[str, Any]:
    return do("import_package", file=file, **options)


def reviews(dump: dict[str, Any], guid: str) -> list[int]:
    return [card["reviews"] for card in dump["notes"][guid]["cards"]]
