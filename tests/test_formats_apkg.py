"""Packages of Anki in all their formats, read without Anki."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.errors import UserError
from factdeck.formats import apkg, protobuf
from factdeck.formats.archive import Member, write
from factdeck.formats.deck import Contents
from factdeck.model import NoteKind
from factdeck.package import writer
from factdeck.package.identity import identify
from factdeck.package.lock import Lock
from factdeck.package.notetypes import NOTE_TYPES
from package_notes import DECK, SLUG, media_file, note, package_of
from real_anki import anki, do

_PICTURE = b"\x89PNG " + bytes(range(256)) * 300
FORMATS = {
    "old.apkg": do("export", legacy=True),
    "new.apkg": do("export", legacy=False),
    "old.colpkg": do("export_collection", legacy=True),
    "new.colpkg": do("export_collection", legacy=False),
}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with our package, and with what Anki exports after it has imported that."""
    folder = tmp_path_factory.mktemp("formats")
    picture = media_file(folder, "map.png", _PICTURE)
    notes = [
        note("How large?", f'<img src="{picture.name}">', tags=("a", "b"), media=(picture,)),
        note("{{c1::S3}} stores {{c2::objects}}", "", NoteKind.CLOZE, ordinals=(0, 1)),
        note("object store", "S3", NoteKind.REVERSED),
    ]
    identified = identify(notes, Lock(), SLUG, lambda _: 1_700_000_000)
    writer.write(package_of(identified.notes), folder / "ours.apkg")
    exports = [{**how, "file": str(folder / name)} for name, how in FORMATS.items()]
    anki(do("import_package", file=str(folder / "ours.apkg")), *exports)
    return folder


def told(contents: Contents) -> object:
    """What does not depend on the format, without what Anki adds of its own."""
    ours = {kind.name for kind in NOTE_TYPES.values()}
    decks = contents.decks
    return (
        sorted(row[1:] for row in contents.notes),
        sorted((card.note, card.ordinal, decks[card.deck].name) for card in contents.cards),
        {number: kind for number, kind in contents.note_types.items() if kind.name in ours},
        [name for name, _ in contents.media],
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_same(exported: Path, name: str) -> None:
    read = apkg.read(exported / name)
    assert told(read) == told(apkg.read(exported / "ours.apkg"))
    assert {deck.name: deck.description for deck in read.decks.values()}[DECK].startswith("Version")


@pytest.mark.parametrize("name", ["ours.apkg", *FORMATS])
def test_media_come_out_as_they_went_in(exported: Path, tmp_path: Path, name: str) -> None:
    ((_, member),) = apkg.read(exported / name).media
    apkg.extract_media(exported / name, member, tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes() == _PICTURE


def test_media_that_are_not_there_are_told(exported: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"media of .* cannot be read"):
        apkg.extract_media(exported / "new.apkg", "77", tmp_path / "none.png")


@pytest.mark.parametrize("name", ["new.apkg", "old.apkg"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_member_cut_off_is_told(exported: Path, tmp_path: Path, name: str, share: float) -> None:
    with zipfile.ZipFile(exported / name) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    newest = max(name for name in members if name.startswith("coll"))
    for cut in (newest, "media"):
        content = members[cut][: int(len(members[cut]) * share)]
        damaged = [Member(n, content if n == cut else data) for n, data in members.items()]
        write(tmp_path / "damaged.apkg", damaged)
        with pytest.raises(UserError, match="cannot be read as an Anki package"):
            apkg.read(tmp_path / "damaged.apkg")


def test_a_format_of_the_future_is_told(tmp_path: Path) -> None:
    write(tmp_path / "deck.apkg", [Member("meta", b"\x08\x04"), Member("collection.anki21b", b"")])
    with pytest.raises(UserError, match="its format 4 is newer"):
        apkg.read(tmp_path / "deck.apkg")


@given(st.binary())
def test_bytes_are_fields_or_a_value_error(message: bytes) -> None:
    try:
        found = list(protobuf.fields(message))
    except ValueError:
        return
    assert all(number >= 0 for number, _ in found)
