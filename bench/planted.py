"""Plant contradictions into notes and see whether the linter finds them.

usage: planted.py NOTES [--seed N] [--limit N] [--show]

For each kind of change (value, count, polarity, expansion, member) sections of the notes that
hold something of the kind are drawn at random. A section is copied, under its own heading, into
another file, near (its items in another order) or reworded (in other words as well), and one
thing in it is changed. The original and the copy are linted together: the change is found when
one C finding names both lines. Copies with nothing changed show the noise. Printed: recall by kind
and way, and the findings on unchanged copies.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from factdeck.config import load
from factdeck.lint.engine import run
from factdeck.lint.rule import all_rules
from factdeck.model import BlockKind, Finding, Source, Span
from factdeck.parse import parse
from factdeck.run import read_corpus

_HEADING = re.compile(r"^#{1,6} \S")
_SKIP = re.compile(
    r"example|e\.g\.|such as|for instance|scenario|\bdemo|\blab|exercise|quiz|question|result"
    r"|score|attempt|practice|```|use cases?|https?://|\]\(",
    re.I,
)
_VALUE = re.compile(
    r"(?<![\w.,/:-])(?P<number>[2-9]|[1-9]\d{1,4})(?= ?(?:GB|TB|MB|KB|GiB|TiB|MiB|ms|seconds?|"
    r"minutes?|"
    r"hours?|days?|months?|years?|%|IOPS|Gbps|Mbps|bits?|bytes?)(?![\w/]))"
)
_COUNT = re.compile(
    r"\b(?P<number>two|three|four|five|six|[2-9])(?= (?:\w+ )?(?:types|kinds|categories|pillars|"
    r"layers|phases|classes|modes|levels|tiers|stages|components)\b)",
    re.I,
)
_POLARITY = re.compile(
    r"\b(?:(?P<can>can) (?!not\b)(?=[a-z])|(?P<cannot>cannot|can't|can not) (?=[a-z])|"
    r"(?P<must>must) (?!not\b)(?=[a-z])"
    r"|(?P<word>stateful|stateless|enabled|disabled|synchronous|asynchronous|optional|required|encrypted)\b)"
)
_SWAPS = {
    "stateful": "stateless", "stateless": "stateful", "enabled": "disabled",
    "disabled": "enabled", "synchronous": "asynchronous", "asynchronous": "synchronous",
    "optional": "required", "required": "optional", "encrypted": "unencrypted",
}  # fmt: skip
_EXPANSION = re.compile(
    r"(?P<words>(?:[A-Z][a-z]+[ -]){2,4}[A-Z][a-z]+)(?= \((?P<letters>[A-Z]{3,5})\))"
)
_OTHER = {
    "S": "System", "P": "Process", "A": "Access", "C": "Control", "M": "Module", "D": "Device",
    "N": "Node", "T": "Transfer", "R": "Route", "I": "Internal", "L": "Link", "E": "External",
    "B": "Base", "G": "Group", "H": "Host", "V": "Value", "F": "Frame", "O": "Output", "U": "User",
}  # fmt: skip
_OTHER_WORDS = (
    (r"\bup to\b", "at most"), (r"\bcan be\b", "may be"), (r"\bprovides?\b", "offers"),
    (r"\ballows?\b", "lets"), (r"\bare used\b", "serve"), (r"\bused\b", "employed"),
    (r"\bsupports?\b", "offers"), (r"\bmaximum\b", "max"), (r"\bminimum\b", "min"),
    (r"\bvery\b", ""), (r"\balso\b", ""), (r"\bmultiple\b", "several"), (r"\bneeds? to\b", "must"),
    (r"\bfor example\b", "say"), (r"\bbecause\b", "since"), (r"\bautomatically\b", "by itself"),
    (r"\bbetween\b", "in between"), (r"\beach\b", "every"), (r"\bThe\b", "A"),
)  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A section of a source: its file, heading, and the lines below it (number, text).

    ``code`` are the numbers of lines that a reader sees as code: nothing is stated there.
    """

    file: Path
    title: str
    lines: tuple[tuple[int, str], ...]
    code: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Planted:
    """A copy of a section, with the line that was changed (None: nothing was)."""

    section: Section
    lines: tuple[tuple[int, str], ...]
    changed: int | None


def sections(notes: Path) -> Iterator[Section]:
    """The sections of all notes that are fit to be copied, in order."""
    for file in sorted(notes.rglob("*.md")):
        if _SKIP.search(str(file.relative_to(notes))):
            continue
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
        code = frozenset(_code(file, lines))
        starts = [i for i, line in enumerate(lines) if _HEADING.match(line) and i + 1 not in code]
        above: dict[int, str] = {}
        for start, end in pairwise([*starts, len(lines)]):
            level = len(lines[start]) - len(lines[start].lstrip("#"))
            above = {n: title for n, title in above.items() if n < level} | {level: lines[start]}
            body = tuple((i + 1, lines[i]) for i in range(start + 1, end))
            text = "\n".join(line for _, line in body)
            text = text.strip("\n")
            fits = (
                not text.startswith((" ", "\t"))
                and 2 <= sum(bool(line.strip()) for _, line in body) <= 30
            )
            if (
                fits
                and not re.search(r"```|\|", text)
                and not any(map(_SKIP.search, above.values()))
            ):
                yield Section(file, lines[start], body, code)


