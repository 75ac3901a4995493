"""What an Anki collection of schema 11 holds beside notes and cards; genanki lends its form."""

# genanki takes 200 ms to import, so it is imported only where a package is written; and it
# comes without types

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from html import escape
from typing import Any

from factdeck.formats.deck import NoteTypeRow
from factdeck.model import NoteKind
from factdeck.package import Package
from factdeck.package.notetypes import MODIFIED, NOTE_TYPES, NoteType, Template, css

_FIRST_DECK_ID, _END_OF_DECK_IDS = 10**12, 2**53  # beyond Anki's own 0 and 1, exact in a float
_LATEX_BEFORE = (
    "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n"
    "\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n"
    "\\setlength{\\parindent}{0in}\n\\begin{document}\n"
)
_FOLDED_FIELDS = ("Key", "Reserve1", "Reserve2", "Reserve3")
_KEY_HELP = "Permanent: later versions of the deck find this note by it."
_PLACE_IN_URL = re.compile(r"(/-)?(/(blob|tree|src|raw))?/?[^/{]*\{.*")


def schema() -> tuple[str, str]:
    """The statements that create the tables, and those that create the indexes."""
    from genanki.apkg_schema import APKG_SCHEMA  # type: ignore[import-untyped]

    tables, create, indexes = APKG_SCHEMA.partition("CREATE INDEX")
    return tables, create + indexes


def head(package: Package) -> tuple[Any, ...]:
    """The one row of the table ``col``: genanki's, with our decks and note types."""
    from genanki.apkg_col import APKG_COL  # type: ignore[import-untyped]

    tables, _ = schema()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(tables + APKG_COL)
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM col").fetchone())
    row["decks"] = _json({**json.loads(row["decks"]), **_decks(package)})
    row["models"] = _json(_note_types(package))
    return tuple(row.values())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


# --- decks -------------------------------------------------------------------------------


def deck_id(name: str) -> int:
    """The id of a deck inside a package; Anki itself knows decks by name."""
    digest = int.from_bytes(hashlib.sha256(name.encode()).digest())
    return _FIRST_DECK_ID + digest % (_END_OF_DECK_IDS - _FIRST_DECK_ID)


def _decks(package: Package) -> dict[str, Any]:
    """The decks of a package and those above them."""
    from genanki import Deck  # type: ignore[import-untyped]

    parts = [name.split("::") for name in (package.name, *package.decks)]
    names = {"::".join(part[:depth]) for part in parts for depth in range(1, len(part) + 1)}
    about = {package.name: description(package)}
    decks = (Deck(deck_id(name), name, about.get(name, "")) for name in names)
    return {str(deck.deck_id): deck.to_json() for deck in decks}


def description(package: Package) -> str:
    """What Anki shows under the name of the deck, as HTML: about, version, date, source."""
    newest = max((identified.modified for identified in package.notes), default=0)
    date = datetime.fromtimestamp(newest, UTC).date().isoformat()
    lines = [escape(line) for line in package.description.splitlines()]
    lines.append(f"Version {escape(package.version)}, {date}")
    if home := escape(_PLACE_IN_URL.sub("", package.source_url)):
        lines.append(f'<a href="{home}">{home}</a>')
    return "<br>".join(lines)


# --- note types --------------------------------------------------------------------------


def _note_types(package: Package) -> dict[str, Any]:
    """The note types that notes are shipped in."""
    own = {NOTE_TYPES[each.note.kind] for each in package.notes if not each.foreign}
    used = {each.foreign.note_type for each in package.notes if each.foreign}
    foreign = {str(number): _foreign(number, package.foreign[number]) for number in used}
    return {**foreign, **{str(kind.id): note_type(kind) for kind in own}}


def note_type(kind: NoteType) -> dict[str, Any]:
    """A note type as it stands in a collection."""
    from genanki import Model

    is_cloze = kind.kind is NoteKind.CLOZE
    model = Model(
        kind.id,
        kind.name,
        fields=list(map(_field, kind.field_ids, kind.fields)),
        templates=list(map(_template, kind.templates)),
        css=css(),
        model_type=Model.CLOZE if is_cloze else Model.FRONT_BACK,
    )
    value: dict[str, Any] = model.to_json(MODIFIED, deck_id=None)
    if is_cloze:  # genanki cannot read {{cloze:Text}} and would ask for every field
        value["req"] = [[0, "any", [0]]]
    return value


def _field(number: int, name: str) -> dict[str, Any]:
    folded = {"collapsed": True} if name in _FOLDED_FIELDS else {}
    help_text = {"description": _KEY_HELP} if name == "Key" else {}
    return {"id": number, "name": name, **folded, **help_text}


def _template(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "name": template.name,
        "qfmt": template.question,
        "afmt": template.answer,
    }


def _foreign(number: int, kind: NoteTypeRow) -> dict[str, Any]:
    """A note type of another deck, as it was there.

    ``req``, the fields that each card needs, is only for clients too old to find out.
    """
    names = [each.name for each in kind.fields]
    fields = [each._asdict() for each in kind.fields]
    templates = [
        {"id": each.id, "name": each.name, "qfmt": each.question, "afmt": each.answer}
        for each in kind.templates
    ]
    needed = [
        [ord_, "any", [at for at, name in enumerate(names) if name in each.question] or [0]]
        for ord_, each in enumerate(kind.templates)
    ]
    return {
        **_FOREIGN,
        "id": number,
        "name": kind.name,
        "type": int(kind.is_cloze),
        "mod": kind.modified,
        "flds": [{**_FIELD, **_known(each), "ord": at} for at, each in enumerate(fields)],
        "tmpls": [{**_TEMPLATE, **_known(each), "ord": at} for at, each in enumerate(templates)],
        "css": kind.css,
        "req": needed,
    }


def _known(value: dict[str, Any]) -> dict[str, Any]:
    """What an old deck does not say, as the ids of fields, is not there."""
    return {key: each for key, each in value.items() if each is not None}


_FIELD = {"font": "Arial", "size": 20, "rtl": False, "sticky": False, "media": []}
_TEMPLATE = {"bqfmt": "", "bafmt": "", "did": None}
_FOREIGN: dict[str, Any] = {
    "did": None,
    "latexPre": _LATEX_BEFORE,
    "latexPost": "\\end{document}",
    "sortf": 0,
    "tags": [],
    "usn": -1,
    "vers": [],
}
