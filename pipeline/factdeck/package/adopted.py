"""factdeck.adopted.jsonl: notes that came with the note types of another deck.

Anki knows a note type by its id and refuses a note that comes with another one, so an adopted
note is shipped for ever in the type that learners have it with. The file is written when a deck
is adopted, and no build changes it. One JSON value a line: the format, then the note types,
then the notes, sorted by GUID; ``schema/adopted.schema.json`` says what stands in them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from factdeck.errors import UserError
from factdeck.formats.deck import FieldRow, NoteTypeRow, TemplateRow
from factdeck.formats.digest import sha256
from factdeck.model import Foreign, IdentifiedNote, Media, Note, NoteKind
from factdeck.package.lock import Lock
from factdeck.schemas import flaw, validate

FILE = "factdeck.adopted.jsonl"
FORMAT = 1
_FORMAT_KEY = "factdeck.adopted"
_SUBJECT = re.compile(r"<b>([^<]*)</b>: ")


@dataclass(frozen=True, slots=True)
class Side:
    """The ``field`` (its index) that a side of the note goes to, and the hash it had at first.

    As long as the side has that hash, the field is shipped as it was.
    """

    field: int
    hash: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """A note as it was: all fields of its ``note_type`` as HTML, and its cards.

    A ``note_type`` of 0 is one of ours: then it has no more than its tags here. ``sides`` are
    those that the notes say; fields that are none of them stay as they were. ``tags`` are those
    of the note alone; ``media`` are names with the paths of the files, relative to the folder
    of the lock.
    """

    guid: str
    note_type: int
    fields: tuple[str, ...]
    sides: tuple[Side, ...]
    ordinals: tuple[int, ...]
    tags: tuple[str, ...] = ()
    media: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """All adopted notes by GUID, and their note types by id."""

    notes: Mapping[str, Adopted] = field(default_factory=dict)
    note_types: Mapping[int, NoteTypeRow] = field(default_factory=dict)


def side(index: int, html: str) -> Side:
    """The side that says ``html`` in the field of that index."""
    return Side(index, _hash(html))


def _hash(html: str) -> str:
    return hashlib.sha256(html.encode()).hexdigest()[:32]


# --- shipping ----------------------------------------------------------------------------


def shipped(
    notes: Iterable[IdentifiedNote], register: Register, folder: Path
) -> tuple[IdentifiedNote, ...]:
    """``notes``, those that were adopted as learners have them; ``folder`` is that of the lock.

    Raises UserError when one of their media files is gone.
    """
    known = register.notes
    return tuple(
        _shipped(each, known[each.guid], folder) if each.guid in known else each for each in notes
    )


def refuse_lost(lock: Lock, register: Register) -> None:
    """Raise UserError when ``lock`` knows adopted notes that ``register`` does not hold.

    In a note type of ours they would be conflicts for all learners.
    """
    lost = [e for e in lock.entries if e.note_type and e.guid not in register.notes]
    if lost:
        raise UserError(
            f"{FILE} lacks {len(lost)} notes that were adopted with a note type of another deck, "
            f'among them "{lost[0].text}" ({lost[0].guid}). Take it from version control: it '
            "belongs beside factdeck.lock."
        )


def _shipped(identified: IdentifiedNote, adopted: Adopted, folder: Path) -> IdentifiedNote:
    tags = tuple(sorted({*identified.note.tags, *adopted.tags}))
    note = replace(identified.note, tags=tags)
    if not adopted.note_type:
        return replace(identified, note=note)
    fields = list(adopted.fields)
    for one, html in zip(adopted.sides, (note.front, note.back), strict=False):
        if _hash(html) != one.hash:
            fields[one.field] = _without_subject(html, note)
    text = "\n".join(fields)
    kept = (_media(name, folder / path) for name, path in adopted.media)
    media = (each for each in (*kept, *note.media) if each.name in text or each.name[0] == "_")
    foreign = Foreign(adopted.note_type, tuple(fields), tuple(sorted(set(media))))
    if note.kind is not NoteKind.CLOZE:
        note = replace(note, ordinals=adopted.ordinals)
    return replace(identified, note=note, foreign=foreign)


def _without_subject(html: str, note: Note) -> str:
    """A side without the heading that our cards put before a question that says only "it".

    The cards of the other deck never had one.
    """
    before = _SUBJECT.match(html)
    return html[before.end() :] if before and before[1] in note.key.split(" › ") else html


def _media(name: str, file: Path) -> Media:
    try:
        digest = sha256(file)
    except OSError as error:
        raise UserError(
            f"The media file {file}, which {FILE} names, cannot be read: "
            f"{error.strerror or error}. Take it from version control."
        ) from error
    return Media(name, str(file), digest)


# --- the file ----------------------------------------------------------------------------


def dump(register: Register) -> bytes:
    """The file that says ``register``."""
    values: list[dict[str, Any]] = [{_FORMAT_KEY: FORMAT}]
    values += (_type_line(*each) for each in sorted(register.note_types.items()))
    values += (_note_line(register.notes[guid]) for guid in sorted(register.notes))
    for value in values:
        validate("adopted", value)
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()


def _type_line(number: int, kind: NoteTypeRow) -> dict[str, Any]:
    line = {
        "note_type": number,
        "name": kind.name,
        "cloze": kind.is_cloze,
        "modified": kind.modified,
        "fields": [each._asdict() for each in kind.fields],
        "templates": [each._asdict() for each in kind.templates],
        "css": kind.css,
    }
    return {**line, "uuid": kind.uuid} if kind.uuid else line


def _note_line(adopted: Adopted) -> dict[str, Any]:
    return {
        "guid": adopted.guid,
        "of": adopted.note_type,
        "fields": list(adopted.fields),
        "sides": [{"field": each.field, "hash": each.hash} for each in adopted.sides],
        "ordinals": list(adopted.ordinals),
        "tags": list(adopted.tags),
        "media": dict(adopted.media),
    }


def read(file: Path) -> Register:
    """The register in ``file``, an empty one when there is no file.

    Raises UserError, with the line, for anything that :func:`dump` does not write.
    """
    try:
        lines = file.read_bytes().split(b"\n")
    except FileNotFoundError:
        return Register()
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror or error}.") from error
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    return _register(file, [(number, _value(file, number, line)) for number, line in numbered])


def _register(file: Path, values: Iterable[tuple[int, dict[str, Any]]]) -> Register:
    notes: dict[str, Adopted] = {}
    kinds = {value["note_type"]: _type(value) for _, value in values if "note_type" in value}
    for number, value in values:
        if "guid" in value:
            adopted = notes[value["guid"]] = _adopted(value)
            if adopted.note_type and not _fits(adopted, kinds.get(adopted.note_type)):
                raise _damaged(file, number, f"the note type {adopted.note_type} does not fit it")
    return Register(notes, kinds)


def _fits(adopted: Adopted, kind: NoteTypeRow | None) -> bool:
    is_whole = kind is not None and len(adopted.fields) == len(kind.fields)
    return is_whole and all(each.field < len(adopted.fields) for each in adopted.sides)


def _value(file: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _damaged(file, number, f"this is not JSON ({error})") from error
    if found := flaw("adopted", value):
        raise _damaged(file, number, found.message.removesuffix("."))
    return dict(value)


def _damaged(file: Path, line: int, what: str) -> UserError:
    return UserError(f"{file}:{line}: {what}. Take the file from version control.")


def _type(value: dict[str, Any]) -> NoteTypeRow:
    return NoteTypeRow(
        name=value["name"],
        is_cloze=value["cloze"],
        fields=tuple(FieldRow(**each) for each in value["fields"]),
        templates=tuple(TemplateRow(**each) for each in value["templates"]),
        css=value["css"],
        modified=value["modified"],
        uuid=value.get("uuid", ""),
    )


def _adopted(value: dict[str, Any]) -> Adopted:
    return Adopted(
        guid=value["guid"],
        note_type=value["of"],
        fields=tuple(value["fields"]),
        sides=tuple(Side(each["field"], each["hash"]) for each in value["sides"]),
        ordinals=tuple(value["ordinals"]),
        tags=tuple(value["tags"]),
        media=tuple(sorted(value["media"].items())),
    )
