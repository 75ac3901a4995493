"""What factdeck lint does with the baseline: what it keeps back, and --baseline-write."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factdeck.cli.output import complain
from factdeck.errors import UserError
from factdeck.lint import all_rules, baseline
from factdeck.lint.baseline import Compared
from factdeck.lint.selection import select
from factdeck.report.text import counted

if TYPE_CHECKING:
    from factdeck.config import Config
    from factdeck.run import Linted


@dataclass(frozen=True, slots=True)
class Baseline:
    """The baseline of a project; ``entries`` is None when there is none."""

    config: Config
    entries: tuple[baseline.Entry, ...] | None

    def compare(self, linted: Linted) -> Compared:
        """What is new, and what is gone as far as that can be told of the rules that ran."""
        compared = baseline.compare(linted.findings, self.entries or ())
        ran = {rule.code for rule in select(all_rules(), self.config.lint)} if linted.whole else ()
        return replace(compared, gone=tuple(each for each in compared.gone if each.code in ran))


def read(options: argparse.Namespace, config: Config) -> Baseline:
    """The baseline that applies; UserError when it is damaged."""
    if options.no_baseline:
        return Baseline(config, None)
    return Baseline(config, baseline.read(config.root / baseline.FILE))


def tell_gone(compared: Compared) -> None:
    """Say how much of the baseline is of no use any more."""
    if number := sum(entry.count for entry in compared.gone):
        complain(
            f"{number} of the findings in {baseline.FILE} can go, for nothing is like that any "
            "more: `factdeck lint --baseline-write` takes them out."
        )


def write(known: Baseline, linted: Linted, *, grow: bool) -> Compared:
    """Take out of the baseline what is gone; add what is new to a first one, or to let it grow.

    Gives what it says then. Raises UserError when not all notes were looked at.
    """
    if not linted.whole or linted.focus:
        raise UserError(
            "The baseline is of all the notes. Leave out PATHS, and name the notes in the settings."
        )
    compared = known.compare(linted)
    entries = baseline.shrunk(known.entries or (), compared.gone)
    if grow or known.entries is None:
        entries = baseline.grown(entries, compared.new)
    if known.entries is None and not entries:
        complain("there is nothing to keep back; no baseline is written.")
        return compared
    baseline.write(known.config.root / baseline.FILE, entries)
    number = counted(sum(entry.count for entry in entries), "finding") or "nothing"
    complain(f"{baseline.FILE} keeps back {number}.")
    return replace(known, entries=entries).compare(linted)
