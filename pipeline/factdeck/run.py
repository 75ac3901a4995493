"""The stages composed: paths in, values out. Nothing here prints."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from factdeck import cards, facts, sources
from factdeck.cache import FOLDER, Cache, Record
from factdeck.cards import Deck, media
from factdeck.config import Config, DeckSettings, LintSettings, deck_named_after
from factdeck.corpus import Corpus, File
from factdeck.errors import UserError
from factdeck.lint import lint as run_rules
from factdeck.model import Document, Finding, Severity, Source
from factdeck.package import Package, identity, lock, times
from factdeck.package.lock import Lock
from factdeck.parse import parse
from factdeck.release import dist
from factdeck.release.dist import Built
from factdeck.sources import SourceFile

Item = TypeVar("Item")
Result = TypeVar("Result")

_ALONE = 32
"""So many files are read by this process alone: starting others takes longer."""
_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Linted:
    """Findings, and the corpus that they speak of."""

    findings: tuple[Finding, ...]
    corpus: Corpus


@dataclass(frozen=True, slots=True)
class Build:
    """What a build wrote, or (``refused``) why Anki would lose or refuse something of it.

    ``without`` counts the facts that gave no card. ``lock`` is the file that remembers the
    notes, None when the build did not touch it.
    """

    built: tuple[Built, ...]
    facts: int
    without: int
    refused: tuple[Finding, ...]
    corpus: Corpus
    lock: Path | None


@dataclass(frozen=True, slots=True)
class _Packed:
    """The packages of decks with the lock that they make; ``whole``: all the deck is there."""

    packages: tuple[Package, ...]
    lock: Lock
    whole: bool


# --- notes → corpus ----------------------------------------------------------------------


def read_corpus(config: Config, paths: Sequence[str], folder: Path, *, cached: bool) -> Corpus:
    """Read, parse and understand the notes at ``paths``, or those of the configuration.

    Raises UserError when there are none.
    """
    corpus = _corpus(config, sources.collect(config, paths, folder), cached=cached)
    if not corpus.files:
        raise UserError(
            f"There are no notes (.md, .txt) in {', '.join(paths or config.notes)}. "
            "Write some there, or name others: factdeck COMMAND PATHS."
        )
    return corpus


def _corpus(config: Config, found: Sequence[SourceFile], *, cached: bool) -> Corpus:
    cache = Cache(config.root / FOLDER if cached else None)
    loaded = [sources.read(file, config.max_bytes) for file in found]
    known = cache.load(loaded)
    unread = [source for index, source in enumerate(loaded) if index not in known]
    fresh = dict(zip(unread, _each(_read, unread), strict=True))
    cache.save(fresh, [loaded[index] for index in known])
    lang_of = _languages(config)
    files = (
        _file(source, known.get(index) or fresh[source], lang_of(source.path))
        for index, source in enumerate(loaded)
    )
    corpus = Corpus(tuple(files), frozenset(config.lint.words))
    return replace(corpus, root=_media_root(config, corpus))


def _read(source: Source) -> Record:
    document = parse(source)
    reading = facts.read(document)
    return Record(
        document.blocks, document.dropped, document.problems, reading.facts, reading.lines
    )


def _file(source: Source, record: Record, lang: str) -> File:
    document = Document(source, record.blocks, record.dropped, record.problems)
    return File(source, document, record.facts, lang, record.uses)


def _each(do: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """``do`` for every item, in order, on all cores when there are many items."""
    if len(items) <= _ALONE or (os.cpu_count() or 1) == 1:
        return [do(item) for item in items]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(do, items, chunksize=_CHUNK))


def _languages(config: Config) -> Callable[[str], str]:
    """The language of the deck that a path belongs to, "" without one."""
    if config.file is None:
        return lambda _: ""
    decks = [(sources.matcher(deck.notes, config.root), deck.lang) for deck in config.decks]
    return lambda path: next((lang for matches, lang in decks if matches(path)), "")


# --- corpus → decks → packages -----------------------------------------------------------


def make_decks(config: Config, corpus: Corpus, paths: Sequence[str], folder: Path) -> list[Deck]:
    """The decks of the configuration; of ``paths`` that are none of them, one named after them."""
    return [deck for deck, _ in _decks(config, corpus, paths, folder)]


def _decks(
    config: Config, corpus: Corpus, paths: Sequence[str], folder: Path
) -> list[tuple[Deck, DeckSettings]]:
    find = media.finder((file.source for file in corpus.files), corpus.root)
    if _is_whole(config, corpus, paths):
        settings = config.decks
    else:
        named = deck_named_after([folder / path for path in paths])
        settings = (replace(named, notes=(".",)),)
    return [(_deck(each, config, corpus, find), each) for each in settings]


def _is_whole(config: Config, corpus: Corpus, paths: Sequence[str]) -> bool:
    """Whether the corpus is all the notes of the configuration."""
    if not paths:
        return True
    configured = {file.path for file in _configured(config)}
    return bool(configured) and configured == {file.source.path for file in corpus.files}


def _configured(config: Config) -> tuple[SourceFile, ...]:
    """The files of the configured notes, none when there are no such notes."""
    try:
        return sources.collect(config)
    except UserError:
        if config.file is not None:
            raise
        return ()


def _media_root(config: Config, corpus: Corpus) -> Path:
    """The folder that holds the notes: no picture is taken from outside of it."""
    folders = [str(config.root)] if config.file else []
    folders += [os.path.dirname(file.source.file) for file in corpus.files]  # noqa: PTH120 - str
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # no files, or several drives
        return config.root


def _deck(settings: DeckSettings, config: Config, corpus: Corpus, find: media.FindMedia) -> Deck:
    if settings.notes == (".",):
        chosen = corpus.facts
    else:
        matches = sources.matcher(settings.notes, config.root)
        chosen = tuple(fact for fact in corpus.facts if matches(fact.span.path))
    return cards.make(chosen, settings, find)


def _pack(
    config: Config,
    corpus: Corpus,
    paths: Sequence[str],
    found: Sequence[tuple[Deck, DeckSettings]],
) -> _Packed:
    """Give the notes their identities; the lock is read, not written."""
    whole = _is_whole(config, corpus, paths)
    known = lock.read(config.root / lock.FILE) if whole else Lock()
    clock = times.clock((file.source for file in corpus.files if file.facts), os.environ)
    packages = []
    for deck, settings in found:
        identified = identity.identify(deck.notes, known, deck.slug, clock)
        known = identified.lock
        packages.append((deck, settings, identified.notes))
    return _Packed(
        tuple(
            Package(
                deck.slug,
                deck.name,
                known.version(deck.slug),
                notes,
                settings.description,
                settings.source_url,
            )
            for deck, settings, notes in packages
        ),
        known,
        whole,
    )


# --- commands ----------------------------------------------------------------------------


def lint(config: Config, paths: Sequence[str], folder: Path, *, cached: bool) -> Linted:
    """What is wrong with the notes.

    Paths inside the configured notes are looked at with all of these in mind: a finding is
    kept when any of its places is in one of the paths.
    """
    focus = sources.collect(config, paths, folder) if paths else ()
    everything = _configured(config)
    inside = bool(focus) and {file.path for file in focus} <= {file.path for file in everything}
    found = everything if inside or not paths else focus
    corpus = _corpus(config, found, cached=cached)
    used = () if inside else paths
    decks = _decks(config, corpus, used, folder)
    packed = _pack(config, corpus, used, decks)
    subjects = [*corpus.files, corpus, *(deck for deck, _ in decks), *packed.packages]
    findings = run_rules(subjects, config.lint)
    if inside:
        shown = {file.path for file in focus}
        findings = tuple(each for each in findings if _places(each) & shown)
    return Linted(findings, corpus)


def _places(finding: Finding) -> set[str]:
    return {finding.span.path, *(related.span.path for related in finding.related)}


def build(
    config: Config, paths: Sequence[str], folder: Path, out: Path, *, frozen: bool, cached: bool
) -> Build:
    """Write the packages of the decks, unless Anki would lose or refuse some of their notes."""
    corpus = read_corpus(config, paths, folder, cached=cached)
    decks = _decks(config, corpus, paths, folder)
    packed = _pack(config, corpus, paths, decks)
    only_package = LintSettings(select=("P",))
    refused = tuple(
        finding
        for finding in run_rules(packed.packages, only_package)
        if finding.severity is Severity.ERROR
    )
    lock_file = config.root / lock.FILE if packed.whole and not frozen else None
    built: Iterable[Built] = ()
    if not refused:
        built = dist.write(packed.packages, packed.lock, out, lock_file)
    return Build(
        tuple(built),
        sum(len(deck.facts) for deck, _ in decks),
        sum(len(deck.without) for deck, _ in decks),
        refused,
        corpus,
        lock_file,
    )
