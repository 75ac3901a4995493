"""Which deck of the lock each deck of the settings continues: the slug is its identity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factdeck.config import DeckSettings, slugify
from factdeck.errors import UserError
from factdeck.package.identity import Identified
from factdeck.package.lock import FILE, Entry, Lock


def continued(decks: Sequence[DeckSettings], lock: Lock) -> tuple[DeckSettings, ...]:
    """``decks`` with the names that ``lock`` knows them by.

    A deck that nobody named is the only deck of the lock, whatever its folder is called.
    """
    known = lock.living or {entry.deck: [entry] for entry in lock.entries}
    if len(known) != 1:
        return tuple(decks)
    ((slug, entries),) = known.items()
    name = _name(slug, entries)
    return tuple(replace(deck, slug=slug, name=name) if deck.unnamed else deck for deck in decks)


def _name(slug: str, entries: Sequence[Entry]) -> str:
    """What the deck is called in Anki; front matter may have put some notes elsewhere.

    It may be a deck above those of all notes.
    """
    names = Counter(entry.anki_deck for entry in entries)
    above = (name.rsplit("::", depth)[0] for name in names for depth in range(name.count("::") + 1))
    return max({*names, *above}, key=lambda name: (slugify(name) == slug, names[name], name))


def refuse_strangers(decks: Sequence[DeckSettings], lock: Lock) -> None:
    """Raise UserError when a deck seems to go on under another slug: all its cards would be new.

    That is so when the lock knows a deck that is none of ``decks``, and one of these is none
    of the lock's.
    """
    slugs = {deck.slug for deck in decks}
    lost = sorted(lock.living.keys() - slugs)
    fresh = [deck for deck in decks if deck.slug not in {entry.deck for entry in lock.entries}]
    if lost and fresh:
        known = ", ".join(f'the deck "{slug}"' for slug in lost)
        raise UserError(
            f"{FILE} knows {known}, and no deck has that slug now; the deck "
            f'"{fresh[0].name}" (slug "{fresh[0].slug}") is new to it, and all its cards would be '
            f'new in Anki. Set slug = "{lost[0]}" for the [[deck]] that continues it; if that '
            f"deck is given up, take its lines out of {FILE}."
        )


def refuse_emptied(deck: DeckSettings, found: Identified) -> None:
    """Raise UserError when all notes of the deck would be retired: a slip in the settings."""
    if found.retired and not found.notes:
        raise UserError(
            f'The deck "{deck.name}" would lose all of its {len(found.retired)} notes: nothing '
            f"in {', '.join(deck.notes)} gives a card. Check what notes = … names in the settings "
            f"and what exclude leaves out; if the deck is given up, take it out of them."
        )
