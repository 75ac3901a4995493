"""Notes → corpus: files in, what was understood of them out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from factdeck import facts, process, sources
from factdeck.cache import FOLDER, Cache, Record
from factdeck.claims.evidence import evidence
from factdeck.config import Config, DeckSettings
from factdeck.corpus import Corpus, File, pins
from factdeck.errors import UserError
from factdeck.lint import dictionary
from factdeck.lint.fixes import Texts
from factdeck.model import Document, Source
from factdeck.parse import parse
from factdeck.sources import SourceFile

Item = TypeVar("Item")
Result = TypeVar("Result")

_ALONE = 32
"""So many files are read by this process alone: starting others takes longer."""
_CHUNK = 16


def read_corpus(
    config: Config, paths: Sequence[str], folder: Path, *, cached: bool, compared: bool = False
) -> Corpus:
    """Read, parse and understand the notes at ``paths``, or those of the configuration.

    Raises UserError when there are none.
    """
    return corpus_of(config, collect(config, paths, folder), cached=cached, compared=compared)


def collect(config: Config, paths: Sequence[str], folder: Path) -> tuple[SourceFile, ...]:
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


def configured(config: Config) -> tuple[SourceFile, ...]:
    """The files of the configured notes, none when there are no such notes."""
    try:
        return sources.collect(config)
    except UserError:
        if config.file is not None:
            raise
        return ()


def dictionaries(config: Config) -> tuple[tuple[str, Path], ...]:
    """The languages that have a dictionary, with its .dic file."""
    return tuple((tag, config.root / dic) for tag, dic in config.lint.dictionaries)


def is_whole(config: Config, paths: Sequence[str], found: Iterable[str]) -> bool:
    """Whether ``found`` at ``paths`` are all the notes of the configuration."""
    if not paths:
        return True
    known = {file.path for file in configured(config)}
    return bool(known) and known == set(found)


def corpus_of(
    config: Config,
    found: Sequence[SourceFile],
    *,
    cached: bool,
    compared: bool = False,
    texts: Texts | None = None,
) -> Corpus:
    """The corpus of the files that were ``found``; ``texts`` stand in for what some hold.

    ``compared``: somebody will ask for claims, so that they are worth finding on all cores.
    """
    cache = Cache((config.cache_root or config.root) / FOLDER if cached and found else None)
    loaded = [sources.read(file, config.max_bytes, _stand_in(file, texts)) for file in found]
    known = {
        index: record
        for index, record in cache.load(loaded).items()
        if record.evidence or not compared
    }
    unread = [source for index, source in enumerate(loaded) if index not in known]
    fresh = dict(zip(unread, _each(_compare if compared else _read, unread), strict=True))
    cache.save(fresh, [loaded[index] for index in known])
    lang_of = _languages(config)
    files = (
        _file(source, known.get(index) or fresh[source], lang_of(source))
        for index, source in enumerate(loaded)
    )
    corpus = Corpus(
        tuple(files),
        dictionary.known(config),
        names=frozenset(config.lint.names),
        pins=pins.read(config.root),
        max_media_bytes=config.lint.max_media_bytes,
        dictionaries=dictionaries(config),
    )
    return replace(corpus, root=_media_root(config, corpus))


def _stand_in(file: SourceFile, texts: Texts | None) -> bytes | None:
    return texts.get(os.path.realpath(file.file)) if texts else None


def _read(source: Source) -> Record:
    document = parse(source)
    reading = facts.read(document)
    return Record(
        document.blocks, document.dropped, document.problems, reading.facts, reading.lines
    )


def _compare(source: Source) -> Record:
    record = _read(source)
    return replace(record, evidence=evidence(record.facts, source.lines))


def _file(source: Source, record: Record, lang: str) -> File:
    document = Document(source, record.blocks, record.dropped, record.problems)
    return File(source, document, record.facts, lang, record.uses, record.evidence)


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
    known = [(belongs_to(deck, config), deck.lang) for deck in config.decks]
    return lambda source: next((lang for belongs, lang in known if belongs(source)), "")


def belongs_to(deck: DeckSettings, config: Config) -> Callable[[Source], bool]:
    """Whether a source of the configured notes is in the deck."""
    if deck.notes == config.notes:
        return lambda _: True
    members = sources.members(config, deck.notes)
    return lambda source: os.path.realpath(source.file) in members


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
