"""Folders and files of notes for tests."""

from pathlib import Path

from factdeck import config as settings
from factdeck.config import MAX_BYTES, Config
from factdeck.model import Source
from factdeck.sources import SourceFile, read


def tree(root: Path, *files: str, **written: str) -> Path:
    """Make files below ``root``; those without text hold their own name."""
    for name, text in {**dict.fromkeys(files), **written}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name if text is None else text, encoding="utf-8")
    return root


def project(root: Path, text: str = "") -> Config:
    (root / "factdeck.toml").write_text(text, encoding="utf-8")
    return settings.load(root)


def source(root: Path, data: bytes, name: str = "a.md", max_bytes: int = MAX_BYTES) -> Source:
    file = root / name
    file.write_bytes(data)
    return read(SourceFile(name, name, str(file)), max_bytes)
