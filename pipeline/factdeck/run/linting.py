"""What is wrong with the notes."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factdeck import sources
from factdeck.cards import Deck
from factdeck.config import Config, place_of_selector
from factdeck.corpus import Corpus
from factdeck.errors import UserError
from factdeck.lint import all_rules
from factdeck.lint import lint as run_rules
from factdeck.lint.fixes import Texts
from factdeck.lint.selection import select, selectors, unknown
from factdeck.model import Finding
from factdeck.package import Package
from factdeck.package.lock import Lock
from factdeck.run.notes import configured, corpus_of
from factdeck.run.packing import Plan, decks_of, pack, plan_of
from factdeck.sources import SourceFile


@dataclass(frozen=True, slots=True)
class Linted:
    """Findings, and the corpus that they speak of; ``trouble``: why the lock cannot be read.

    ``focus`` are the sources that were asked for, when they are not all; ``whole``: the corpus
    is all the notes that there are.
    """

    findings: tuple[Finding, ...]
    corpus: Corpus
    trouble: str = ""
    focus: frozenset[str] = frozenset()
    whole: bool = True


def lint(
    config: Config,
    paths: Sequence[str],
    folder: Path,
    *,
    cached: bool,
    texts: Texts | None = None,
) -> Linted:
    """What is wrong with the notes.

    Paths inside the configured notes are looked at with all of these in mind: they are the
    focus of the findings. ``texts`` stand in for what files hold, and may be of files that are
    not there. A lock that cannot be read does not stop it: then all notes count as new.
    """
    _refuse_unknown_rules(config)
    wanted = {rule.over for rule in select(all_rules(), config.lint)}
    focus = sources.collect(config, paths, folder) if paths else ()
    everything = configured(config)
    inside = bool(focus) and {file.path for file in focus} <= {file.path for file in everything}
    found = _with(texts, everything if inside or not paths else focus, config)
    plan, trouble = _lenient_plan(config, () if inside else paths, folder, found)
    corpus = corpus_of(config, found, cached=cached, compared=True, texts=texts)
    whole = inside or not paths
    findings = run_rules(_subjects(corpus, plan, config, wanted), config.lint, whole=whole)
    in_focus = frozenset(file.path for file in focus) if inside else frozenset()
    return Linted(findings, corpus, trouble, in_focus, whole)


def _refuse_unknown_rules(config: Config) -> None:
    """What the settings call a rule and is none is told with its place in them."""
    rules = all_rules()
    for selector in selectors(config.lint):
        if message := unknown(selector, rules):
            place = place_of_selector(config.file, selector) if config.file else ""
            raise UserError(f"{place}: {message}" if place else message)


def _with(
    texts: Texts | None, found: Sequence[SourceFile], config: Config
) -> tuple[SourceFile, ...]:
    """The files, and those that are not there but have a text that stands in for them."""
    known = {os.path.realpath(file.file) for file in found} if texts else set()
    more = (sources.named(config, file) for file in texts or () if file not in known)
    return tuple(sorted((*found, *more)))


def _lenient_plan(
    config: Config, paths: Sequence[str], folder: Path, found: tuple[SourceFile, ...]
) -> tuple[Plan, str]:
    """As :func:`plan_of`, with an empty lock and the reason when it cannot be read."""
    try:
        return plan_of(config, paths, folder, found), ""
    except UserError as error:
        return plan_of(config, paths, folder, found, Lock()), str(error)


def _subjects(
    corpus: Corpus, plan: Plan, config: Config, wanted: Container[type]
) -> Iterator[object]:
    """What there is for rules over the ``wanted`` types to look at."""
    yield from corpus.files
    yield corpus
    if Deck in wanted or Package in wanted:
        made = decks_of(plan.decks, config, corpus)
        yield from made
        if Package in wanted:
            yield from pack(made, plan, lambda _: 0).packages  # no rule looks at times
