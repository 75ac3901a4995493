"""Notes of another deck → files of ours: one for each deck of Anki, in the order of the deck."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from factdeck.config import slugify
from factdeck.model import NoteKind
from factdeck.release.adopting.converter import Way
from factdeck.release.adopting.markdown import Written, write
from factdeck.release.adopting.roles import Adoptee

_LONGEST_NAME = 80
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""Names that Windows keeps for itself."""


@dataclass(frozen=True, slots=True)
class Card:
    """A note as it stands in a file, from ``line`` to ``end_line``; its sides as written."""

    adoptee: Adoptee
    sides: tuple[Written, ...]
    line: int
    end_line: int

    @property
    def exact(self) -> bool:
        """Whether nothing of its sides is lost in the notes."""
        return all(side.exact for side in self.sides)


@dataclass(frozen=True, slots=True)
class File:
    """A file of notes; ``tags`` are those that all of its notes have."""

    name: str
    text: str
    cards: tuple[Card, ...]
    tags: tuple[str, ...]


def files(
    adoptees: Sequence[Adoptee], media: Mapping[str, str], least: Mapping[int, Way]
) -> tuple[File, ...]:
    """The files that say the notes.

    ``media`` are the names of files by their names in Anki; ``least`` tells by the id of a note
    in which way it is written at least, when a nicer one was misunderstood.
    """
    decks: dict[str, list[Adoptee]] = {}
    for adoptee in adoptees:
        decks.setdefault(adoptee.deck, []).append(adoptee)
    names = file_names(decks)
    return tuple(_file(names[deck], deck, mine, media, least) for deck, mine in decks.items())


def file_names(decks: Iterable[str]) -> dict[str, str]:
    """A name for the file of each deck, safe on every system."""
    names: dict[str, str] = {}
    for deck in decks:
        slug = slugify(deck)[:_LONGEST_NAME].strip("-")
        slug = f"deck-{slug}" if slug in _DEVICES else slug
        number, name = 1, f"{slug}.md"
        while name in names.values():
            number += 1
            name = f"{slug}-{number}.md"
        names[deck] = name
    return names


def media_names(names: Iterable[str]) -> dict[str, str]:
    """For the name of each file in Anki one that is a plain name on every system."""
    safe: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = "".join(
            "-" if char in '<>:"/\\|?*#[]()' or ord(char) < 32 else char for char in name
        )
        path = PurePosixPath(plain.strip(" .") or "media")
        stem = f"{path.stem}-" if path.stem.lower() in _DEVICES else path.stem
        number, file = 1, f"{stem}{path.suffix}"
        while file.casefold() in taken:
            number += 1
            file = f"{stem}-{number}{path.suffix}"
        taken.add(file.casefold())
        safe[name] = file
    return safe


def _file(
    name: str,
    deck: str,
    adoptees: Sequence[Adoptee],
    media: Mapping[str, str],
    least: Mapping[int, Way],
) -> File:
    shared = set.intersection(*(set(adoptee.note.tags) for adoptee in adoptees))
    tags = tuple(sorted(tag for tag in shared if not tag.startswith("#")))
    lines = _head(deck, tags)
    cards = []
    for adoptee in adoptees:
        written = _sides(adoptee, media, least.get(adoptee.note.id, Way.MARKS))
        block = _block(adoptee.kind, [side.markdown for side in written]).split("\n")
        cards.append(Card(adoptee, written, len(lines) + 1, len(lines) + len(block)))
        lines += [*block, ""]
    return File(name, "\n".join(lines), tuple(cards), tags)


def _head(deck: str, tags: Sequence[str]) -> list[str]:
    """The front matter, and the deck as a heading; a text of JSON is one of YAML."""
    listed = [f"tags: {json.dumps(tags, ensure_ascii=False)}"] if tags else []
    name = json.dumps(deck, ensure_ascii=False)
    return ["---", f"deck: {name}", *listed, "---", "", f"# {_title(deck)}", ""]


def _title(deck: str) -> str:
    return " ".join(deck.split("::")[-1].split()).strip("#").strip() or "Deck"


def _sides(adoptee: Adoptee, media: Mapping[str, str], least: Way) -> tuple[Written, ...]:
    fields = [adoptee.note.fields[at] for at in adoptee.sides]
    if adoptee.kind is NoteKind.CLOZE:
        return (write(fields[0], media, is_cloze=True, least=least),)
    front = write(fields[0], media, least=least)
    back = write(fields[1], media, blocks=True, least=least)
    if "\n" in back.markdown and (adoptee.kind is NoteKind.REVERSED or least is not Way.MARKS):
        back = write(fields[1], media, least=least)
    return front, back


def _block(kind: NoteKind, sides: Sequence[str]) -> str:
    """The lines of a card: a cloze, a callout when the answer has several blocks, or two sides."""
    if kind is NoteKind.CLOZE:
        return sides[0]
    front, back = sides
    if "\n" in back:
        return f"> [!question] {front}\n" + "\n".join(
            f"> {line}".rstrip() for line in back.split("\n")
        )
    if kind is NoteKind.REVERSED:
        return f"{front}\n??\n{back}"
    return f"Q: {front}\nA: {back}"
