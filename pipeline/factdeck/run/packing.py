"""Corpus → decks → packages: the cards of the notes, with the identities that the lock knows."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from factdeck import cards
from factdeck.cards import Deck, media
from factdeck.config import Config, DeckSettings, deck_named_after
from factdeck.corpus import Corpus
from factdeck.model import Note
from factdeck.package import Package, adopted, identity, lock, times
from factdeck.package.adopted import Register
from factdeck.package.decks import continued
from factdeck.package.identity import Identified
from factdeck.package.lock import Lock
from factdeck.run.notes import belongs_to, is_whole
from factdeck.sources import SourceFile


@dataclass(frozen=True, slots=True)
class Plan:
    """Which decks to make of the notes that were ``found``, and the lock that knows them.

    ``whole``: these are all the notes of the settings. Else it is one deck that no lock knows.
    ``adopted`` are the notes with note types of other decks, ``root`` the folder of the lock.
    """

    found: tuple[SourceFile, ...]
    decks: tuple[DeckSettings, ...]
    lock: Lock
    whole: bool
    adopted: Register = field(default_factory=Register)
    root: Path = Path()


@dataclass(frozen=True, slots=True)
class Packed:
    """The packages of decks, what became of the notes of each, and the lock that they make."""

    packages: tuple[Package, ...]
    found: tuple[Identified, ...]
    lock: Lock


def plan_of(
    config: Config,
    paths: Sequence[str],
    folder: Path,
    found: tuple[SourceFile, ...],
    known: Lock | None = None,
) -> Plan:
    """Raises UserError when there is no lock ``known`` already, and that in the file is damaged."""
    if not is_whole(config, paths, [file.path for file in found]):
        return Plan(found, (_part(config, paths, folder),), Lock(), whole=False)
    if known is not None:
        return Plan(found, continued(config.decks, known), known, whole=True)
    known = lock.read(config.root / lock.FILE)
    register = adopted.read(config.root / adopted.FILE)
    adopted.refuse_lost(known, register)
    decks = continued(config.decks, known)
    return Plan(found, decks, known, whole=True, adopted=register, root=config.root)


def _part(config: Config, paths: Sequence[str], folder: Path) -> DeckSettings:
    """The deck of notes that are not all those of the settings."""
    named = deck_named_after([folder / path for path in paths])
    return replace(named, notes=config.notes)  # all that is read


@dataclass(frozen=True, slots=True)
class Work:
    """The notes of a plan as read, their cards, and the clock of their changes."""

    plan: Plan
    corpus: Corpus
    decks: Sequence[Deck]
    clock: Callable[[Note], int]

    def pack(self, releases: Mapping[str, str] | None = None) -> Packed:
        """As :func:`pack`, of these decks."""
        return pack(self.decks, self.plan, self.clock, releases)


def work_on(plan: Plan, config: Config, corpus: Corpus) -> Work:
    """What it takes to pack the decks of a plan, once its notes are read."""
    clock = times.clock((file.source for file in corpus.files if file.facts), os.environ)
    return Work(plan, corpus, decks_of(plan.decks, config, corpus), clock)


def make_decks(config: Config, corpus: Corpus, paths: Sequence[str], folder: Path) -> list[Deck]:
    """The decks of the configuration; of ``paths`` that are none of them, one named after them."""
    whole = is_whole(config, paths, [file.source.path for file in corpus.files])
    chosen = config.decks if whole else (_part(config, paths, folder),)
    return decks_of(chosen, config, corpus)


def decks_of(chosen: Sequence[DeckSettings], config: Config, corpus: Corpus) -> list[Deck]:
    """The cards of each of the decks that were ``chosen``."""
    find = media.finder((file.source for file in corpus.files), corpus.root)
    return [_deck(settings, config, corpus, find) for settings in chosen]


def _deck(settings: DeckSettings, config: Config, corpus: Corpus, find: media.FindMedia) -> Deck:
    belongs = belongs_to(settings, config)
    files = (file for file in corpus.files if belongs(file.source))
    return cards.make([fact for file in files for fact in file.facts], settings, find)


def pack(
    made: Sequence[Deck],
    plan: Plan,
    clock: Callable[[Note], int],
    releases: Mapping[str, str] | None = None,
) -> Packed:
    """Give the notes their identities; ``releases`` are the versions that decks get, by slug."""
    notes = [(deck.slug, deck.notes) for deck in made]
    identified = identity.identify_all(notes, plan.lock, clock, releases)
    after = identified[0].lock
    packages = tuple(
        Package(
            settings.slug,
            settings.name,
            after.version(settings.slug),
            adopted.shipped(each.notes, plan.adopted, plan.root),
            settings.description,
            settings.source_url,
            plan.adopted.note_types,
        )
        for settings, each in zip(plan.decks, identified, strict=True)
    )
    return Packed(packages, identified, after)
