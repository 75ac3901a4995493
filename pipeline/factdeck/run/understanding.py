"""Notes of another deck, written so that a build reads each of them as the card that it was."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factdeck import cards, facts, sources
from factdeck.cards.media import FindMedia
from factdeck.config import Config, DeckSettings
from factdeck.model import Fact, Note, NoteKind, Source
from factdeck.parse import parse
from factdeck.release.adopting.converter import Way
from factdeck.release.adopting.markdown import shown_name
from factdeck.release.adopting.notes import Card, File, files
from factdeck.release.adopting.roles import Adoptee, LeftOut, left_out_of

_MISUNDERSTOOD = "factdeck does not read it as one card, however it is written"


@dataclass(frozen=True, slots=True)
class Understood:
    """Files that say notes of another deck, and the note of ours that each card gave."""

    files: tuple[File, ...]
    sources: tuple[Source, ...]
    notes: Mapping[int, Note]
    left_out: tuple[LeftOut, ...]


def understand(
    adoptees: Sequence[Adoptee],
    media: Mapping[str, str],
    find: FindMedia,
    config: Config,
    settings: DeckSettings,
    out: Path,
) -> Understood:
    """Write the notes, read them as a build does, and write anew what was misunderstood.

    ``media`` are the names of files that cards can show, by their names in Anki.
    """
    least: dict[int, Way] = {}
    left_out: list[LeftOut] = []
    while adoptees:
        written = files(adoptees, media, least)
        read = [_read(config, out, file) for file in written]
        made = cards.make([fact for _, each in read for fact in each], settings, find)
        notes = _paired(written, [source for source, _ in read], made.notes)
        failed = [
            card for file in written for card in file.cards if card.adoptee.note.id not in notes
        ]
        if not failed:
            sources_ = tuple(source for source, _ in read)
            return Understood(written, sources_, notes, tuple(left_out))
        hopeless = {c.adoptee.note.id for c in failed if least.get(c.adoptee.note.id) is Way.PLAIN}
        left_out += (
            left_out_of(each, _MISUNDERSTOOD) for each in adoptees if each.note.id in hopeless
        )
        adoptees = [each for each in adoptees if each.note.id not in hopeless]
        for card in failed:
            number = card.adoptee.note.id
            least[number] = Way(min(Way.PLAIN, least.get(number, Way.MARKS) + 1))
    return Understood((), (), {}, tuple(left_out))


def _read(config: Config, out: Path, file: File) -> tuple[Source, Sequence[Fact]]:
    found = sources.named(config, os.path.normpath(out.resolve() / file.name))
    source = sources.read(found, config.max_bytes, file.text.encode())
    return source, facts.read(parse(source)).facts


def _paired(
    written: Sequence[File], read: Sequence[Source], made: Sequence[Note]
) -> dict[int, Note]:
    """The note that each card gave, by the id of what it was, when it is one and says the same."""
    on_line: dict[tuple[str, int], list[Note]] = {}
    for note in made:
        on_line.setdefault((note.span.path, note.span.line), []).append(note)
    pairs = {}
    for file, source in zip(written, read, strict=True):
        for card in file.cards:
            lines = range(card.line, card.end_line + 1)
            gave = [note for line in lines for note in on_line.get((source.path, line), [])]
            if len(gave) == 1 and _says(gave[0], card):
                pairs[card.adoptee.note.id] = gave[0]
    return pairs


def _says(note: Note, card: Card) -> bool:
    """Whether the note is the card: a short question may have its subject before it."""
    shown = [side.html for side in card.sides]
    sides = [_unnamed(side, note) for side in (note.front, note.back)][: len(shown)]
    same_cards = note.kind is not NoteKind.CLOZE or note.ordinals == card.adoptee.ordinals
    return (
        note.kind is card.adoptee.kind
        and same_cards
        and sides[0].endswith(shown[0])
        and sides[1:] == shown[1:]
    )


def _unnamed(html: str, note: Note) -> str:
    """The side with media under the names of their files, without hashes."""
    for media in note.media:
        html = html.replace(media.name, shown_name(Path(media.file).name))
    return html
