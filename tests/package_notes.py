"""Notes to package, as short as a test wants them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from factdeck.model import IdentifiedNote, Media, Note, NoteKind, Span
from factdeck.package import Package
from factdeck.package.identity import identify
from factdeck.package.lock import Lock

DECK = "Tests::Deck"
SLUG = "tests"
ORDINALS = {NoteKind.BASIC: (0,), NoteKind.REVERSED: (0, 1), NoteKind.CLOZE: (0,)}


def note(
    front: str = "question",
    back: str = "answer",
    kind: NoteKind = NoteKind.BASIC,
    *,
    key: str = "",
    context: str = "",
    source: str = "notes.md",
    deck: str = DECK,
    ordinals: tuple[int, ...] | None = None,
    line: int = 1,
    tags: tuple[str, ...] = (),
    media: tuple[Media, ...] = (),
) -> Note:
    """A note of one card kind; its key is made of its front unless given."""
    return Note(
        key=key or f"notes.md › {front}",
        kind=kind,
        front=front,
        back=back,
        context=context,
        source=source,
        deck=deck,
        ordinals=ORDINALS[kind] if ordinals is None else ordinals,
        span=Span("notes.md", line),
        tags=tags,
        media=media,
    )


def media_file(folder: Path, name: str, content: bytes) -> Media:
    """A file in ``folder`` as the medium that it becomes."""
    file = folder / name
    file.write_bytes(content)
    return Media(name, str(file), hashlib.sha256(content).hexdigest())


def package(notes: Iterable[Note], version: str = "0.0.0-dev", time: int = 1000) -> Package:
    """A package of new notes, all of one time."""
    identified = identify(notes, Lock(), SLUG, lambda _: time)
    return package_of(identified.notes, version)


def package_of(notes: Sequence[IdentifiedNote], version: str = "0.0.0-dev") -> Package:
    """A package of notes that are identified already."""
    return Package(SLUG, DECK, version, tuple(notes))
