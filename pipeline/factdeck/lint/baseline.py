"""The findings that a project lives with, ``factdeck-baseline.json``: only new ones are shown.

An entry is a fingerprint and how often it occurs. Fingerprints are made of content, so that
moved lines, renamed files and reordered sections change nothing. Code, path and message are for
those who read the file; an entry that is kept stays as it was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from factdeck.errors import UserError
from factdeck.formats.staging import staging
from factdeck.model import Finding
from factdeck.schemas import flaw, validate

FILE = "factdeck-baseline.json"
_VERSION = 1
_FINDINGS = "findings"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding that the project lives with, ``count`` times."""

    code: str
    path: str
    message: str
    fingerprint: str
    count: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings beside a baseline: those that are ``new``, those ``known``, and what is ``gone``.

    ``gone`` are entries with the number of times that they occur no longer.
    """

    new: tuple[Finding, ...]
    known: tuple[Finding, ...] = ()
    gone: tuple[Entry, ...] = ()


def compare(findings: Sequence[Finding], entries: Iterable[Entry]) -> Compared:
    """Which findings the entries know; of too many, those that stand elsewhere are new."""
    by_fingerprint = {entry.fingerprint: entry for entry in entries}
    left = {fingerprint: entry.count for fingerprint, entry in by_fingerprint.items()}
    known: set[Finding] = set()

    def at_home(finding: Finding) -> bool:
        entry = by_fingerprint.get(finding.fingerprint)
        return entry is not None and entry.path == finding.span.path

    for finding in sorted(findings, key=lambda each: (not at_home(each), each)):
        if left.get(finding.fingerprint, 0):
            left[finding.fingerprint] -= 1
            known.add(finding)
    return Compared(
        tuple(each for each in findings if each not in known),
        tuple(each for each in findings if each in known),
        tuple(
            replace(entry, count=left[fingerprint])
            for fingerprint, entry in by_fingerprint.items()
            if left[fingerprint]
        ),
    )


def shrunk(entries: Iterable[Entry], gone: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries without what is gone."""
    less = {entry.fingerprint: entry.count for entry in gone}
    kept = (replace(each, count=each.count - less.get(each.fingerprint, 0)) for each in entries)
    return tuple(entry for entry in kept if entry.count)


def grown(entries: Iterable[Entry], new: Iterable[Finding]) -> tuple[Entry, ...]:
    """The entries with findings that are not among them yet."""
    by_fingerprint = {entry.fingerprint: entry for entry in entries}
    for each in new:
        known = by_fingerprint.get(each.fingerprint)
        by_fingerprint[each.fingerprint] = (
            replace(known, count=known.count + 1)
            if known
            else Entry(each.code, each.span.path, each.message, each.fingerprint, 1)
        )
    return tuple(sorted(by_fingerprint.values()))


# --- the file -----------------------------------------------------------------------------


def read(file: Path) -> tuple[Entry, ...] | None:
    """The entries in a file, None when there is no such file.

    Raises UserError, with the line, for a file that is damaged. An entry that stands twice, as
    a merge may leave it, counts once, with the greater number.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise _damaged(file, 1, "it is not UTF-8") from error
    except OSError as error:
        raise UserError(f"{file.name} cannot be read: {error.strerror}.") from error
    value = _parsed(file, text)
    if found := flaw("baseline", value):
        raise _damaged(file, _line(text, found.path), found.message.rstrip("."))
    entries: dict[str, Entry] = {}
    for entry in (Entry(**each) for each in value[_FINDINGS]):
        known = entries.get(entry.fingerprint, entry)
        entries[entry.fingerprint] = max(known, entry, key=lambda each: each.count)
    return tuple(sorted(entries.values()))


def write(file: Path, entries: Iterable[Entry]) -> None:
    """Write the entries, sorted, one a line: what two branches change apart merges."""
    values = [asdict(entry) for entry in sorted(entries)]
    validate("baseline", {"version": _VERSION, _FINDINGS: values})
    lines = ",\n".join(f"    {json.dumps(value, ensure_ascii=False)}" for value in values)
    inner = f"[\n{lines}\n  ]" if lines else "[]"
    text = f'{{\n  "version": {_VERSION},\n  "{_FINDINGS}": {inner}\n}}\n'
    with staging() as stage:
        stage(file).write_bytes(text.encode("utf-8"))


def _parsed(file: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        lines = text.split("\n")
        marked = lines[line - 1].startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||"))
        raise _damaged(file, line, "a merge left a conflict" if marked else str(error)) from error


def _damaged(file: Path, line: int, why: str) -> UserError:
    return UserError(
        f"{file.name}:{line}: {why}. Mend the baseline, take it from version control, or remove "
        "it and write it anew with `factdeck lint --baseline-write`."
    )


def _line(text: str, way: Sequence[str | int]) -> int:
    """The line on which the value at the end of the way begins, as far as an entry goes."""
    if not (len(way) > 1 and way[0] == _FINDINGS and isinstance(way[1], int)):
        return 1
    decoder = json.JSONDecoder()
    position = text.index("[", text.index(f'"{_FINDINGS}"')) + 1
    for _ in range(way[1]):
        _, position = decoder.raw_decode(text, _next(text, position))
    return text.count("\n", 0, _next(text, position)) + 1


def _next(text: str, position: int) -> int:
    """Where the next value begins."""
    while text[position] in " \t\r\n,":
        position += 1
    return position
