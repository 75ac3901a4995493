"""The note types of our decks.

They are frozen: learners have them, and Anki takes a note type with another field, another
template or another order for a stranger and updates none of its notes. The ids of fields and
templates allow them to be renamed; a Reserve field can be renamed and used one day. Whoever
changes how a card looks raises ``MODIFIED``: Anki takes over only what is newer.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from factdeck.model import IdentifiedNote, NoteKind

MODIFIED = 1_795_240_800
"""When the note types last changed, in epoch seconds."""

_SHARED_FIELDS = ("Context", "Source", "Key", "Reserve1", "Reserve2", "Reserve3")
_CONTEXT = '{{#Context}}<div class="context">{{Context}}</div>{{/Context}}'
_SOURCE = '{{#Source}}<div class="source">{{Source}}</div>{{/Source}}'
_FRONT = '<div class="front">{{Front}}</div>'
_BACK = '<div class="back">{{Back}}</div>'
_TEXT = '<div class="text">{{cloze:Text}}</div>'
_EXTRA = '{{#Extra}}<hr id="answer"><div class="extra">{{Extra}}</div>{{/Extra}}'
_ASK_FRONT = "{{#Front}}" + _CONTEXT + _FRONT + "{{/Front}}"
_ASK_BACK = "{{#Back}}" + _CONTEXT + _BACK + "{{/Back}}"
_ANSWER = '{{FrontSide}}<hr id="answer">'


@dataclass(frozen=True, slots=True)
class Template:
    """How one card of a note looks: the HTML of its question and of its answer."""

    id: int
    name: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its fields, by name and by id, and its templates, in Anki's order."""

    kind: NoteKind
    id: int
    name: str
    fields: tuple[str, ...]
    field_ids: tuple[int, ...]
    templates: tuple[Template, ...]


_BASIC = NoteType(
    NoteKind.BASIC,
    1_795_219_200_101,
    "factdeck Basic",
    ("Front", "Back", *_SHARED_FIELDS),
    (
        *(5_744_967_935_758_329, 3_530_337_782_927_725, 8_109_649_840_554_660),
        *(1_740_210_164_970_289, 1_664_342_695_971_604, 2_443_831_342_000_008),
        *(4_156_987_199_119_704, 2_479_028_556_077_430),
    ),
    (Template(4_279_154_252_330_215, "Card", _ASK_FRONT, _ANSWER + _BACK + _SOURCE),),
)

_REVERSED = NoteType(
    NoteKind.REVERSED,
    1_795_219_200_102,
    "factdeck Basic (reversed)",
    ("Front", "Back", *_SHARED_FIELDS),
    (
        *(4_162_583_679_345_920, 6_422_552_307_800_729, 2_039_355_889_298_989),
        *(4_684_004_954_553_879, 1_700_324_130_370_459, 1_709_805_488_899_447),
        *(2_338_923_103_956_613, 3_076_436_693_800_178),
    ),
    (
        Template(2_892_137_874_082_440, "Forward", _ASK_FRONT, _ANSWER + _BACK + _SOURCE),
        Template(1_022_172_212_440_012, "Backward", _ASK_BACK, _ANSWER + _FRONT + _SOURCE),
    ),
)

_CLOZE = NoteType(
    NoteKind.CLOZE,
    1_795_219_200_103,
    "factdeck Cloze",
    ("Text", "Extra", *_SHARED_FIELDS),
    (
        *(4_163_917_335_615_311, 7_761_036_675_661_653, 4_885_711_220_511_203),
        *(2_958_165_892_966_450, 8_814_650_884_950_250, 2_577_432_467_107_602),
        *(3_368_455_989_079_841, 7_403_678_642_654_926),
    ),
    (
        Template(
            6_588_902_807_364_389, "Cloze", _CONTEXT + _TEXT, _CONTEXT + _TEXT + _EXTRA + _SOURCE
        ),
    ),
)

NOTE_TYPES = {note_type.kind: note_type for note_type in (_BASIC, _REVERSED, _CLOZE)}


def field_values(identified: IdentifiedNote) -> tuple[str, ...]:
    """The fields of a note as shipped, in the order of its note type."""
    return identified.foreign.fields if identified.foreign else _own_fields(identified)


def named_fields(identified: IdentifiedNote) -> dict[str, str]:
    """What a note says by the names of our fields, whatever note type it is shipped in."""
    note_type = NOTE_TYPES[identified.note.kind]
    return dict(zip(note_type.fields, _own_fields(identified), strict=True))


def type_id(identified: IdentifiedNote) -> int:
    """The id of the note type that a note is shipped in."""
    own = NOTE_TYPES[identified.note.kind].id
    return identified.foreign.note_type if identified.foreign else own


def _own_fields(identified: IdentifiedNote) -> tuple[str, ...]:
    """The fields of our note types; Key holds the GUID."""
    note, key = identified.note, escape(identified.guid, quote=False)
    return (note.front, note.back, note.context, note.source, key, "", "", "")


def schema() -> str:
    """A hash of all that makes Anki take a note type for another one: ids, and their order."""
    parts = [
        (kind.id, kind.field_ids, [template.id for template in kind.templates])
        for kind in NOTE_TYPES.values()
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


@cache
def css() -> str:
    """The style of all cards: ours, and that of highlighted code."""
    folder = files(__package__)
    return "".join((folder / name).read_text("utf-8") for name in ("cards.css", "highlight.css"))
