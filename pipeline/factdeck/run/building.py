"""Notes → packages in a folder, and the lock beside the notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factdeck.config import Config, LintSettings
from factdeck.corpus import Corpus
from factdeck.lint import lint as run_rules
from factdeck.model import Finding, Severity
from factdeck.package import lock
from factdeck.package.decks import refuse_emptied, refuse_strangers
from factdeck.package.lock import Entry
from factdeck.release import dist
from factdeck.release.dist import Built
from factdeck.run.notes import collect, corpus_of
from factdeck.run.packing import Packed, plan_of, work_on


@dataclass(frozen=True, slots=True)
class Build:
    """What a build wrote, or (``refused``) why Anki would lose or refuse something of it.

    ``without`` counts the facts that gave no card, ``moved`` the notes that are in another
    deck of Anki than before. ``lock`` is the file that remembers the notes, None when the
    build did not touch it. ``unsure`` are retired and new notes that may be the same.
    """

    built: tuple[Built, ...]
    facts: int
    without: int
    refused: tuple[Finding, ...]
    corpus: Corpus
    lock: Path | None
    moved: int = 0
    unsure: tuple[tuple[Entry, Entry], ...] = ()


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
    plan = plan_of(config, paths, folder, collect(config, paths, folder))
    refuse_strangers(plan.decks, plan.lock)
    corpus = corpus_of(config, plan.found, cached=cached)
    work = work_on(plan, config, corpus)
    packed = work.pack()
    for settings, each in zip(plan.decks, packed.found, strict=True):
        refuse_emptied(settings, each)
    refused = refusals(packed)
    lock_file = config.root / lock.FILE if plan.whole and not frozen else None
    built: tuple[Built, ...] = ()
    if not refused:
        built = dist.write(packed.packages, packed.lock, out, lock_file, whole=plan.whole)
    return Build(
        built,
        sum(len(deck.facts) for deck in work.decks),
        sum(len(deck.without) for deck in work.decks),
        refused,
        corpus,
        lock_file,
        len(lock.moved(plan.lock, packed.lock)),
        _unsure(packed),
    )


def _unsure(packed: Packed) -> tuple[tuple[Entry, Entry], ...]:
    """The entries, retired and new, that may be the same."""
    of_guid = {entry.guid: entry for entry in packed.lock.entries}
    return tuple((of_guid[old], of_guid[new]) for each in packed.found for old, new in each.unsure)


def refusals(packed: Packed) -> tuple[Finding, ...]:
    """Why Anki would lose or refuse notes."""
    findings = run_rules(packed.packages, LintSettings(select=("P",)))
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
