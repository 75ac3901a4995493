"""What is wrong with a deck of another program, as it is: every note stands for a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from factdeck import cards, facts
from factdeck.cards.media import SUFFIXES, safe_name
from factdeck.config import Config, DeckSettings
from factdeck.corpus import Corpus, File
from factdeck.formats import foreign
from factdeck.formats.deck import Contents, NoteRow
from factdeck.lint import lint as run_rules
from factdeck.model import Finding, IdentifiedNote, Media, Note, NoteKind, Source, Span
from factdeck.package import Package
from factdeck.parse import parse
from factdeck.release.adopting import notes
from factdeck.release.adopting.converter import references
from factdeck.release.adopting.roles import Adoptee, roles
from factdeck.run.linting import Linted
from factdeck.run.notes import dictionaries
from factdeck.run.understanding import Understood, understand

_NOT_OF_DECKS = ("E", "M", "S", "P107")
"""Rules about files of notes, and about names of media: those in a deck come from Anki itself."""


def lint(config: Config, deck: Path, shown: str) -> Linted:
    """What the rules say about the notes of a package; ``shown`` is how places name it.

    A place is ``deck.apkg:note GUID``, with the lines of the note as it would be written.
    """
    contents = foreign.read(deck)
    adoptees, _ = roles(contents)
    understood = _understood(config, deck, contents, adoptees)
    read = [_read(source) for source in understood.sources]
    places = _Places(shown, understood)
    made = cards.make([fact for file in read for fact in file.facts], _settings(shown), _find)
    settings = replace(config.lint, ignore=(*config.lint.ignore, *_NOT_OF_DECKS))
    words, names = frozenset(config.lint.words), frozenset(config.lint.names)
    corpus = Corpus(tuple(read), words, names=names, dictionaries=dictionaries(config))
    as_it_is = _package(contents, adoptees, shown)
    found = run_rules([*read, corpus, made, as_it_is], settings, whole=True)
    return Linted(tuple(map(places.moved, found)), Corpus(tuple(places.files(contents))))


def _settings(shown: str) -> DeckSettings:
    return DeckSettings(shown, "deck")


def _understood(
    config: Config, deck: Path, contents: Contents, adoptees: Sequence[Adoptee]
) -> Understood:
    names = notes.media_names(name for name, _ in contents.media)
    known = {name: file for name, file in names.items() if Path(file).suffix.lower() in SUFFIXES}
    out = config.root / deck.name
    return understand(adoptees, known, _find, config, _settings(deck.name), out)


def _find(_: str, path: str) -> Media | None:
    """Any file: what is missing, a rule says of the package."""
    return Media(safe_name(Path(path).name, ""), path, "")


def _read(source: Source) -> File:
    document = parse(source)
    reading = facts.read(document)
    return File(source, document, reading.facts, uses=reading.lines)


# --- the package as it is ----------------------------------------------------------------


def _package(contents: Contents, adoptees: Sequence[Adoptee], shown: str) -> Package:
    roles_of = {adoptee.note.id: adoptee for adoptee in adoptees}
    there = {name for name, _ in contents.media}
    return Package(
        "deck",
        shown,
        "",
        tuple(
            _as_it_is(row, roles_of.get(row.id), contents, there, shown) for row in contents.notes
        ),
    )


def _as_it_is(
    row: NoteRow, role: Adoptee | None, contents: Contents, there: set[str], shown: str
) -> IdentifiedNote:
    """The fields as they are; a note without a role is looked at by its first two."""
    kind = role.kind if role else _kind(row, contents)
    sides = [row.fields[at] for at in role.sides] if role else list(row.fields[:2])
    front, back = (*sides, "", "")[:2]
    used = sorted(references(f"{front}\n{back}") & there)
    note = Note(
        key=front if len(front) < 80 else row.guid,
        kind=kind,
        front=front,
        back=back,
        context="",
        source="",
        deck=role.deck if role else "Default",
        ordinals=_ordinals(row, role, contents),
        span=Span(_place(shown, row.guid), 1),
        tags=row.tags,
        media=tuple(Media(name, name, "") for name in used),
    )
    return IdentifiedNote(row.guid, row.modified, note)


def _kind(row: NoteRow, contents: Contents) -> NoteKind:
    kind = contents.note_types.get(row.note_type)
    return NoteKind.CLOZE if kind and kind.is_cloze else NoteKind.BASIC


def _ordinals(row: NoteRow, role: Adoptee | None, contents: Contents) -> tuple[int, ...]:
    if role:
        return role.ordinals
    return tuple(sorted({card.ordinal for card in contents.cards if card.note == row.id}))


# --- places ------------------------------------------------------------------------------


def _place(shown: str, guid: str) -> str:
    return f"{shown}:note {guid.replace('/', '%2F')}"


class _Places:
    """From the lines of files that nobody sees to notes and their own lines."""

    def __init__(self, shown: str, understood: Understood) -> None:
        self._shown = shown
        self._cards: dict[tuple[str, int], notes.Card] = {}
        self._texts: dict[str, str] = {}
        pairs: Iterable[tuple[notes.File, Source]] = zip(
            understood.files, understood.sources, strict=True
        )
        for file, source in pairs:
            lines = source.lines
            for card in file.cards:
                text = "\n".join(lines[card.line - 1 : card.end_line])
                self._texts[_place(shown, card.adoptee.note.guid)] = text
                for line in range(card.line, card.end_line + 1):
                    self._cards[source.path, line] = card

    def moved(self, finding: Finding) -> Finding:
        """The finding at the note that it speaks of; a fix of a package there is none."""
        related = tuple(replace(each, span=self._span(each.span)) for each in finding.related)
        return replace(finding, span=self._span(finding.span), related=related, fix=None)

    def files(self, contents: Contents) -> Iterator[File]:
        """A source for each note: its text as it would be written."""
        for row in contents.notes:
            place = _place(self._shown, row.guid)
            yield File(Source(place, place, place, self._texts.get(place, "")))

    def _span(self, span: Span) -> Span:
        card = self._cards.get((span.path, span.line))
        if card is None:
            return span
        up = card.line - 1
        path = _place(self._shown, card.adoptee.note.guid)
        return replace(span, path=path, line=span.line - up, end_line=span.end_line - up)
