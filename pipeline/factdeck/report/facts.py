"""Facts and coverage as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Any

from factdeck import __version__
from factdeck.corpus import File
from factdeck.model import Fact, LineUse, Quantity, Use
from factdeck.schemas import validate

_COUNTS = ("lines", "content_lines", "in_facts", "in_cards")


def as_json(fact: Fact) -> dict[str, Any]:
    """A fact as ``schema/fact.schema.json`` describes it."""
    value = asdict(fact.object) if isinstance(fact.object, Quantity) else fact.object
    return {
        "key": fact.key,
        "id": fact.id,
        "kind": fact.kind.value,
        "subject": fact.subject,
        "path": list(fact.headings),
        "predicate": fact.predicate,
        "object": list(value) if isinstance(value, tuple) else value,
        "text": fact.text,
        "source": asdict(fact.span),
        "syntax": fact.syntax,
        "place": asdict(fact.place),
        "tags": list(fact.tags),
        "deck": fact.deck,
        "lang": fact.lang,
        "media": list(fact.media),
        "both_ways": fact.both_ways,
        "no_card": fact.no_card,
    }


def json_lines(facts: Iterable[Fact]) -> Iterable[str]:
    """One line of JSON for each fact, valid against its schema."""
    for fact in facts:
        value = as_json(fact)
        validate("fact", value)
        yield json.dumps(value, ensure_ascii=False)


def coverage(files: Iterable[File], without_card: Iterable[tuple[Fact, str]]) -> dict[str, Any]:
    """What became of every non-blank line, as ``schema/coverage.schema.json`` describes it.

    ``without_card`` are the facts that give no card, each with the reason.
    """
    reasons = {fact.key: why for fact, why in without_card}
    accounts = [_file(file, reasons) for file in files]
    total = {key: sum(account[key] for account in accounts) for key in _COUNTS}
    report = {"version": __version__, "total": {**total, **_share(total)}, "files": accounts}
    validate("coverage", report)
    return report


def _file(file: File, reasons: Mapping[str, str]) -> dict[str, Any]:
    why: dict[int, str] = {}
    for fact in file.facts:
        for line in range(fact.span.line, fact.span.end_line + 1):
            reason = reasons.get(fact.key, "")
            why[line] = reason and why.get(line, reason)
    uses = [_use(use, why.get(use.line, "")) for use in file.uses]
    kinds = Counter(use["use"] for use in uses)
    counts = {
        "lines": len(uses),
        "content_lines": len(uses) - kinds["structure"],
        "in_facts": kinds["card"] + kinds["fact"],
        "in_cards": kinds["card"],
    }
    return {"path": file.source.path, **counts, **_share(counts), "uses": uses}


def _use(use: LineUse, why: str) -> dict[str, Any]:
    """``why``: the reason for which no fact of the line gives a card, "" when one does."""
    if use.use is not Use.FACT:
        return {"line": use.line, "use": use.use.value, "why": use.why}
    return {"line": use.line, "use": "fact" if why else "card", "why": why}


def _share(counts: dict[str, int]) -> dict[str, float]:
    content = counts["content_lines"]
    return {"content_share": round(counts["in_facts"] / content, 4) if content else 1.0}


def coverage_text(report: Mapping[str, Any]) -> Iterable[str]:
    """The same for a reader: a line for each file, what was skipped, and the sum."""
    for file in report["files"]:
        yield f"{file['path']}: {_summary(file)}"
        for (use, why), group in groupby(file["uses"], lambda use: (use["use"], use["why"])):
            if use == Use.SKIPPED.value:
                yield f"  {_lines([each['line'] for each in group])}: skipped, {why}"
    yield f"total: {_summary(report['total'])}"
    reasons = Counter(
        use["why"] for file in report["files"] for use in file["uses"] if use["use"] == "fact"
    )
    for why, number in reasons.most_common():
        yield f"  {number} lines of facts without a card: {why}"


def _lines(numbers: list[int]) -> str:
    """Lines that follow each other, or have but blank ones between them."""
    first, last = numbers[0], numbers[-1]
    return f"line {first}" if first == last else f"lines {first}–{last}"


def _summary(counts: Mapping[str, Any]) -> str:
    return (
        f"{counts['in_facts']} of {counts['content_lines']} content lines in facts "
        f"({counts['content_share']:.1%}), {counts['in_cards']} in cards; "
        f"{counts['lines']} lines not blank"
    )