def _code(file: Path, lines: Sequence[str]) -> Iterator[int]:
    """The lines that stand in blocks of code, as Markdown has it: indented ones as well."""
    blocks = list(parse(Source(file.name, file.name, str(file), "\n".join(lines))).blocks)
    while blocks:
        block = blocks.pop()
        blocks.extend(block.children)
        if block.kind is BlockKind.CODE:
            yield from range(block.line, block.end_line + 1)


def change_value(text: str, draw: random.Random) -> str:
    """Another number before a unit."""
    return _swap(_VALUE, text, lambda match: str(int(match["number"]) * 3 + draw.randint(1, 2)))


def change_count(text: str, draw: random.Random) -> str:
    """Another number of kinds."""
    return _swap(_COUNT, text, lambda _: str(draw.choice([7, 8, 9])))


def change_polarity(text: str, _: random.Random) -> str:
    """Can for cannot, or an opposite adjective."""

    def other(match: re.Match[str]) -> str:
        if match["word"]:
            return _SWAPS[match["word"]]
        return "can " if match["cannot"] else "cannot " if match["can"] else "must not "

    return _swap(_POLARITY, text, other)


def change_expansion(text: str, draw: random.Random) -> str:
    """Another word with the same first letter in what an acronym stands for."""

    def other(match: re.Match[str]) -> str:
        words = re.split(r"[ -]", match["words"])
        letters = "".join(word[0] for word in words)
        index = draw.randrange(len(words))
        word = _OTHER.get(words[index][0], "")
        if letters != match["letters"] or not word or word == words[index]:
            return match["words"]
        return match["words"].replace(words[index], word, 1)

    return _swap(_EXPANSION, text, other)


def _swap(pattern: re.Pattern[str], text: str, other: Callable[[re.Match[str]], str]) -> str:
    match = pattern.search(text)
    if not match or _SKIP.search(text) or text[: match.start()].count("`") % 2:
        return text
    return text[: match.start()] + other(match) + text[match.end() :]


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "value": change_value,
    "count": change_count,
    "polarity": change_polarity,
    "expansion": change_expansion,
}
_LABEL = re.compile(
    r"^\s*(?:[-*] )?.*\b(?:types|kinds|categories|classes|pillars|layers|phases|stages|steps|modes|"
    r"components|elements|principles|properties|levels|tiers|models|states|methods|protocols|"
    r"options|services|features|functions|roles|parts|standards|strategies|policies)\b.*:\W*$",
    re.I,
)

_NO_LIST = re.compile(r"\b(?:etc|like|includ\w+)\b|…|\.\.\.|`|\]\(", re.I)


def plant(section: Section, kind: str, draw: random.Random, *, reword: bool) -> Planted | None:
    """The section with one change of the kind, or None when it has nothing of the kind."""
    if kind == "member":
        return _without_member(section, draw, reword=reword)
    for number, line in section.lines:
        stated = number not in section.code and not _SKIP.search(_above(section, number))
        changed = CHANGES[kind](line, draw) if stated else line
        if changed != line:
            lines = tuple((n, changed if n == number else text) for n, text in section.lines)
            return Planted(section, _other_way(lines, draw, reword=reword), number)
    return None


def _above(section: Section, number: int) -> str:
    """The line that an item is nested below, or the label that stands before its list."""
    lines = [line for n, line in section.lines if n <= number and line.strip()]
    depth = [len(line) - len(line.lstrip()) for line in lines]
    nested = (line for line, d in zip(lines[::-1], depth[::-1], strict=True) if d < depth[-1])
    return next(nested, "") or next((line for line in lines[-2::-1] if line.endswith(":")), "")


def _without_member(section: Section, draw: random.Random, *, reword: bool) -> Planted | None:
    """A list of kinds with another member in place of one; none that says that it goes on."""
    texts = list(section.lines)
    for index, (number, line) in enumerate(texts):
        if not _LABEL.match(line) or _SKIP.search(line) or number in section.code:
            continue
        is_item = re.match(r"\s*[-*] ", line) is not None
        depth = len(line) - len(line.lstrip()) + is_item
        items = []
        for n, text in texts[index + 1 :]:
            if not text.strip():
                continue
            indent = len(text) - len(text.lstrip())
            if not re.match(r"\s*[-*] ", text) or indent < depth:
                break
            items.append((n, text, indent))
        first = items[0][2] if items else 0
        goes_on = any(map(_NO_LIST.search, (line, *(text for _, text, _ in items))))
        items = [item for item in items if item[2] == first and len(item[1].split()) <= 6]
        if len(items) < 4 or goes_on:
            continue
        n, text, _ = draw.choice(items)
        new = re.sub(r"([-*] ).*", r"\1Quite Another Thing", text)
        lines = tuple((m, new if m == n else each) for m, each in section.lines)
        return Planted(section, _other_way(lines, draw, reword=reword), n)
    return None


