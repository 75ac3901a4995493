"""Give decks a version: lint, build, changelog, lock, all or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from factdeck.cards import Deck
from factdeck.config import Config
from factdeck.corpus import Corpus
from factdeck.errors import UserError
from factdeck.formats import apkg
from factdeck.model import Fact, Finding, Severity
from factdeck.package import Package, adopted, lock, times
from factdeck.package.decks import refuse_emptied, refuse_strangers
from factdeck.package.diff import Diff, since_release
from factdeck.package.handover import open_pairs
from factdeck.package.lock import UNRELEASED, Entry
from factdeck.release import changelog, dist, retired, versions
from factdeck.release.dist import Built, Release
from factdeck.release.versions import AUTO, Choice
from factdeck.report.facts import json_lines
from factdeck.run.building import refusals
from factdeck.run.linting import lint
from factdeck.run.notes import collect
from factdeck.run.packing import Packed, plan_of, work_on


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a release.

    ``version`` is auto, patch, minor, major or one like 1.2.0. ``frozen``: write the files of
    the last release again, and nothing else. ``dirty``: also of what is not committed.
    """

    version: str = AUTO
    frozen: bool = False
    dirty: bool = False
    retired_package: bool = False


@dataclass(frozen=True, slots=True)
class Released:
    """A release as made, or (``refused``) the errors in the notes that stand in its way.

    ``choices`` says for each deck that got a version, by its slug, which and why. ``unsure``
    are retired and new entries of the lock that may be the same.
    """

    built: tuple[Built, ...]
    choices: tuple[tuple[str, Choice], ...]
    refused: tuple[Finding, ...]
    corpus: Corpus
    unsure: tuple[tuple[Entry, Entry], ...] = ()


def release(config: Config, folder: Path, out: Path, wish: Wish, *, cached: bool) -> Released:
    """Release the decks that have changed, and write all files of all decks to ``out``.

    Raises UserError, and writes nothing, when the notes or the lock are not committed, the
    version cannot be, or there is nothing to release.
    """
    linted = lint(config, (), folder, cached=cached)
    errors = tuple(each for each in linted.findings if each.severity is Severity.ERROR)
    if errors:
        return Released((), (), errors, linted.corpus)
    plan = plan_of(config, (), folder, collect(config, (), folder))
    refuse_strangers(plan.decks, plan.lock)
    work = work_on(plan, config, linted.corpus)
    before = work.pack()
    if lost := refusals(before):  # whatever the settings have the linter ignore
        return Released((), (), lost, work.corpus)
    if not (wish.dirty or wish.frozen):
        _refuse_uncommitted(config, work.corpus, before)
    for settings, each in zip(plan.decks, before.found, strict=True):
        refuse_emptied(settings, each)
    diffs = [(each, since_release(before.lock, each)) for each in before.packages]
    changed = [(each, told) for each, told in diffs if told.old == UNRELEASED or told]
    if wish.frozen:
        _refuse_changed(changed)
    if wish.version != AUTO and not changed:
        raise UserError("Nothing has changed since the last release: there is none to make.")
    choices = [(p.slug, versions.choose(wish.version, told.old, told)) for p, told in changed]
    after = work.pack({slug: choice.version for slug, choice in choices})
    built = dist.write_release(_files(config, work.decks, after, changed, wish, out), out)
    return Released(built, tuple(choices), (), work.corpus, tuple(open_pairs(before.lock)))


def _files(
    config: Config,
    decks: Sequence[Deck],
    after: Packed,
    changed: Sequence[tuple[Package, Diff]],
    wish: Wish,
    out: Path,
) -> Release:
    packages = {package.slug: package for package in after.packages}
    new = [(packages[package.slug], told) for package, told in changed]
    file = config.root / config.changelog
    text = _changelog(file, new)
    return Release(
        packages=after.packages,
        after=after.lock,
        texts=dict(_texts(after.packages, decks, text)),
        retired=_retired(new, out) if wish.retired_package else (),
        changelog=(file, text) if new else None,
        lock=config.root / lock.FILE if new else None,
    )


def _texts(
    packages: Sequence[Package], decks: Sequence[Deck], text: str
) -> Iterator[tuple[str, bytes]]:
    """The facts of each deck, and what the changelog ``text`` says of its release, by name."""
    for package, deck in zip(packages, decks, strict=True):
        name = dist.file_name(package)
        yield dist.facts_name(name), _facts(deck.facts)
        if section := changelog.find_section(text, package.name, package.version):
            yield dist.notes_name(name), section.encode()


def _facts(facts: Iterable[Fact]) -> bytes:
    return "".join(f"{line}\n" for line in json_lines(facts)).encode()


def _changelog(file: Path, new: Iterable[tuple[Package, Diff]]) -> str:
    text = _read(file)
    for package, told in new:
        section = changelog.section(package.name, package.version, _date(package), told)
        text = changelog.with_section(text, section)
    return text


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", "") or "it is not UTF-8"
        raise UserError(
            f"The changelog {file} cannot be read: {reason}. Mend it, or name another file with "
            "changelog = … in the settings."
        ) from error


def _date(package: Package) -> str:
    """The day on which its newest note changed, as in the description of the deck."""
    newest = max((each.modified for each in package.notes), default=0)
    return datetime.fromtimestamp(newest, UTC).date().isoformat()


def _retired(new: Iterable[tuple[Package, Diff]], out: Path) -> list[Package]:
    """A package for each deck that lost notes, made of the package of its last release."""
    found = []
    for package, told in new:
        if not told.retired:
            continue
        last = out / f"{package.slug}-{told.old}.apkg"
        if not last.is_file():
            raise UserError(
                f"The package of the retired notes is made of the last release, and {last} is "
                "not there. Put it there, or release without --retired-package."
            )
        guids = (change.guid for change in told.retired)
        found.append(retired.package(apkg.read(last), guids, package))
    return found


# --- what stands in the way --------------------------------------------------------------


def _refuse_uncommitted(config: Config, corpus: Corpus, packed: Packed) -> None:
    """Raise UserError when the release would be of something that nobody can look up."""
    notes = [Path(file.source.file) for file in corpus.files]
    media = [Path(each.file) for package in packed.packages for each in package.media]
    settings = [config.file] if config.file else []
    locks = [config.root / name for name in (lock.FILE, adopted.FILE)]
    there = [file for file in (*notes, *media, *settings, *locks) if file.exists()]
    if dirty := times.uncommitted(there, os.environ):
        root = config.root.resolve()
        names = [os.path.relpath(file, root) for file in dirty[:3]]
        more = f" and {len(dirty) - 3} more" if len(dirty) > 3 else ""
        them = "it" if len(dirty) == 1 else "them"
        raise UserError(
            f"{', '.join(names)}{more}: not committed. Commit {them}, so that the release can be "
            "looked up, or say --allow-dirty."
        )


def _refuse_changed(changed: Iterable[tuple[Package, Diff]]) -> None:
    for package, told in changed:
        if told.old == UNRELEASED:
            raise UserError(
                f'The deck "{package.name}" has no release yet: run `factdeck release` first.'
            )
        raise UserError(
            f'The deck "{package.name}" is not as it was released in {told.old}: run '
            "`factdeck diff` to see what changed, and `factdeck release` to release it."
        )
