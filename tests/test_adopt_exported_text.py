"""Text that a build exported is imported as the notes that it was made of."""

from __future__ import annotations

from pathlib import Path

from commands import Run
from factdeck.formats import apkg
from releasing import done, folder, write

__all__ = ["folder"]  # fixtures

TEXT = """\
# Net

Q: Which port does SSH use?
A: 22

DNS ::: names to addresses

Ports below {{c1::1024}} are reserved.
"""


def test_exported_text_comes_back(folder: Path, run: Run) -> None:
    write(folder, {"notes/storage.md": TEXT})
    done(run("build", "--export", "csv"))
    (text,), (package,) = folder.glob("dist/*.csv"), folder.glob("dist/*.apkg")
    shipped = apkg.read(package)
    for file in ("notes/storage.md", "factdeck.lock"):
        (folder / file).unlink()
    code, _, err = run("import", str(text))
    assert (code, "left out" in err) == (0, False)
    done(run("build", "--out", "again"))
    again = apkg.read(next(folder.glob("again/*.apkg")))
    sides = [{note.guid: note.fields[:2] for note in each.notes} for each in (shipped, again)]
    assert sides[0] == sides[1]
    assert len(again.cards) == len(shipped.cards)
