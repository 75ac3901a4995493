"""Document → facts: each thing that a learner could be asked, with where it stands."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from factdeck.facts.answered import walk
from factdeck.facts.draft import Context, Draft, Piece, Shape, Syntax
from factdeck.facts.headings import of_file
from factdeck.facts.repeats import without_repeats
from factdeck.facts.text import plain
from factdeck.facts.walk import Lines
from factdeck.model import Document, Fact, LineUse, Place, Source, Span, Use

_IMAGE = re.compile(
    r"!\[[^\]\n]*\]\(\s*(?:<([^>\n]+)>|(?!data:)([^)\s]+))[^)\n]*\)|!\[\[([^\]|\n]+)(?:\|[^\]\n]*)?\]\]"
)
_SMALL = re.compile(r"(?<![^\W_])[a-zà-öø-ÿ]{3,}(?![^\W_])")
_FACT = "in a fact"


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of a document in order, and what became of each of its non-blank lines."""

    facts: tuple[Fact, ...]
    lines: tuple[LineUse, ...]


def read(document: Document) -> Reading:
    """Read the facts of a document; every non-blank line is in a fact, structure, or skipped."""
    if document.source.front.off:
        return Reading((), tuple(_skip_all(document.source)))
    drafts: list[Draft] = []
    uses: dict[int, LineUse] = {}
    for use in document.dropped:
        uses[use.line] = use
    source = document.source
    known = Context(subject=of_file(source.name), common=frozenset(_SMALL.findall(source.text)))
    for event in walk(document.blocks, ask, known):
        if isinstance(event, Draft):
            drafts.append(event)
        else:
            uses.update(_used(event))
    facts = tuple(without_repeats(_finished(drafts, document.source)))
    for fact in facts:
        for line in range(fact.span.line, fact.span.end_line + 1):
            uses[line] = LineUse(line, Use.FACT, _FACT)
    return Reading(facts, tuple(_complete(document, uses)))


def ask(piece: Piece) -> Sequence[Draft]:
    """The drafts of the first syntax that is written this way."""
    for syntax in _of_shape(piece.shape):
        if drafts := list(syntax.read(piece)):
            return [replace(draft, syntax=syntax.name) for draft in drafts]
    return ()


@cache
def all_syntaxes() -> tuple[Syntax, ...]:
    """Every syntax, in the order in which they are asked."""
    package = importlib.import_module("factdeck.facts.syntaxes")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return tuple(sorted((m.SYNTAX for m in modules), key=lambda s: (s.order, s.name)))


@cache
def _of_shape(shape: Shape) -> tuple[Syntax, ...]:
    return tuple(syntax for syntax in all_syntaxes() if syntax.shape is shape)


def _used(lines: Lines) -> dict[int, LineUse]:
    return {n: LineUse(n, lines.use, lines.why) for n in range(lines.first, lines.last + 1)}


def _skip_all(source: Source) -> list[LineUse]:
    why = "the front matter switches the file off"
    lines = enumerate(source.lines, 1)
    return [LineUse(number, Use.SKIPPED, why) for number, line in lines if line.strip()]


def _complete(document: Document, uses: dict[int, LineUse]) -> list[LineUse]:
    tables = _lines_of_tables(document)
    complete = []
    for number, line in enumerate(document.source.lines, 1):
        if not line.strip():
            continue
        if number in uses:
            complete.append(uses[number])
        elif number in tables:
            complete.append(LineUse(number, Use.STRUCTURE, "table"))
        elif not any(char.isalnum() for char in line):
            complete.append(LineUse(number, Use.STRUCTURE, "marks only"))
        else:
            complete.append(LineUse(number, Use.SKIPPED, "not understood"))
    return complete


def _lines_of_tables(document: Document) -> set[int]:
    return {
        line
        for block in document.blocks
        if block.kind == "table"
        for line in range(block.line, block.end_line + 1)
    }


def _finished(drafts: Sequence[Draft], source: Source) -> list[Fact]:
    seen: Counter[str] = Counter()
    lines = source.lines
    facts = []
    for draft in drafts:
        base = _key(draft, source)
        seen[base] += 1
        key = base if seen[base] == 1 else f"{base} › {seen[base]}"
        facts.append(_fact(draft, key, source, lines))
    return facts


def _key(draft: Draft, source: Source) -> str:
    parts = [source.name, *draft.piece.context.headings, draft.subject]
    parts += [plain(draft.predicate), draft.row and f"{draft.row} × {draft.column}"]
    kept: list[str] = []
    for part in parts:
        if part and part not in kept[-1:]:
            kept.append(part)
    return " › ".join(kept)


def _fact(draft: Draft, key: str, source: Source, lines: Sequence[str]) -> Fact:
    context = draft.piece.context
    first, last = draft.line or draft.piece.line, draft.end_line or draft.piece.end_line
    return Fact(
        key=key,
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        kind=draft.kind,
        subject=draft.subject,
        headings=context.headings,
        predicate=draft.predicate,
        object=draft.object,
        text=draft.text,
        span=_span(source.path, first, last, draft.text, lines),
        syntax=draft.syntax,
        place=Place(
            list=context.list,
            table=context.table,
            row=draft.row,
            column=draft.column,
            parent=context.parents[-1] if context.parents else context.label,
            listed=draft.listed,
            number=context.number,
            sentence=draft.sentence or context.sentence,
        ),
        tags=source.front.tags,
        deck=source.front.deck,
        lang=source.front.lang,
        media=_media(draft.text),
        both_ways=draft.both_ways,
        no_card=draft.no_card,
    )


def _span(path: str, first: int, last: int, text: str, lines: Sequence[str]) -> Span:
    line, end = lines[first - 1], lines[last - 1].rstrip()
    start = line.find(text.split("\n", 1)[0][:40]) + 1
    if not start:
        start = len(line) - len(line.lstrip()) + 1
    return Span(path, first, start, last, max(len(end) + 1, start if first == last else 1))


def _media(text: str) -> tuple[str, ...]:
    return tuple("".join(groups).strip() for groups in _IMAGE.findall(text))
