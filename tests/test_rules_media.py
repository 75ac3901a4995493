"""Pictures and sounds beside the notes: unused ones, and large ones."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from factdeck.formats.deck import FieldRow, NoteTypeRow, TemplateRow
from factdeck.package import adopted
from linting import findings, read_notes, write_notes


def unused(folder: Path, files: dict[str, str]) -> list[str]:
    for name, text in files.items():
        write_notes(folder, text, name)
    return [each.span.path for each in findings("M103", read_notes(folder))]


@pytest.mark.parametrize(
    "text",
    [
        "![a](images/a%20b.png)",
        "![[a b.png|300]]",
        '<img src="images/a%20b.png">',
        "[download](<images/a b.png>)",
        "[sound:a b.png]",
        "```\nshow images/a b.png\n```",
        "<!-- images/a b.png is next -->",
        "[it]: images/a%20b.png",
    ],
)
def test_what_is_named_in_any_way_is_used(tmp_path: Path, text: str) -> None:
    assert unused(tmp_path, {"notes/a.md": f"# A\n\n{text}\n", "notes/images/a b.png": ""}) == []


def test_what_has_nothing_to_do_with_the_notes_is_left_alone(tmp_path: Path) -> None:
    files = {
        "README.md": "# Readme\n",
        "site/logo.png": "",
        "notes/a.md": "# A\n",
        "notes/.obsidian/icon.png": "",
        "notes/data.csv": "",
        "notes/node_modules/x/y.png": "",
    }
    assert unused(tmp_path, files) == []


def test_what_no_source_names_is_unused(tmp_path: Path) -> None:
    files = {
        "notes/a.md": "# A\n\n![used](../img/used.png)\n",
        "notes/left.png": "",
        "notes/deep/er/left.mp3": "",
        "img/used.png": "",
        "img/left.svg": "",
    }
    assert unused(tmp_path, files) == ["img/left.svg", "notes/deep/er/left.mp3", "notes/left.png"]


def test_what_a_field_of_an_adopted_note_shows_is_used(tmp_path: Path) -> None:
    write_notes(tmp_path, "# A\n\n![a](media/a.png)\n", "notes/a.md")
    for name in ("a.png", "b.png", "c.png"):
        write_notes(tmp_path, "", f"notes/media/{name}")
    shown = (("hidden.png", "notes/media/b.png"),)
    note = adopted.Adopted("guid", 1, ('<img src="hidden.png">',), (), (0,), media=shown)
    card = TemplateRow("Card 1", "{{Front}}", "", 1)
    kind = NoteTypeRow("City", False, (FieldRow("Front", 1),), (card,), "", 1)
    register = adopted.Register({"guid": note}, {1: kind})
    (tmp_path / adopted.FILE).write_bytes(adopted.dump(register))
    assert unused(tmp_path, {}) == ["notes/media/c.png"]


@pytest.mark.parametrize(
    ("size", "limit", "said"),
    [
        (1000, 1000, []),
        (3 * 1024 * 1024, None, []),
        (
            11 * 1024 * 1024,
            None,
            [(3, '"p.png" has 11 MB, and the limit is 10 MB')],
        ),
        (2 * 1024 * 1024, 1024 * 512, [(3, '"p.png" has 2 MB, and the limit is 0.5 MB')]),
    ],
)
def test_size(tmp_path: Path, size: int, limit: int | None, said: list[tuple[int, str]]) -> None:
    write_notes(tmp_path, "# A\n\n![p](p.png) and again ![p](p.png)\n\n![p](./p.png)\n")
    (tmp_path / "p.png").touch()
    os.truncate(tmp_path / "p.png", size)
    corpus = read_notes(tmp_path)
    if limit:
        corpus = replace(corpus, max_media_bytes=limit)
    assert [(each.span.line, each.message) for each in findings("M104", corpus)] == said


def test_limit_is_read_from_the_settings(tmp_path: Path) -> None:
    (tmp_path / "factdeck.toml").write_text("[lint]\nmax-media-bytes = 5\n")
    write_notes(tmp_path, "![p](p.png)\n")
    write_notes(tmp_path, "123456", "p.png")
    assert [each.code for each in findings("M104", read_notes(tmp_path))] == ["M104"]
