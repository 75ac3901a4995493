from __future__ import annotations

from pathlib import Path

import pytest

from factdeck.cards.media import FindMedia, finder, safe_name
from factdeck.model import Source

FILES = ["a/pic.png", "a/my pic.PNG", "img/deep/only.svg", "x/twice.png", "y/twice.png", "top.mp3"]
NEVER = [
    *("", "none.png", "https://a.b/pic.png", "//a.b/pic.png", "data:image/png;base64,x", "a.txt"),
    *("../../outside.png", "twice.png", "notes.md", "/etc/passwd", "a\0b.png", "x" * 5000 + ".png"),
    *("deep/only.svg", "file:pic.png", ".hidden.png"),
]
FOUND = [
    ("pic.png", "a/pic.png"),
    ("./pic.png", "a/pic.png"),
    ("../a/pic.png", "a/pic.png"),
    ("my pic.PNG", "a/my pic.PNG"),
    ("/img/deep/only.svg", "img/deep/only.svg"),
    ("img\\deep\\only.svg", "img/deep/only.svg"),
    ("ONLY.svg", "img/deep/only.svg"),
    ("top.mp3", "top.mp3"),
    ("pic.png#right", "a/pic.png"),
]


@pytest.fixture
def find(tmp_path: Path) -> FindMedia:
    root = tmp_path / "notes"
    for name in [*FILES, ".git/.hidden.png", "../outside.png", "a.txt", "loop/x"]:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (root / "loop" / "circle.png").symlink_to("circle.png")
    (root / "link.png").symlink_to(tmp_path / "outside.png")
    file = str(root / "a" / "notes.md")
    return finder([Source("a/notes.md", "a/notes.md", file, "")], root)


@pytest.mark.parametrize("written", [*NEVER, "link.png", "circle.png"])
def test_not_found(find: FindMedia, written: str) -> None:
    assert find("a/notes.md", written) is None


@pytest.mark.parametrize(("written", "file"), FOUND)
def test_found(find: FindMedia, written: str, file: str) -> None:
    media = find("a/notes.md", written)
    assert media
    assert Path(media.file).read_text() == file


def test_other_bytes_are_another_name(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    sources = [Source("n.md", "n.md", str(tmp_path / "n.md"), "")]
    names = set()
    for content in ("one", "two"):
        picture.write_text(content)
        media = finder(sources, tmp_path)("n.md", "a.png")
        assert media
        names.add(media.name)
    assert len(names) == 2


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a.png", "a-0123456789ab.png"),
        ("_Über maß (1).JPG", "Uber-ma-1-0123456789ab.jpg"),
        ("图.png", "media-0123456789ab.png"),
        ("x" * 99 + ".png", "x" * 48 + "-0123456789ab.png"),
    ],
)
def test_safe_name(name: str, safe: str) -> None:
    assert safe_name(name, "0123456789abcdef") == safe
