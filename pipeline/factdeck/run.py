"""The stages composed: paths in, values out. Nothing here prints."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from factdeck import cards, facts, process, sources
from factdeck.cache import FOLDER, Cache, Record
from factdeck.cards import Deck, media
from factdeck.config import Config, DeckSettings, LintSettings, deck_named_after
from factdeck.corpus import Corpus, File
from factdeck.errors import UserError
from factdeck.lint import all_rules
from factdeck.lint import lint as run_rules
from factdeck.lint.selection import select
from factdeck.model import Document, Finding, Note, Severity, Source
from factdeck.package import Package, identity, lock, times
from factdeck.package.decks import continued, refuse_emptied, refuse_strangers
from factdeck.package.identity import Identified
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
    """Findings, and the corpus that they speak of; ``trouble``: why the lock cannot be read."""

    findings: tuple[Finding, ...]
    corpus: Corpus
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build wrote, or (``refused``) why Anki would lose or refuse something of it.

    ``without`` counts the facts that gave no card, ``moved`` the notes that are in another
    deck of Anki than before. ``lock`` is the file that remembers the notes, None when the
    build did not touch it.
    """

    built: tuple[Built, ...]
    facts: int
    without: int
    refused: tuple[Finding, ...]
    corpus: Corpus
    lock: Path | None
    moved: int = 0


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which decks to make of the notes that were ``found``, and the lock that knows them.

    ``whole``: these are all the notes of the settings. Else it is one deck that no lock knows.
    """

    found: tuple[SourceFile, ...]
    decks: tuple[DeckSettings, ...]
    lock: Lock
    whole: bool


@dataclass(frozen=True, slots=True)
class _Packed:
    """The packages of decks, what became of the notes of each, and the lock that they make."""

    packages: tuple[Package, ...]
    found: tuple[Identified, ...]
    lock: Lock


# --- notes → corpus ----------------------------------------------------------------------


def read_corpus(config: Config, paths: Sequence[str], folder: Path, *, cached: bool) -> Corpus:
    """Read, parse and understand the notes at ``paths``, or those of the configuration.

    Raises UserError when there are none.
    """
    return _corpus(config, _collect(config, paths, folder), cached=cached)


def _collect(config: Config, paths: Sequence[str], folder: Path) -> tuple[SourceFile, ...]:
    """The files of the notes; UserError when there are none."""
    found = sources.collect(config, paths, folder)
    if not found:
        raise _nothing(config, paths, folder)
    return found


def _nothing(config: Config, paths: Sequence[str], folder: Path) -> UserError:
    names = ", ".join(paths or config.notes)
    if sources.collect(replace(config, exclude=()), paths, folder):
        return UserError(
            f"There are notes in {names}, but exclude in {config.file} leaves out all of them "
            f"({', '.join(config.exclude)})."
        )
    return UserError(
        f"There are no notes (.md, .txt) in {names}. "
        "Write some there, or name others: factdeck COMMAND PATHS."
    )


def _corpus(config: Config, found: Sequence[SourceFile], *, cached: bool) -> Corpus:
    cache = Cache(config.root / FOLDER if cached and found else None)
    loaded = [sources.read(file, config.max_bytes) for file in found]
    known = cache.load(loaded)
    unread = [source for index, source in enumerate(loaded) if index not in known]
    fresh = dict(zip(unread, _each(_read, unread), strict=True))
    cache.save(fresh, [loaded[index] for index in known])
    lang_of = _languages(config)
    files = (
        _file(source, known.get(index) or fresh[source], lang_of(source))
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
    with ProcessPoolExecutor(initializer=process.leave_interrupts) as pool:
        return list(pool.map(do, items, chunksize=_CHUNK))


def _languages(config: Config) -> Callable[[Source], str]:
    """The language of the deck that a source belongs to, "" without one."""
    if config.file is None:
        return lambda _: ""
    known = [(_belongs(deck, config), deck.lang) for deck in config.decks]
    return lambda source: next((lang for belongs, lang in known if belongs(source)), "")


def _belongs(deck: DeckSettings, config: Config) -> Callable[[Source], bool]:
    """Whether a source of the configured notes is in the deck."""
    if deck.notes == config.notes:
        return lambda _: True
    members = sources.members(config, deck.notes)
    return lambda source: os.path.realpath(source.file) in members


# --- corpus → decks → packages -----------------------------------------------------------


def make_decks(config: Config, corpus: Corpus, paths: Sequence[str], folder: Path) -> list[Deck]:
    """The decks of the configuration; of ``paths`` that are none of them, one named after them."""
    is_whole = _is_whole(config, paths, [file.source.path for file in corpus.files])
    chosen = config.decks if is_whole else (_part(config, paths, folder),)
    return _decks(chosen, config, corpus)


def _part(config: Config, paths: Sequence[str], folder: Path) -> DeckSettings:
    """The deck of notes that are not all those of the settings."""
    named = deck_named_after([folder / path for path in paths])
    return replace(named, notes=config.notes)  # all that is read


def _decks(chosen: Sequence[DeckSettings], config: Config, corpus: Corpus) -> list[Deck]:
    find = media.finder((file.source for file in corpus.files), corpus.root)
    return [_deck(settings, config, corpus, find) for settings in chosen]


def _is_whole(config: Config, paths: Sequence[str], found: Iterable[str]) -> bool:
    """Whether ``found`` at ``paths`` are all the notes of the configuration."""
    if not paths:
        return True
    configured = {file.path for file in _configured(config)}
    return bool(configured) and configured == set(found)


def _configured(config: Config) -> tuple[SourceFile, ...]:
    """The files of the configured notes, none when there are no such notes."""
    try:
        return sources.collect(config)
    except UserError:
        if config.file is not None:
            raise
        return ()


def _media_root(config: Config, corpus: Corpus) -> Path:
    """The project with the notes: no picture is taken from outside of it.

    Without settings, notes that do not lie in the working folder are all there is of it.
    """
    files = [file.source.file for file in corpus.files]
    try:
        notes = Path(os.path.commonpath([os.path.dirname(file) for file in files]))  # noqa: PTH120 - str
        if config.file is None and not notes.is_relative_to(config.root):
            return notes
        return Path(os.path.commonpath([config.root, notes]))
    except ValueError:  # no files, or several drives
        return config.root


def _deck(settings: DeckSettings, config: Config, corpus: Corpus, find: media.FindMedia) -> Deck:
    belongs = _belongs(settings, config)
    files = (file for file in corpus.files if belongs(file.source))
    return cards.make([fact for file in files for fact in file.facts], settings, find)


def _pack(made: Sequence[Deck], plan: _Plan, clock: Callable[[Note], int]) -> _Packed:
    """Give the notes their identities."""
    notes = [(deck.slug, deck.notes) for deck in made]
    identified = identity.identify_all(notes, plan.lock, clock)
    after = identified[0].lock
    packages = tuple(
        Package(
            settings.slug,
            settings.name,
            after.version(settings.slug),
            each.notes,
            settings.description,
            settings.source_url,
        )
        for settings, each in zip(plan.decks, identified, strict=True)
    )
    return _Packed(packages, identified, after)


# --- commands ----------------------------------------------------------------------------


def lint(config: Config, paths: Sequence[str], folder: Path, *, cached: bool) -> Linted:
    """What is wrong with the notes.

    Paths inside the configured notes are looked at with all of these in mind: a finding is
    kept when any of its places is in one of the paths. A lock that cannot be read does not
    stop it: then all notes count as new.
    """
    wanted = {rule.over for rule in select(all_rules(), config.lint)}
    focus = sources.collect(config, paths, folder) if paths else ()
    everything = _configured(config)
    inside = bool(focus) and {file.path for file in focus} <= {file.path for file in everything}
    found = everything if inside or not paths else focus
    plan, trouble = _lenient_plan(config, () if inside else paths, folder, found)
    corpus = _corpus(config, found, cached=cached)
    findings = run_rules(_subjects(corpus, plan, config, wanted), config.lint)
    if inside:
        shown = {file.path for file in focus}
        findings = tuple(each for each in findings if _places(each) & shown)
    return Linted(findings, corpus, trouble)


def _lenient_plan(
    config: Config, paths: Sequence[str], folder: Path, found: tuple[SourceFile, ...]
) -> tuple[_Plan, str]:
    """As :func:`_plan`, with an empty lock and the reason when it cannot be read."""
    try:
        return _plan(config, paths, folder, found), ""
    except UserError as error:
        return _plan(config, paths, folder, found, Lock()), str(error)


def _subjects(
    corpus: Corpus, plan: _Plan, config: Config, wanted: Container[type]
) -> Iterator[object]:
    """What there is for rules over the ``wanted`` types to look at."""
    yield from corpus.files
    yield corpus
    if Deck in wanted or Package in wanted:
        made = _decks(plan.decks, config, corpus)
        yield from made
        if Package in wanted:
            yield from _pack(made, plan, lambda _: 0).packages  # no rule looks at times


def _places(finding: Finding) -> set[str]:
    return {finding.span.path, *(related.span.path for related in finding.related)}


def build(
    config: Config,
    paths: Sequence[str],
    folder: Path,
    out: Path,
    *,
    frozen: bool,
    cached: bool,
) -> Build:
    """Write the packages of the decks, unless Anki would lose or refuse some of their notes.

    They go to the folder ``out``. Raises UserError, and writes nothing, when the decks are
    not those of the lock.
    """
    plan = _plan(config, paths, folder, _collect(config, paths, folder))
    refuse_strangers(plan.decks, plan.lock)
    corpus = _corpus(config, plan.found, cached=cached)
    made = _decks(plan.decks, config, corpus)
    clock = times.clock((file.source for file in corpus.files if file.facts), os.environ)
    packed = _pack(made, plan, clock)
    for settings, each in zip(plan.decks, packed.found, strict=True):
        refuse_emptied(settings, each)
    refused = _refused(packed)
    lock_file = config.root / lock.FILE if plan.whole and not frozen else None
    built: tuple[Built, ...] = ()
    if not refused:
        built = dist.write(packed.packages, packed.lock, out, lock_file, whole=plan.whole)
    return Build(
        built,
        sum(len(deck.facts) for deck in made),
        sum(len(deck.without) for deck in made),
        refused,
        corpus,
        lock_file,
        len(lock.moved(plan.lock, packed.lock)),
    )


def _plan(
    config: Config,
    paths: Sequence[str],
    folder: Path,
    found: tuple[SourceFile, ...],
    known: Lock | None = None,
) -> _Plan:
    """Raises UserError when there is no lock ``known`` already, and that in the file is damaged."""
    if not _is_whole(config, paths, [file.path for file in found]):
        return _Plan(found, (_part(config, paths, folder),), Lock(), whole=False)
    known = lock.read(config.root / lock.FILE) if known is None else known
    return _Plan(found, continued(config.decks, known), known, whole=True)


def _refused(packed: _Packed) -> tuple[Finding, ...]:
    """Why Anki would lose or refuse notes."""
    findings = run_rules(packed.packages, LintSettings(select=("P",)))
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
