"""What real Anki makes of cloze fields: reads a JSON list of texts, writes one of results.

A result holds ``ordinals``, the cards from 0, and ``answers``, what each shows when turned.
Anki is AGPL-3.0: it is imported here, in a process of its own, and nowhere in what we ship.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anki.collection import Collection

if TYPE_CHECKING:
    from anki.notes import Note


def main() -> None:
    texts = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder, "collection.anki2")))
        json.dump([_result(collection, text) for text in texts], sys.stdout)
        collection.close()


def _result(collection: Collection, text: str) -> dict[str, Any]:
    kind = collection.models.by_name("Cloze")
    assert kind is not None
    note = collection.new_note(kind)
    note["Text"] = text
    numbers = note.cloze_numbers_in_fields()
    ordinals = sorted({min(number - 1, 499) for number in numbers})
    return {"ordinals": ordinals, "answers": [_answer(note, ordinal) for ordinal in ordinals]}


def _answer(note: Note, ordinal: int) -> str:
    return note.ephemeral_card(ordinal).render_output().answer_text


if __name__ == "__main__":
    main()
