"""Fixes applied: findings and the bytes of files in, new bytes out.

A fix is applied whole or not at all. Two that would change the same text wait for one another:
the notes are looked at again after each round, until there is nothing left to do. What a file
has of byte order mark and line ends stays.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factdeck.errors import UserError
from factdeck.formats.staging import staging
from factdeck.model import Edit, Finding, Fix, Source
from factdeck.sources.read import decoded

_ROUNDS = 20
"""So often at most: two rules that undo one another would go on for ever."""
_BOM = "\ufeff"

Texts = Mapping[str, bytes]
"""What files hold, or are to hold, by their real paths."""
Look = Callable[[Texts], tuple[Sequence[Finding], Sequence[Source]]]
"""From texts that stand in for those of files to the findings, and the sources that fixes of
them may change."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Files as they were ``before`` and are to be ``after``, and how many findings that mends."""

    before: Texts
    after: Texts
    count: int


def can_fix(finding: Finding, *, unsafe: bool) -> bool:
    """Whether the finding has a fix that is wanted; an unsafe one only when these are."""
    return finding.fix is not None and (finding.fix.safe or unsafe)


def fix_all(look: Look, texts: Texts, *, unsafe: bool) -> Fixed:
    """Apply the fixes of findings, round after round, to nothing but values.

    ``texts`` stand in for what files hold from the beginning. A file that changed since it was
    read is left alone. The last ``look`` is at how it ends.
    """
    before: dict[str, bytes] = {}
    after = dict(texts)
    count = 0
    for _ in range(_ROUNDS):
        findings, sources = look(after)
        files = {source.path: source for source in sources}
        wanted = (each.fix for each in findings if each.fix and can_fix(each, unsafe=unsafe))
        mine = (fix for fix in wanted if all(edit.span.path in files for edit in fix.edits))
        chosen = tuple(_readable(_apart(mine), files, before, after))
        if not chosen:
            break
        count += len(chosen)
        for path, edits in _by_path(chosen).items():
            file = real(files[path])
            after[file] = edited(after[file], edits)
    else:
        look(after)
    changed = {file: data for file, data in after.items() if data != before.get(file, data)}
    return Fixed({file: before[file] for file in changed}, changed, count)


def real(source: Source) -> str:
    """Where a source really lies: a link is followed, and stays one."""
    return os.path.realpath(source.file)


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file with edits of it made, none of which overlap."""
    text = data.decode("utf-8")
    starts = _line_starts(text)
    newline = _newline(text)
    pieces, done = [], 0
    for edit in sorted(set(edits)):
        span = edit.span
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        pieces += [text[done:start], edit.content.replace("\n", newline)]
        done = end
    return "".join((*pieces, text[done:])).encode("utf-8")


def write(fixed: Fixed) -> tuple[str, ...]:
    """Write the files that fixes change, all or none.

    Gives the files that somebody else changed in the meantime: then none is written. Raises
    UserError for one that cannot be written.
    """
    changed = tuple(file for file, data in fixed.before.items() if not _holds(file, data))
    if changed:
        return changed
    with staging() as stage:
        for file, data in fixed.after.items():
            temporary = stage(Path(file))
            temporary.write_bytes(data)
            shutil.copymode(file, temporary)
    return ()


def _holds(file: str, data: bytes) -> bool:
    """Whether the file may be written and still holds the data."""
    if not os.access(file, os.W_OK):
        raise UserError(f"{file} is not to be written to. Allow it, or fix it by hand.")
    return Path(file).read_bytes() == data


# --- which fixes --------------------------------------------------------------------------


def _apart(fixes: Iterable[Fix]) -> Iterator[Fix]:
    """The fixes that do not change what one before them changes already."""
    taken: dict[str, list[Edit]] = {}
    for fix in fixes:
        clear = all(
            not _meet(edit, other) for edit in fix.edits for other in taken.get(edit.span.path, ())
        )
        if clear:
            for edit in fix.edits:
                taken.setdefault(edit.span.path, []).append(edit)
            yield fix


def _by_path(fixes: Iterable[Fix]) -> dict[str, list[Edit]]:
    edits: dict[str, list[Edit]] = {}
    for fix in fixes:
        for edit in fix.edits:
            edits.setdefault(edit.span.path, []).append(edit)
    return edits


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits touch: of two that do, nobody knows the order."""
    first, last = sorted((one.span, other.span))
    return (last.line, last.column) <= (first.end_line, first.end_column)


def _readable(
    fixes: Iterable[Fix],
    files: Mapping[str, Source],
    before: dict[str, bytes],
    after: dict[str, bytes],
) -> Iterator[Fix]:
    """The fixes of files that are as they were read; these are loaded on the way."""
    for fix in fixes:
        sources = [files[path] for path in {edit.span.path for edit in fix.edits}]
        if all(_load(source, before, after) for source in sources):
            yield fix


def _load(source: Source, before: dict[str, bytes], after: dict[str, bytes]) -> bool:
    """Have the bytes of a source in ``after``; False when they are not those that were read."""
    file = real(source)
    if file in before:
        return True
    try:
        data = after[file] if file in after else Path(file).read_bytes()
        if decoded(data) != source.text:
            return False
    except (OSError, UnicodeDecodeError):
        return False
    before[file] = after[file] = data
    return True


# --- text ---------------------------------------------------------------------------------


def _line_starts(text: str) -> list[int]:
    """Where each line begins, behind the byte order mark, and where the text ends."""
    first = len(_BOM) if text.startswith(_BOM) else 0
    return [first, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]


def _newline(text: str) -> str:
    match = re.search(r"\r\n|\r|\n", text)
    return match[0] if match else "\n"