def unchanged(section: Section, draw: random.Random, *, reword: bool) -> Planted:
    """The section, only copied."""
    return Planted(section, _other_way(section.lines, draw, reword=reword), None)


def _other_way(
    lines: tuple[tuple[int, str], ...], draw: random.Random, *, reword: bool
) -> tuple[tuple[int, str], ...]:
    """The blocks of unindented items in another order; in other words too when asked for."""
    blocks: list[list[tuple[int, str]]] = []
    for number, line in lines:
        if blocks and (line.startswith((" ", "\t")) or not line.strip()):
            blocks[-1].append((number, line))
        else:
            blocks.append([(number, line)])
    if all(re.match(r"[-*] ", block[0][1]) for block in blocks if block[0][1].strip()):
        draw.shuffle(blocks)
    flat = tuple(pair for block in blocks for pair in block)
    return tuple((n, _reword(text)) for n, text in flat) if reword else flat


def _reword(text: str) -> str:
    for pattern, other in _OTHER_WORDS:
        text = re.sub(pattern, other, text)
    return re.sub(r"(?<=\w): (?=\w)", " - ", text, count=1)


def findings(planted: Planted) -> tuple[tuple[Finding, ...], dict[int, int]]:
    """The C findings on original and copy, and the line in the copy of each original line."""
    rules = [rule for rule in all_rules() if rule.code.startswith("C") and rule.default]
    original = planted.section.file.read_text(encoding="utf-8", errors="replace")
    title = next((line for line in original.split("\n") if line.startswith("# ")), "")
    head = [title, ""] if title and title != planted.section.title else []
    text = [*head, planted.section.title, *(line for _, line in planted.lines)]
    where = {n: len(head) + 2 + index for index, (n, _) in enumerate(planted.lines)}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "a.md").write_text(original, encoding="utf-8")
        (root / "b.md").write_text("\n".join(text) + "\n", encoding="utf-8")
        corpus = read_corpus(load(root), ["."], root, cached=False)
        return run(rules, [corpus]), where


def is_found(planted: Planted) -> bool:
    """Whether one finding names the changed line in both files."""
    found, where = findings(planted)
    line = planted.changed or 0
    wanted = (("a.md", line), ("b.md", where[line]))
    for finding in found:
        spans = (finding.span, *(related.span for related in finding.related))
        if all(any(_holds(span, *place) for span in spans) for place in wanted):
            return True
    return False


def _holds(span: Span, path: str, line: int) -> bool:
    return span.path == path and span.line <= line <= span.end_line


def draw_sections(every: Sequence[Section], kind: str, limit: int, seed: int) -> list[Section]:
    """Sections that have something of the kind, at random."""
    chooser = random.Random(f"{seed} {kind}")  # noqa: S311 - no secret
    order = chooser.sample(range(len(every)), len(every))
    found: list[Section] = []
    probe = random.Random(0)  # noqa: S311 - no secret
    for index in order:
        if len(found) == limit:
            break
        if kind == "none" or plant(every[index], kind, probe, reword=False):
            found.append(every[index])
    return found


def main(argv: Iterable[str] | None = None) -> int:
    """Print recall by kind and way, then the noise."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("notes", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--show", action="store_true", help="print what is missed and the noise")
    options = parser.parse_args(None if argv is None else list(argv))
    every = list(sections(options.notes))
    for kind in (*CHANGES, "member"):
        chosen = draw_sections(every, kind, options.limit, options.seed)
        for reword in (False, True):
            draw = random.Random(options.seed)  # noqa: S311 - no secret
            tried = [p for each in chosen if (p := plant(each, kind, draw, reword=reword))]
            missed = [each for each in tried if not is_found(each)]
            share = 1 - len(missed) / len(tried) if tried else 1.0
            way = "reworded" if reword else "near"
            print(f"{kind:10} {way:9} {len(tried) - len(missed)}/{len(tried)} = {share:.2f}")
            for each in missed if options.show else ():
                line = dict(each.lines)[each.changed or 0]
                print(f"   missed {each.section.file.name}:{each.changed} {line.strip()[:150]}")
    print_noise(draw_sections(every, "none", options.limit, options.seed), options)
    return 0


def print_noise(chosen: Sequence[Section], options: argparse.Namespace) -> None:
    """What is said about copies in which nothing was changed."""
    noise: Counter[str] = Counter()
    for reword in (False, True):
        for section in chosen:
            draw = random.Random(options.seed)  # noqa: S311 - no secret
            found, _ = findings(unchanged(section, draw, reword=reword))
            both = [each for each in found if {"a.md", "b.md"} <= _paths(each)]
            noise.update(each.code for each in both)
            for each in both if options.show else ():
                print(f"   noise {section.file.name} {each.code} {each.message[:200]}")
    print(f"noise on {2 * len(chosen)} unchanged copies: {sum(noise.values())} {dict(noise)}")


def _paths(finding: Finding) -> set[str]:
    return {finding.span.path, *(related.span.path for related in finding.related)}


if __name__ == "__main__":
    raise SystemExit(main())
