"""What the notes say about their own names, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from factdeck import __version__
from factdeck.corpus import Corpus
from factdeck.schemas import validate


def as_json(corpus: Corpus) -> dict[str, Any]:
    """The corpus as ``schema/corpus.schema.json`` describes it."""
    knowledge = corpus.knowledge
    acronyms: dict[str, dict[str, int]] = {}
    ordered = sorted(knowledge.expansions.items(), key=lambda item: (item[0][0], -item[1], item[0]))
    for (acronym, words), count in ordered:
        acronyms.setdefault(acronym, {})[" ".join(words)] = count
    report = {
        "version": __version__,
        "files": len(corpus.files),
        "facts": len(corpus.facts),
        "claims": dict(sorted(Counter(claim.extractor for claim in corpus.claims).items())),
        "acronyms": acronyms,
        "names": knowledge.all_names(),
        "prefixes": sorted(knowledge.prefixes),
    }
    validate("corpus", report)
    return report


def text_lines(report: Mapping[str, Any]) -> Iterator[str]:
    """The report of :func:`as_json` in words."""
    yield f"{report['files']} files, {report['facts']} facts"
    yield "claims: " + (_counted(report["claims"]) or "none")
    for acronym, expansions in report["acronyms"].items():
        yield f"{acronym.upper()} = {_counted(expansions)}"
    yield "names: " + (_counted(report["names"]) or "none")
    yield "prefixes: " + (", ".join(report["prefixes"]) or "none")


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in counts.items())
