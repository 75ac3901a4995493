"""Which deck of the lock a deck of the settings continues."""

from __future__ import annotations

import pytest

from factdeck.config import DeckSettings
from factdeck.errors import UserError
from factdeck.package.decks import continued, refuse_emptied, refuse_strangers
from factdeck.package.identity import identify
from factdeck.package.lock import Lock
from package_notes import note

UNNAMED = DeckSettings("clone", "clone", unnamed=True)


def lock(*decks: str, gone: str = "", anki_deck: str = "") -> Lock:
    """A lock that knows two notes of each of the decks; those of ``gone`` are retired."""
    known = Lock()
    for deck in (*decks, *([gone] if gone else [])):
        notes = [note("a?", deck=anki_deck or deck.title()), note("b?", deck="Front::Matter")]
        known = identify(notes, known, deck, lambda _: 1).lock
    return identify([], known, gone, lambda _: 1).lock if gone else known


CONTINUED = [
    (lock(), ("clone", "clone")),
    (lock("study"), ("study", "Study")),
    (lock("study", gone="old"), ("study", "Study")),
    (lock(gone="study"), ("study", "Study")),
    (lock("my-study", anki_deck="My Study"), ("my-study", "My Study")),
    (lock("one", "two"), ("clone", "clone")),
]


@pytest.mark.parametrize(("known", "expected"), CONTINUED)
def test_a_deck_without_a_name_is_the_one_of_the_lock(
    known: Lock, expected: tuple[str, str]
) -> None:
    (deck,) = continued([UNNAMED], known)
    assert (deck.slug, deck.name) == expected


def test_a_deck_with_a_name_keeps_it() -> None:
    named = (DeckSettings("AWS", "aws"),)
    assert continued(named, lock("study")) == named


AT_HOME = [
    ([], ["aws"]),
    (["aws"], ["aws"]),
    (["aws"], ["aws", "new"]),
    (["aws", "given-up"], ["aws"]),
]


@pytest.mark.parametrize(("known", "slugs"), AT_HOME)
def test_decks_that_the_lock_knows_pass(known: list[str], slugs: list[str]) -> None:
    refuse_strangers([DeckSettings(slug.title(), slug) for slug in slugs], lock(*known))


def test_a_deck_whose_notes_are_all_retired_is_no_stranger() -> None:
    refuse_strangers([DeckSettings("New", "new")], lock(gone="old"))
    refuse_strangers([DeckSettings("Old", "old")], lock("study", gone="old"))


def test_a_deck_that_lost_its_slug_is_refused() -> None:
    message = r'knows the deck "study", .*"AWS" \(slug "aws"\) is new.*Set slug = "study" for'
    kept = DeckSettings("Kept", "kept")
    for known in (lock("study", "kept"), lock("study", "kept", "yet")):
        with pytest.raises(UserError, match=message):
            refuse_strangers([DeckSettings("AWS", "aws"), kept], known)


def test_a_deck_that_would_lose_all_its_notes_is_refused() -> None:
    deck = DeckSettings("AWS", "aws", notes=("notes/aws",))
    refuse_emptied(deck, identify([], Lock(), "aws", lambda _: 1))
    refuse_emptied(deck, identify([note("a?")], lock("aws"), "aws", lambda _: 1))
    refuse_emptied(deck, identify([], lock(gone="aws"), "aws", lambda _: 1))
    with pytest.raises(UserError, match=r'"AWS" would lose all of its 2 notes: .*notes/aws gives'):
        refuse_emptied(deck, identify([], lock("aws"), "aws", lambda _: 1))
