"""Replay the history of a repository of notes: what would have become of a learner's cards.

    python bench/replay.py REPOSITORY [--sample N] [--seed S] [-o FILE]

Every commit that touches notes is built after the one before it, with the lock that it left, as
if a deck had been released from each. FILE gets a JSON line for each card whose words changed
and kept its history ("match"), and for each pair of a card that went and the one most like it
that came ("miss"), with the kind of edit and the text before and after. To measure precision
and recall, draw N of them over all kinds of edit and label each by reading: the same question
or another one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from factdeck import run
from factdeck.cards import cloze
from factdeck.config import load
from factdeck.model import Note, NoteKind
from factdeck.package.identity import Identified, identify
from factdeck.package.lock import Lock
from factdeck.package.text import summary

SUFFIXES = (".md", ".markdown", ".txt")
ALIKE = 55
"""Pairs of cards that went and came are not worth a look below this likeness, in percent."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a card in a commit; ``card`` is the number of a deletion of a cloze."""

    what: str
    edit: str
    commit: str
    card: int
    before: str
    after: str


def main() -> int:
    """Replay, and print how many cards were kept, changed, came and went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("repository", type=Path, help="a git repository, bare or not")
    parser.add_argument("--sample", type=int, metavar="N", help="write only N, over all edits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, default=Path("replay.jsonl"))
    options = parser.parse_args()
    changes, counts = replayed(options.repository.resolve())
    if options.sample:
        changes = drawn(changes, options.sample, random.Random(options.seed))  # noqa: S311 - no secret
    lines = [json.dumps(asdict(change), ensure_ascii=False) + "\n" for change in changes]
    options.output.write_text("".join(lines), encoding="utf-8")
    for name, count in counts.items():
        sys.stdout.write(f"{name:12}{count:8}\n")
    return 0


def replayed(repository: Path) -> tuple[list[Change], Counter[str]]:
    """All changes of a history, each text once, and how often what happened."""
    lock, last = Lock(), dict[str, Note]()
    counts: Counter[str] = Counter()
    changes: dict[Change, None] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, (commit, notes) in enumerate(versions(repository, Path(folder))):
            built = identify(notes, lock, "deck", lambda _, time=number: time)  # type: ignore[misc]  # mypy takes the default for an argument
            now = {each.guid: each.note for each in built.notes}
            counts["kept as is"] += sum(note == last.get(guid) for guid, note in now.items())
            counts["new"] += len(built.new) if number else 0
            counts["retired"] += len(built.retired)
            counts["unsure"] += len(built.unsure)
            found = [*matches(commit, last, now), *misses(commit, last, now, built)]
            changes |= dict.fromkeys(found)
            counts.update(change.what for change in found)
            lock, last = built.lock, {**last, **now}
    return list(changes), counts


def versions(repository: Path, folder: Path) -> Iterator[tuple[str, Sequence[Note]]]:
    """The notes of each commit on the first line of parents that touches notes, oldest first."""
    config = load(folder)
    commits = git(
        repository,
        folder,
        "rev-list",
        "--first-parent",
        "--reverse",
        "HEAD",
        "--",
        *(f"*{suffix}" for suffix in SUFFIXES),
    ).split()
    for commit in commits:
        git(repository, folder, "read-tree", commit)
        names = git(repository, folder, "ls-files", "-z").split("\0")
        wanted = {name for name in names if name.lower().endswith(SUFFIXES)}
        for file in [path for path in folder.rglob("*") if path.is_file()]:
            name = file.relative_to(folder).as_posix()
            if name not in wanted and ".factdeck_cache" not in name and name != ".index":
                file.unlink()
        git(repository, folder, "checkout-index", "-f", "-z", "--stdin", text="\0".join(wanted))
        if wanted:
            corpus = run.read_corpus(config, ["."], folder, cached=True)
            yield commit, run.make_decks(config, corpus, ["."], folder)[0].notes


def git(repository: Path, folder: Path, *arguments: str, text: str = "") -> str:
    """What a git command over ``folder`` says; nothing that the repository names is run."""
    command = ["git", f"--git-dir={git_dir(repository)}", f"--work-tree={folder}"]
    command += ["-c", "core.hooksPath=/dev/null", "-c", "core.symlinks=false", *arguments]
    environment = {**os.environ, "GIT_INDEX_FILE": str(folder / ".index")}
    result = subprocess.run(  # noqa: S603 - git, with arguments of ours
        command,
        cwd=folder,
        env=environment,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout


def git_dir(repository: Path) -> Path:
    """Where git keeps what it knows."""
    return repository / ".git" if (repository / ".git").is_dir() else repository


# --- what became of the cards ------------------------------------------------------------


def matches(commit: str, last: Mapping[str, Note], now: Mapping[str, Note]) -> Iterator[Change]:
    """The cards that kept their history, and read otherwise than before."""
    for guid, note in now.items():
        old = last.get(guid)
        if old is None or (old.front, old.back, old.context) == (
            note.front,
            note.back,
            note.context,
        ):
            continue
        for card in cards(old) & cards(note):
            before, after = shown(old, card), shown(note, card)
            if before != after:
                yield Change("match", edit(old, note, card), commit, card, before, after)


def misses(
    commit: str, last: Mapping[str, Note], now: Mapping[str, Note], built: Identified
) -> Iterator[Change]:
    """The cards that went, each with the most similar one that came."""
    came = [shown(now[guid], 0) for guid in built.new]
    for guid in built.retired if came else ():
        before = shown(last[guid], 0)
        found = process.extractOne(before, came, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
        if found:
            yield Change("miss", "not matched", commit, 0, before, found[0])


def cards(note: Note) -> set[int]:
    """The numbers of a cloze; 0 for a note that is none."""
    return set(cloze.deletions(note.front)) if note.kind is NoteKind.CLOZE else {0}


def shown(note: Note, card: int) -> str:
    """A card in plain words, what it deletes in brackets."""
    front = note.front
    if card:
        asked = cloze.deletions(front)[card]
        front = front.replace(f"{{{{c{card}::{asked}}}}}", f"[{asked}]")
    sides = (front, note.back, note.context)
    return " | ".join(summary(side, 600) for side in sides)


def edit(old: Note, new: Note, card: int) -> str:
    """The kind of an edit, in two words or so."""
    path = old.key.split(" › ")[0] != new.key.split(" › ")[0]
    moved = ", other file" if path else ""
    if card:
        before, after = cloze.deletions(old.front)[card], cloze.deletions(new.front)[card]
        return f"{'deletion' if before != after else 'text around it'}{moved}"
    if old.front == new.front:
        return f"{'context' if old.back == new.back else 'answer'}{moved}"
    return f"{'question' if old.back == new.back else 'question and answer'}{moved}"


def drawn(changes: Iterable[Change], size: int, chance: random.Random) -> list[Change]:
    """As many of each kind of edit, as far as there are so many."""
    strata: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        strata[change.what, change.edit].append(change)
    found: list[Change] = []
    for left, stratum in zip(
        range(len(strata), 0, -1), sorted(strata.values(), key=len), strict=True
    ):
        share = (size - len(found)) // left
        found += chance.sample(stratum, min(share, len(stratum)))
    return found


if __name__ == "__main__":
    sys.exit(main())
