"""Notes through their versions: what keeps its history, from the source to the shipped note."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdeck import cards
from factdeck.config import DeckSettings
from factdeck.package.identity import Identified, identify
from factdeck.package.lock import Lock
from making import facts

FOLDER = Path(__file__).parent / "identity"
HISTORIES = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
SETTINGS = DeckSettings("Deck", "deck", ("notes",))


def build(text: str, lock: Lock) -> Identified:
    deck = cards.make(facts(text, "notes/n.md"), SETTINGS, lambda _, __: None)
    return identify(deck.notes, lock, "deck", lambda _: 1000)


@pytest.mark.parametrize("history", HISTORIES, ids=lambda path: path.stem)
def test_history(history: Path) -> None:
    *versions, expected = history.read_text("utf-8").split("=====\n")
    lock, built = Lock(), None
    for text in versions:
        known = {entry.guid for entry in lock.entries}
        built = build(text, lock)
        lock = built.lock
    assert built
    guids = {each.guid for each in built.notes}
    became = {
        "kept": len(guids & known),
        "new": len(guids - known),
        "gone": len(built.retired),
        "unsure": len(built.unsure),
    }
    told = ", ".join(f"{name} {number}" for name, number in became.items())
    assert f"{told}\n" == expected


def test_there_are_histories() -> None:
    assert len(HISTORIES) > 5
