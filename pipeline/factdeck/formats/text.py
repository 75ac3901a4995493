"""Anki's text format: notes as lines of fields, below headers such as ``#separator:Tab``.

Headers say which column holds the GUID, note type, deck and tags of a note, and whether fields
are HTML; the other columns are fields in order. A note type has no more than its name there.
https://docs.ankiweb.net/importing/text-files.html
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from factdeck.errors import UserError
from factdeck.formats.deck import CardRow, Contents, DeckRow, FieldRow, NoteRow, NoteTypeRow

_HEADER = re.compile(r"#\s*([a-z][a-z ]*?)\s*:(.*)", re.I)
_NAMED = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_SEPARATORS = {**_NAMED, **{sign: sign for sign in _NAMED.values()}}
_GUESSED = ("\t", "|", ";", ":", ",", " ")  # in the order in which Anki tries them
_SPECIAL = ("guid", "notetype", "deck", "tags")
_DEFAULTS = {"notetype": "Basic", "deck": "Default", "guid": "", "tags": ""}
_LONGEST = 2**31 - 1
_QUOTED = re.compile(r'"[^"]*"')
_CLOZE = re.compile(r"\{\{c\d+::")


def read(file: Path) -> Contents:
    """The notes in ``file``; UserError when it cannot be read or holds none.

    Notes without a GUID column have an empty one.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{file} is not UTF-8 (byte {error.start}); save it as UTF-8.") from error
    headers, rows = _parts(text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return _contents(headers, list(_rows(headers, rows)))
    except (ValueError, csv.Error) as error:
        raise UserError(f"{file} cannot be read as text of Anki: {error}.") from error


def dump(contents: Contents) -> str:
    """The notes of ``contents`` as text that Anki imports over those with the same GUIDs.

    Note types stand there by their ids: Anki gives another name to one whose name is taken.
    """
    width = max((len(note.fields) for note in contents.notes), default=0)
    decks = {card.note: contents.decks[card.deck].name for card in reversed(contents.cards)}
    out = io.StringIO()
    out.write("#separator:Comma\n#html:true\n#guid column:1\n#notetype column:2\n")
    out.write(f"#deck column:3\n#tags column:{width + 4}\n")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for note in contents.notes:
        padding = [""] * (width - len(note.fields))
        tags = " ".join(note.tags)
        writer.writerow([note.guid, note.note_type, decks[note.id], *note.fields, *padding, tags])
    return out.getvalue()


# --- in ----------------------------------------------------------------------------------


def _parts(text: str) -> tuple[dict[str, str], str]:
    """The headers by name, and what stands below them."""
    headers: dict[str, str] = {}
    while text.startswith("#"):
        line, _, text = text.partition("\n")
        if header := _HEADER.fullmatch(line):
            headers[header[1].lower()] = header[2] if header[2].isspace() else header[2].strip()
    return headers, text


def _rows(headers: Mapping[str, str], text: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST)
    delimiter = _separator(headers, text)
    rows = csv.reader(_without_remarks(text), delimiter=delimiter, strict=True)
    return (row for row in rows if any(cell.strip() for cell in row))


def _without_remarks(text: str) -> Iterator[str]:
    """The lines, without those that begin with a number sign outside of quotes."""
    is_quoted = False
    for line in io.StringIO(text, newline="\n"):
        if is_quoted or not line.startswith("#"):
            is_quoted ^= line.count('"') % 2 == 1
            yield line


def _separator(headers: Mapping[str, str], text: str) -> str:
    if named := headers.get("separator"):
        if named.lower() not in _SEPARATORS:
            raise ValueError(f'its separator "{named}" is none that Anki knows')
        return _SEPARATORS[named.lower()]
    first = _QUOTED.sub("", text).lstrip("\n").partition("\n")[0]
    return next((sign for sign in _GUESSED if sign in first), "\t")


def _contents(headers: Mapping[str, str], rows: Sequence[list[str]]) -> Contents:
    if not rows:
        raise ValueError("it holds no note")
    columns = {name: _column(headers, name) for name in _SPECIAL}
    fields = [index for index in range(max(map(len, rows))) if index not in columns.values()]
    is_html = headers.get("html", "false").lower() == "true"
    given = {name: headers.get(name, _DEFAULTS[name]) for name in _SPECIAL}
    decks: dict[str, int] = {}
    kinds: dict[str, int] = {}
    notes, cards = [], []
    for number, row in enumerate(rows, start=1):
        said = {n: _cell(row, columns[n]) or given[n] for n in _SPECIAL if n != "tags"}
        tags = f"{given['tags']} {_cell(row, columns['tags'])}".split()
        texts = [_cell(row, index) for index in fields]
        kind = kinds.setdefault(said["notetype"], len(kinds) + 1)
        deck = decks.setdefault(said["deck"], len(decks) + 1)
        html_fields = tuple(text if is_html else _escaped(text) for text in texts)
        notes.append(NoteRow(number, said["guid"].strip(), kind, 0, tuple(tags), html_fields))
        cards.append(CardRow(number, number, deck, 0, number))
    return Contents(
        notes=tuple(notes),
        cards=tuple(cards),
        decks={number: DeckRow(name) for name, number in decks.items()},
        note_types={
            number: _note_type(name, number, notes, len(fields)) for name, number in kinds.items()
        },
    )


def _column(headers: Mapping[str, str], name: str) -> int:
    """The index of a column that a header names, -1 without one."""
    said = headers.get(f"{name} column", "0")
    if not (said.isascii() and said.isdigit()):
        raise ValueError(f'the header "{name} column" names no column: {said}')
    return int(said) - 1


def _cell(row: Sequence[str], index: int) -> str:
    return row[index] if 0 <= index < len(row) else ""


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _note_type(name: str, number: int, notes: Sequence[NoteRow], fields: int) -> NoteTypeRow:
    mine = [note.fields for note in notes if note.note_type == number]
    is_cloze = all(_CLOZE.search(each[0]) for each in mine if each)
    names = (FieldRow(f"field {index}") for index in range(1, fields + 1))
    return NoteTypeRow(name, is_cloze, tuple(names), ())
