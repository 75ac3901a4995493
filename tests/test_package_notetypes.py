"""The note types are frozen: learners have them."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from factdeck.model import NoteKind
from factdeck.package.collection import note_type
from factdeck.package.notetypes import MODIFIED, NOTE_TYPES, css, named_fields
from package_notes import note, package

FROZEN = json.loads((Path(__file__).parent / "anki" / "notetypes.json").read_bytes())


def frozen_part(kind: NoteKind) -> dict[str, Any]:
    it = NOTE_TYPES[kind]
    return {
        "id": it.id,
        "name": it.name,
        "fields": [list(field) for field in zip(it.field_ids, it.fields, strict=True)],
        "templates": [[template.id, template.name] for template in it.templates],
    }


def look() -> str:
    templates = [
        [(template.question, template.answer) for template in it.templates]
        for it in NOTE_TYPES.values()
    ]
    return hashlib.sha256(json.dumps([css(), templates]).encode()).hexdigest()


def test_fields_and_templates_are_those_that_learners_have() -> None:
    assert [frozen_part(kind) for kind in NOTE_TYPES] == FROZEN["note_types"]


def test_a_new_look_has_a_new_time() -> None:
    assert (look() == FROZEN["look"]) == (FROZEN["modified"] == MODIFIED), (
        "cards look different: raise MODIFIED, and write both into tests/anki/notetypes.json"
    )
    assert look() == FROZEN["look"]


def test_all_ids_are_different_and_exact_in_json() -> None:
    ids = [it.id for it in NOTE_TYPES.values()]
    for it in NOTE_TYPES.values():
        ids += [*it.field_ids, *(template.id for template in it.templates)]
    assert len(set(ids)) == len(ids)
    assert all(0 < number < 2**53 for number in ids)


@pytest.mark.parametrize("kind", NoteKind)
def test_templates_show_fields_that_there_are(kind: NoteKind) -> None:
    it = NOTE_TYPES[kind]
    for template in it.templates:
        named = re.findall(r"{{[#/^]?(?:cloze:)?(\w+)}}", template.question + template.answer)
        assert set(named) <= {*it.fields, "FrontSide"}


@pytest.mark.parametrize("kind", NoteKind)
def test_anki_reads_ids_of_fields_and_templates(kind: NoteKind) -> None:
    value = note_type(NOTE_TYPES[kind])
    assert [field["id"] for field in value["flds"]] == list(NOTE_TYPES[kind].field_ids)
    assert [each["id"] for each in value["tmpls"]] == [t.id for t in NOTE_TYPES[kind].templates]
    assert value["mod"] == MODIFIED


def test_the_key_of_a_note_is_its_guid() -> None:
    identified = package([note("a?", "A", context="S3", source="s3.md")]).notes[0]
    assert named_fields(identified) == {
        "Front": "a?",
        "Back": "A",
        "Context": "S3",
        "Source": "s3.md",
        "Key": identified.guid,
        "Reserve1": "",
        "Reserve2": "",
        "Reserve3": "",
    }


def test_code_is_coloured_by_day_and_by_night() -> None:
    from pygments.token import STANDARD_TYPES, Comment, Keyword, Name, Number, String

    for token in (Comment, Keyword, Name.Function, Number, String):
        name = STANDARD_TYPES[token]
        colour = re.search(rf"\.highlight \.{name}\b[^{{]*{{ color: var\((--\w+)\)", css())
        assert colour, name
        assert len(re.findall(f"{colour[1]}:", css())) == 2, "one by day, one by night"


def test_the_style_refers_to_nothing_outside() -> None:
    assert not re.search(r"url\(|@import|https?:", css())
    assert css().count("{") == css().count("}")
