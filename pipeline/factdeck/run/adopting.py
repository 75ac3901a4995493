"""A deck of another program → notes, media, and a lock that keeps its GUIDs."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factdeck.cards.media import SUFFIXES, FindMedia, read_media
from factdeck.config import Config, DeckSettings, slugify
from factdeck.errors import UserError
from factdeck.formats import foreign
from factdeck.formats.deck import Contents, NoteRow
from factdeck.formats.staging import staging
from factdeck.model import Note
from factdeck.package import adopted, identity
from factdeck.package import lock as locks
from factdeck.package.adopted import Adopted, Register, side
from factdeck.package.decks import continued
from factdeck.package.lock import Entry, Lock
from factdeck.package.notetypes import NOTE_TYPES
from factdeck.release.adopting.converter import FOLDER, references
from factdeck.release.adopting.notes import Card, media_names
from factdeck.release.adopting.roles import Adoptee, LeftOut, apart, common_deck, left_out_of, roles
from factdeck.run.understanding import Understood, understand
from factdeck.sources.globs import fixed_part

_OURS = frozenset(kind.id for kind in NOTE_TYPES.values())
OF_TEMPLATES = "_"
"""Begins the names of media that templates show; Anki keeps these whatever notes show."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """What an import wrote: ``files`` are the notes, the first of them by its path.

    ``simplified`` are the questions of notes that look simpler in the notes than they did,
    ``apart`` counts the notes with cards in several decks, ``unused`` the media that no note
    shows. ``without_types``: the deck says nothing of its note types.
    """

    files: tuple[Path, ...]
    notes: int
    cards: int
    media: int
    left_out: tuple[LeftOut, ...]
    simplified: tuple[LeftOut, ...]
    apart: int
    unused: int
    without_types: bool


def adopt(config: Config, deck: Path, out: Path) -> Adoption:
    """Write the notes of ``deck`` to the folder ``out``, and bring the lock up to date.

    Raises UserError, and writes nothing, when the deck cannot be read, a file would be
    overwritten, or no build would read the notes.
    """
    _refuse_unread(config, out)
    lock = locks.read(config.root / locks.FILE)
    register = adopted.read(config.root / adopted.FILE)
    contents = foreign.read(deck)
    adoptees, left_out = roles(contents)
    if not adoptees:
        raise _nothing(deck, left_out)
    _refuse_known(adoptees, lock, deck)
    settings = _settings(config, lock, common_deck([each.deck for each in adoptees]), out)
    with tempfile.TemporaryDirectory() as folder:
        media = _extract(deck, contents, adoptees, Path(folder))
        shown = {n: file for n, file in media.items() if file.suffix.lower() in SUFFIXES}
        names = {name: file.name for name, file in shown.items()}
        find = _finder(shown.values())
        understood = understand(adoptees, names, find, config, settings, out)
        left_out = (*left_out, *understood.left_out)
        if not understood.notes:
            raise _nothing(deck, left_out)
        entries = _entries(understood, settings.slug, contents)
        base = os.path.relpath(out.resolve(), config.root).replace(os.sep, "/")
        paths = {name: f"{base}/{FOLDER}/{file.name}" for name, file in media.items()}
        register = _register(register, understood, entries, contents, paths)
        state = {config.root / locks.FILE: locks.dump(_with(lock, entries.values()))}
        if register.notes:
            state[config.root / adopted.FILE] = adopted.dump(register)
        texts = {out / file.name: file.text for file in understood.files}
        _write(texts, {out / FOLDER / file.name: file for file in media.values()}, state)
    return _told(understood, left_out, contents, tuple(texts), len(media))


def _with(lock: Lock, entries: Iterable[Entry]) -> Lock:
    return locks.make((*lock.entries, *entries), lock.releases)


def _told(
    understood: Understood,
    left_out: tuple[LeftOut, ...],
    contents: Contents,
    written: tuple[Path, ...],
    media: int,
) -> Adoption:
    cards_ = [card for file in understood.files for card in file.cards]
    return Adoption(
        files=written,
        notes=len(understood.notes),
        cards=sum(len(card.adoptee.ordinals) for card in cards_),
        media=media,
        left_out=left_out,
        simplified=tuple(left_out_of(c.adoptee, "") for c in cards_ if not c.exact),
        apart=apart(contents),
        unused=len(contents.media) - media,
        without_types=not all(kind.templates for kind in contents.note_types.values()),
    )


def _nothing(deck: Path, left_out: Sequence[LeftOut]) -> UserError:
    why = f" The first: {left_out[0].why} ({left_out[0].asks})." if left_out else ""
    return UserError(f"{deck} holds {len(left_out)} notes, and none of them can be adopted.{why}")


# --- before anything is written ----------------------------------------------------------


def _refuse_unread(config: Config, out: Path) -> None:
    """Raise UserError when no build would read notes in ``out``."""
    folder = out.resolve()
    tops = [(config.root / fixed_part(notes)).resolve() for notes in config.notes]
    if not any(folder.is_relative_to(top) for top in tops):
        listed = ", ".join(config.notes)
        raise UserError(
            f"The notes of this project are in {listed}, and a build would not read {out}. Write "
            f"to a folder there (-o {config.notes[0]}), or name {out} as notes in factdeck.toml."
        )


def _refuse_known(adoptees: Sequence[Adoptee], lock: Lock, deck: Path) -> None:
    known = {entry.guid for entry in lock.entries}
    twice = [each for each in adoptees if each.note.guid in known]
    if twice:
        raise UserError(
            f"{locks.FILE} knows {len(twice)} of the notes of {deck} already (the first has the "
            f"GUID {twice[0].note.guid}): the deck was imported or built here before. Edit the "
            "notes instead."
        )


def _settings(config: Config, lock: Lock, name: str, out: Path) -> DeckSettings:
    """The deck that notes in ``out`` belong to; where nobody named one, it gets the name."""
    folder = out.resolve()
    of_folder = [
        deck
        for deck in continued(config.decks, lock)
        if any(
            folder.is_relative_to((config.root / fixed_part(notes)).resolve())
            for notes in deck.notes
        )
    ]
    if not of_folder:
        raise UserError(f"No [[deck]] of the settings has the notes in {out}; add one.")
    deck = of_folder[0]
    if deck.unnamed and not lock.entries:
        return replace(deck, name=name, slug=slugify(name))
    return deck


# --- media -------------------------------------------------------------------------------


def _extract(
    deck: Path, contents: Contents, adoptees: Sequence[Adoptee], folder: Path
) -> dict[str, Path]:
    """The media files that notes or templates show, by their names in Anki."""
    shown = {name for each in adoptees for field in each.note.fields for name in references(field)}
    templates = "\n".join(_looks(contents))
    wanted = [
        (name, member)
        for name, member in contents.media
        if name in shown or (name[:1] == OF_TEMPLATES and name in templates)
    ]
    safe = media_names(name for name, _ in wanted)
    files = {name: folder / safe[name] for name, _ in wanted}
    for name, member in wanted:
        foreign.extract_media(deck, name, member, files[name])
    return files


def _looks(contents: Contents, note_type: int = 0) -> Iterable[str]:
    for number, kind in contents.note_types.items():
        if note_type and number != note_type:
            continue
        yield kind.css
        yield from (side for each in kind.templates for side in (each.question, each.answer))


def _finder(media: Iterable[Path]) -> FindMedia:
    """Finds what will lie beside the notes, as the cards find it then."""
    found = {f"{FOLDER}/{file.name}": read_media(file) for file in media}
    return lambda _, path: found.get(path)


# --- what is written ---------------------------------------------------------------------


def _entries(understood: Understood, slug: str, contents: Contents) -> dict[int, Entry]:
    """What the lock remembers of each note, by its id in the deck."""
    notes = understood.notes
    identified = identity.identify(tuple(notes.values()), Lock(), slug, lambda _: 0)
    of_guid = {entry.guid: entry for entry in identified.lock.entries}
    rows = {row.id: row for row in contents.notes}
    return {
        number: _entry(of_guid[each.guid], rows[number], contents)
        for number, each in zip(notes, identified.notes, strict=True)
    }


def _entry(entry: Entry, row: NoteRow, contents: Contents) -> Entry:
    return replace(
        entry,
        guid=row.guid or entry.guid,
        modified=row.modified,
        note_type=row.note_type if _is_foreign(row, contents) else 0,
    )


def _is_foreign(row: NoteRow, contents: Contents) -> bool:
    """Whether a note has a note type of which all is known, and that is none of ours."""
    return row.note_type not in _OURS and bool(contents.note_types[row.note_type].templates)


def _register(
    known: Register,
    understood: Understood,
    entries: Mapping[int, Entry],
    contents: Contents,
    paths: Mapping[str, str],
) -> Register:
    """``known`` with the notes that have a note type of the deck; ``paths`` are of its media."""
    notes, kinds = dict(known.notes), dict(known.note_types)
    for file in understood.files:
        for card in file.cards:
            row = card.adoptee.note
            guid = entries[row.id].guid
            tags = tuple(tag for tag in row.tags if tag not in file.tags)
            if not _is_foreign(row, contents):
                notes |= {guid: Adopted(guid, 0, (), (), (0,), tags)} if tags else {}
                continue
            of_type = _of_templates(contents, row.note_type) if row.note_type not in kinds else ()
            kinds[row.note_type] = contents.note_types[row.note_type]
            shown = {name for field in row.fields for name in references(field)}.union(of_type)
            notes[guid] = _adopted(card, understood.notes[row.id], tags, _some(paths, shown))
    return Register(notes, kinds)


def _adopted(card: Card, note: Note, tags: tuple[str, ...], media: Mapping[str, str]) -> Adopted:
    row = card.adoptee.note
    return Adopted(
        guid=row.guid,
        note_type=row.note_type,
        fields=row.fields,
        sides=tuple(map(side, card.adoptee.sides, (note.front, note.back))),
        ordinals=card.adoptee.ordinals,
        tags=tags,
        media=tuple(sorted(media.items())),
    )


def _some(paths: Mapping[str, str], names: Container[str]) -> dict[str, str]:
    return {name: path for name, path in paths.items() if name in names}


def _of_templates(contents: Contents, note_type: int) -> Iterable[str]:
    """The media that the templates of a note type show."""
    text = "\n".join(_looks(contents, note_type))
    return (name for name, _ in contents.media if name[:1] == OF_TEMPLATES and name in text)


def _write(
    texts: Mapping[Path, str], copies: Mapping[Path, Path], state: Mapping[Path, bytes]
) -> None:
    """Write notes, media and what is remembered; only the last may be there already."""
    there = [file for file in (*texts, *copies) if os.path.lexists(file)]
    if there:
        raise UserError(
            f"{there[0]} is there already, and an import overwrites nothing. Choose an empty "
            "folder, or move the file away."
        )
    with staging() as stage:
        for file, text in texts.items():
            stage(file).write_text(text, encoding="utf-8", newline="\n")
        for file, source in copies.items():
            shutil.copyfile(source, stage(file))
        for file, data in state.items():
            stage(file).write_bytes(data)
