"""Real Anki, in a process of its own: a fresh collection does what it is told.

Standard input holds a JSON list of commands, ``{"do": name, ...}``; standard output gets the
JSON list of what each gave. Anki is AGPL: only this process imports it, nothing of factdeck.
"""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)
from anki.decks import DeckId

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.notes import Note

OUTCOMES = (
    *("new", "updated", "duplicate", "conflicting", "first_field_match"),
    *("missing_notetype", "missing_deck", "empty_first_field"),
)
DEFAULT_DECK = DeckId(1)
EASY: Literal[4] = 4


class Learner:
    """A learner's collection; each public method is a command."""

    def __init__(self, folder: str) -> None:
        self.collection = Collection(str(Path(folder, "collection.anki2")))
        self.media = Path(folder, "collection.media")

    def import_package(self, file: str, **told: bool | int) -> dict[str, int]:
        """Import ``file`` as Anki does unless told otherwise; how many notes had which outcome."""
        options = ImportAnkiPackageOptions(**told)  # type: ignore[arg-type]  # options by name
        request = ImportAnkiPackageRequest(package_path=file, options=options)
        log = self.collection.import_anki_package(request).log
        self.collection.models._clear_cache()  # it still holds the note types from before
        return {name: len(getattr(log, name)) for name in OUTCOMES if len(getattr(log, name))}

    def export(self, file: str, *, legacy: bool) -> None:
        """Export all decks with their media as an .apkg, of the old or the new format."""
        options = ExportAnkiPackageOptions(with_media=True, with_deck_configs=True, legacy=legacy)
        self.collection.export_anki_package(out_path=file, options=options, limit=None)

    def export_collection(self, file: str, *, legacy: bool) -> None:
        """Export the collection as a .colpkg, of the old or the new format, and open it again."""
        self.collection.export_collection_package(file, include_media=True, legacy=legacy)
        self.collection.reopen()

    def add_note(self, front: str, back: str) -> int:
        """Add a note of the learner's own to the deck Default; the position of its card."""
        kind = self.collection.models.by_name("Basic")
        assert kind is not None
        note = self.collection.new_note(kind)
        note["Front"], note["Back"] = front, back
        self.collection.add_note(note, DEFAULT_DECK)
        return note.cards()[0].due

    def add(self, kind: str, fields: list[str], deck: str, tags: str = "") -> str:
        """Add a note of any note type to a deck; its GUID."""
        note_type = self.collection.models.by_name(kind)
        number = self.collection.decks.id(deck)
        assert note_type is not None
        assert number is not None
        note = self.collection.new_note(note_type)
        note.fields, note.tags = fields, tags.split()
        self.collection.add_note(note, number)
        return note.guid

    def add_note_type(self, kind: str, fields: list[str], templates: list[list[str]]) -> None:
        """Add a note type; a template is the HTML of its question and of its answer."""
        models = self.collection.models
        note_type = models.new(kind)
        for field in fields:
            models.add_field(note_type, models.new_field(field))
        for number, (question, answer) in enumerate(templates, start=1):
            template = models.new_template(f"Card {number}")
            template["qfmt"], template["afmt"] = question, answer
            models.add_template(note_type, template)
        models.add(note_type)

    def add_media(self, file: str, text: str) -> None:
        """Put a file into the media folder."""
        self.collection.media.write_data(file, text.encode())

    def import_text(self, file: str) -> dict[str, int]:
        """Import notes in Anki's text format, by what its headers say."""
        metadata = self.collection.get_csv_metadata(path=file, delimiter=None)
        request = ImportCsvRequest(path=file, metadata=metadata)
        log = self.collection.import_csv(request).log
        return {name: len(getattr(log, name)) for name in OUTCOMES if len(getattr(log, name))}

    def answer(self, guid: str) -> None:
        """Answer each card of a note as easy, so that it becomes a review card."""
        for card in self._note(guid).cards():
            card.start_timer()
            self.collection.sched.answerCard(card, EASY)

    def tag(self, guid: str, tag: str) -> None:
        """Add a tag, as the learner does in the browser."""
        self.collection.tags.bulk_add([self._note(guid).id], tag)

    def edit(self, guid: str, **fields: str) -> None:
        """Change fields of a note, as the learner does in the editor."""
        note = self._note(guid)
        for name, text in fields.items():
            note[name] = text
        self.collection.update_note(note)

    def flag(self, guid: str, number: int) -> None:
        """Give the cards of a note a coloured flag."""
        self.collection.set_user_flag_for_cards(number, [card.id for card in self._cards(guid)])

    def move(self, guid: str, deck: str) -> None:
        """Move the cards of a note to a deck of the learner's own."""
        number = self.collection.decks.id(deck)
        assert number is not None
        self.collection.set_deck([card.id for card in self._cards(guid)], number)

    def rename_deck(self, deck: str, new: str) -> None:
        """Give a deck another name."""
        number = self.collection.decks.id_for_name(deck)
        assert number is not None
        self.collection.decks.rename(number, new)

    def delete(self, guid: str) -> None:
        """Delete a note with its cards."""
        self.collection.remove_notes([self._note(guid).id])

    def add_field(self, note_type: str, field: str) -> None:
        """Add a field to a note type."""
        kind = self.collection.models.by_name(note_type)
        assert kind is not None
        self.collection.models.add_field(kind, self.collection.models.new_field(field))
        self.collection.models.update_dict(kind)

    def rename_note_type(self, note_type: str, new: str) -> None:
        """Give a note type another name."""
        kind = self.collection.models.by_name(note_type)
        assert kind is not None
        kind["name"] = new
        self.collection.models.update_dict(kind)

    def touch(self, guid: str, time: int) -> None:
        """Make it so that the learner changed the note at ``time``, in epoch seconds."""
        assert self.collection.db is not None
        number = self._note(guid).id
        self.collection.db.execute("UPDATE notes SET mod = ? WHERE id = ?", time, number)

    def suspend(self, guid: str) -> None:
        """Suspend the cards of a note."""
        self.collection.sched.suspend_cards([card.id for card in self._note(guid).cards()])

    def render(self, guid: str) -> list[dict[str, Any]]:
        """Question and answer of each card of a note, as the reviewer shows them."""
        return [
            {"ordinal": card.ord, "question": card.question(), "answer": card.answer()}
            for card in self._note(guid).cards()
        ]

    def search(self, query: str) -> list[str]:
        """The GUIDs of the notes that a search in the browser finds."""
        return sorted(
            self.collection.get_note(number).guid for number in self.collection.find_notes(query)
        )

    def check(self) -> dict[str, Any]:
        """Check Database, and the empty cards that Anki would delete."""
        message, is_sound = self.collection.fix_integrity()
        empty = self.collection.get_empty_cards().notes
        return {"message": message, "sound": is_sound, "empty_cards": len(empty)}

    def dump(self) -> dict[str, Any]:
        """Everything in the collection that a package can bring."""
        notes = [self.collection.get_note(number) for number in self.collection.find_notes("")]
        return {
            "notes": {note.guid: self._dump_note(note) for note in notes},
            "decks": {
                deck.name: (self.collection.decks.get(DeckId(deck.id)) or {})["desc"]
                for deck in self.collection.decks.all_names_and_ids()
            },
            "note_types": {
                kind.name: kind.id for kind in self.collection.models.all_names_and_ids()
            },
            "full_sync": self.collection.schema_changed(),
            "media": sorted(path.name for path in self.media.iterdir()),
        }

    def _cards(self, guid: str) -> list[Card]:
        return self._note(guid).cards()

    def _note(self, guid: str) -> Note:
        return self.collection.get_note(self._row("SELECT id FROM notes WHERE guid = ?", guid)[0])

    def _row(self, query: str, argument: str | int) -> Any:
        assert self.collection.db is not None
        return self.collection.db.first(query, argument)

    def _dump_note(self, note: Note) -> dict[str, Any]:
        sort_field, checksum = self._row("SELECT sfld, csum FROM notes WHERE id = ?", note.id)
        kind = note.note_type()
        assert kind is not None
        return {
            "id": note.id,
            "note_type": kind["name"],
            "modified": note.mod,
            "tags": note.tags,
            "fields": dict(note.items()),
            "sort_field": sort_field,
            "checksum": checksum,
            "cards": [self._dump_card(card) for card in note.cards()],
        }

    def _dump_card(self, card: Card) -> dict[str, Any]:
        return {
            "ordinal": card.ord,
            "deck": self.collection.decks.name(card.did),
            "due": card.due,
            "type": int(card.type),
            "queue": int(card.queue),
            "interval": card.ivl,
            "flag": card.user_flag(),
            "reviews": card.reps,
        }


def main() -> None:
    """Obey the commands of standard input."""
    # Anki prints to standard output when it finds itself slow
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(sys.stderr):
        learner = Learner(folder)
        results = []
        for command in json.load(sys.stdin):
            name = command.pop("do")
            results.append(getattr(learner, name)(**command))
        learner.collection.close()
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
