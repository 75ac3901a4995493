"""factdeck diff: what an import would do, in words, Markdown and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import Run
from factdeck.schemas import flaw
from releasing import REWORDED, done, files, folder, write

__all__ = ["folder"]  # fixtures


def test_a_version_a_file_and_the_lock_say_the_same(folder: Path, run: Run) -> None:
    done(run("release"))
    write(folder, {"notes/storage.md": REWORDED})
    told = [done(run("diff", *of)) for of in ([], ["1.0.0"], ["v1.0.0"], ["dist/deck-1.0.0.apkg"])]
    assert {text.splitlines()[0] for text in told} == {"Deck: 1.0.0 → 1.0.0-dev: 1 updated"}
    assert all("- 5 TB" in text and "+ 50 TB" in text for text in told)


@pytest.mark.parametrize(
    ("against", "message"),
    [
        ("9.9.9", "No package of version 9.9.9 is in"),
        ("nowhere.apkg", "There is no package nowhere.apkg"),
        ("no.apkg", "cannot be read as an Anki package"),
        ("notes", "No package of version notes"),
    ],
)
def test_what_cannot_be_compared_is_told(
    folder: Path, run: Run, against: str, message: str
) -> None:
    (folder / "no.apkg").write_text("no package")
    code, out, err = run("diff", against)
    assert (code, out) == (2, "")
    assert message in err


@pytest.mark.parametrize("look", ["text", "markdown", "json"])
def test_each_format_tells_of_the_change(folder: Path, run: Run, look: str) -> None:
    done(run("release"))
    write(folder, {"notes/storage.md": REWORDED})
    for against in ([], ["1.0.0"]):
        text = done(run("diff", *against, "--output-format", look))
        assert "50 TB" in text
        assert look != "json" or flaw("diff", json.loads(text)) is None


def test_diff_writes_nothing(folder: Path, run: Run) -> None:
    before = files(folder)
    assert done(run("diff")).startswith("Deck: 0.0.0 → 0.0.0-dev: 3 new")
    assert files(folder) == before
