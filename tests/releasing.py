"""An author at the command line, in a folder with notes of one deck."""

from __future__ import annotations

from pathlib import Path

import pytest

NOTES = """\
# Storage

Q: How large is an object?
A: 5 TB

Q: How durable is it?
A: eleven nines

Q: Who may read it?
A: only its owner
"""
REWORDED = NOTES.replace("5 TB", "50 TB")
SETTINGS = '[[deck]]\nname = "Deck"\nslug = "deck"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    write(tmp_path, {"notes/storage.md": NOTES, "factdeck.toml": SETTINGS})
    return tmp_path


def write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def done(answer: tuple[int, str, str]) -> str:
    """What a command printed that did what it should."""
    code, out, err = answer
    assert (code, err) == (0, "")
    return out


def files(folder: Path) -> dict[str, bytes]:
    """All files but the cache and git's own."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {".factdeck_cache", ".git"} & {*path.parts}
    }
