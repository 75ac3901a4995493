"""How well slips are found: factdeck beside codespell, typos and cspell, on the same notes.

``python bench/spelling.py`` measures on ``spelling.md`` beside this file: notes on ten subjects
in which slips are planted, written ``{wrong|right}``. ``python bench/spelling.py FOLDER`` draws
findings on other notes for a person to read, since nobody knows all slips in them. A tool that
is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MARKED = Path(__file__).with_name("spelling.md")
_SLIP = re.compile(r"\{(?P<wrong>\w+)\|(?P<right>[\w' ]+)\}")


@dataclass(frozen=True, order=True)
class Found:
    """A word (in lower case) that is wrong, where it stands, and what it should be."""

    path: str
    line: int
    wrong: str
    right: tuple[str, ...] = ()


# --- tools --------------------------------------------------------------------------------


def factdeck(folder: Path) -> list[Found]:
    """The rules about spelling."""
    command = [sys.executable, "-m", "factdeck", "lint", ".", "--select", "T1,T302"]
    report = json.loads(_output(folder, *command, "--output-format", "json", "--no-cache"))
    return [
        _found(each["path"], each["line"], *re.findall(r'"([^"]+)"', each["message"]))
        for each in report["findings"]
    ]


def typos(folder: Path) -> list[Found]:
    """https://github.com/crate-ci/typos, without a user's own settings."""
    lines = _output(folder, "typos", "--isolated", "--format", "json", ".").splitlines()
    return [
        _found(each["path"], each["line_num"], each["typo"], *each["corrections"])
        for each in map(json.loads, lines)
        if each.get("type") == "typo" and "line_num" in each  # else it is in the name of a file
    ]


def codespell(folder: Path) -> list[Found]:
    """https://github.com/codespell-project/codespell."""
    text = _output(folder, "codespell", ".")
    lines = re.findall(r"(?m)^(.+):(\d+): (\S+) ==> (.+)$", text)
    return [
        _found(path, int(line), wrong, *re.split(", ?", right))
        for path, line, wrong, right in lines
    ]


def cspell(folder: Path) -> list[Found]:
    """https://cspell.org, as it comes."""
    text = _output(folder, "cspell", "lint", "--no-progress", "--no-summary", "**")
    lines = re.findall(r"(?m)^(.+?):(\d+):\d+ - Unknown word \((.+?)\)", text)
    return [_found(path, int(line), wrong) for path, line, wrong in lines]


TOOLS: dict[str, Callable[[Path], list[Found]]] = {
    "factdeck": factdeck,
    "typos": typos,
    "codespell": codespell,
    "cspell": cspell,
}


def _found(path: str, line: int, wrong: str, *right: str) -> Found:
    return Found(Path(path).as_posix(), line, wrong.lower(), tuple(each.lower() for each in right))


def _output(folder: Path, *command: str) -> str:
    """What a command prints in a folder; its exit code only says whether it found something."""
    done = subprocess.run(  # noqa: S603 - the tools that are measured
        command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    return done.stdout


def _is_installed(name: str) -> bool:
    return name == "factdeck" or shutil.which(name) is not None


# --- measuring ------------------------------------------------------------------------------


def planted(marked: str) -> tuple[str, list[Found]]:
    """The notes with their slips, and where these are."""
    slips = [
        _found("notes.md", number, each["wrong"], each["right"])
        for number, line in enumerate(marked.split("\n"), 1)
        for each in _SLIP.finditer(line)
    ]
    return _SLIP.sub(lambda each: each["wrong"], marked), slips


def score(found: list[Found], slips: list[Found]) -> tuple[float, float, float]:
    """Precision, recall, and the share of the slips found for which the right word is named."""
    wanted = {(each.line, each.wrong): each.right[0] for each in slips}
    told = {(each.line, each.wrong): each.right for each in found}
    hits = wanted.keys() & told.keys()
    named = [hit for hit in hits if wanted[hit] in told[hit]]
    return len(hits) / max(1, len(told)), len(hits) / len(wanted), len(named) / max(1, len(hits))


def measure() -> None:
    """A line for each tool on the planted slips, then what factdeck misses and makes up."""
    text, slips = planted(MARKED.read_text(encoding="utf-8"))
    print(f"{len(slips)} slips in {len(text.split()):,} words\n")
    print("| tool | precision | recall | right word named |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder)
        (notes / "notes.md").write_text(text, encoding="utf-8")
        for name in filter(_is_installed, TOOLS):
            ratios = score(TOOLS[name](notes), slips)
            print(f"| {name} | " + " | ".join(f"{ratio:.2f}" for ratio in ratios) + " |")
        ours = {(each.line, each.wrong) for each in factdeck(notes)}
    known = {(each.line, each.wrong) for each in slips}
    print("\nmissed:", *(wrong for _, wrong in sorted(known - ours)))
    print("made up:", *(wrong for _, wrong in sorted(ours - known)))


def draw(folder: Path, number: int) -> None:
    """Findings of each tool on notes, drawn for a person to read."""
    for name in filter(_is_installed, TOOLS):
        found = sorted(set(TOOLS[name](folder)))
        print(f"\n## {name}: {len(found)} findings\n")
        drawn = random.Random(number).sample(found, min(number, len(found)))  # noqa: S311 - no secret
        for each in sorted(drawn):
            print(f"- {each.path}:{each.line} {each.wrong} → {' or '.join(each.right[:3])}")


def main() -> None:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="notes to draw findings on")
    parser.add_argument("--number", type=int, default=30, help="how many to draw (30)")
    options = parser.parse_args()
    if options.folder:
        draw(options.folder, options.number)
    else:
        measure()


if __name__ == "__main__":
    main()
