"""Notes that are no longer in a deck: how a learner finds them, and a package that tags them.

An import deletes nothing, and a note that came back in the deck's own package would be new to
whoever starts now. So a learner searches for them by their Key, or imports a package of its
own that holds nothing but them, as they were, with a tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from factdeck.formats.deck import CardRow, Contents, NoteRow
from factdeck.model import Foreign, IdentifiedNote, Note, NoteKind, Span
from factdeck.package import Package
from factdeck.package.notetypes import NOTE_TYPES

TAG = "factdeck::retired"
_AT_ONCE = 100
"""So many notes one search asks for: the field of Anki's browser is no place for more."""


def searches(guids: Iterable[str]) -> Iterator[str]:
    """Searches for Anki's browser that find the notes, a line each."""
    left = iter(sorted(guids))
    while some := list(islice(left, _AT_ONCE)):  # itertools.batched came with Python 3.12
        yield " OR ".join(f'"Key:{guid}"' for guid in some)


def package(last: Contents, guids: Iterable[str], like: Package) -> Package:
    """The notes with these GUIDs as they are in ``last``, tagged as retired in ``like``'s version.

    An import takes them over where a learner has them: its tags are replaced on these alone.
    Notes that ``last`` does not hold are left out.
    """
    wanted = set(guids)
    cards: dict[int, list[CardRow]] = {}
    for card in last.cards:
        cards.setdefault(card.note, []).append(card)
    newest = max((each.modified for each in like.notes), default=0)
    notes = tuple(
        _tagged(note, cards[note.id], last, like.version, newest)
        for note in last.notes
        if note.guid in wanted and note.id in cards
    )
    types = dict(last.note_types)
    return Package(f"{like.slug}-retired", like.name, like.version, notes, foreign=types)


def _tagged(
    row: NoteRow, cards: Sequence[CardRow], last: Contents, version: str, newest: int
) -> IdentifiedNote:
    ours = next((type_ for type_ in NOTE_TYPES.values() if type_.id == row.note_type), None)
    front, back, context, source, *_ = row.fields if ours else ("", "", "", "")
    note = Note(
        key=row.guid,
        kind=ours.kind if ours else NoteKind.BASIC,
        front=front,
        back=back,
        context=context,
        source=source,
        deck=last.decks[cards[0].deck].name,
        ordinals=tuple(card.ordinal for card in cards),
        span=Span(source, 1),
        tags=(*row.tags, f"{TAG}::{version}"),
    )
    foreign = None if ours else Foreign(row.note_type, row.fields)
    # Anki takes over only what is newer than what it has, even by one second
    return IdentifiedNote(row.guid, max(row.modified + 1, newest), note, foreign)
