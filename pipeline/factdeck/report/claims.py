"""Claims as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

import msgspec

from factdeck.claims.claim import Bound, Claim, ClaimValue, Measure, Members
from factdeck.schemas import validate


def as_json(claim: Claim) -> dict[str, Any]:
    """A claim as ``schema/claim.schema.json`` describes it."""
    return {
        "fact": claim.fact.id,
        "source": asdict(claim.span),
        "extractor": claim.extractor,
        "subject": {"text": claim.name, "words": list(claim.subject)},
        "attribute": {"text": claim.of, "words": list(claim.attribute)},
        "concept": claim.concept,
        "value": _value(claim.value),
        "bound": claim.bound.value,
        "per": claim.per,
        "conditions": list(claim.conditions),
        "polarity": claim.polarity,
        "modality": claim.modality.value,
        "scope": list(claim.scope),
        "sentence": claim.fact.place.sentence.value,
        "confidence": claim.confidence,
    }


def _value(value: ClaimValue) -> dict[str, Any]:
    if isinstance(value, Measure):
        return {"kind": "measure", **msgspec.structs.asdict(value)}
    if isinstance(value, Members):
        return {"kind": "members", "names": list(value.names), "ordered": value.ordered}
    return {"kind": "symbol", **msgspec.structs.asdict(value)}


def json_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """One line of JSON for each claim, valid against its schema."""
    for claim in claims:
        value = as_json(claim)
        validate("claim", value)
        yield json.dumps(value, ensure_ascii=False)


def text_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """One line for each claim: place, subject, attribute, value and what qualifies it."""
    for claim in claims:
        bound = "" if claim.bound is Bound.EXACT else f"{claim.bound}: "
        per = f" per {claim.per}" if claim.per else ""
        when = f" ({'; '.join(claim.conditions)})" if claim.conditions else ""
        yield (
            f"{claim.span.path}:{claim.span.line}: {claim.name or '?'} | "
            f"{claim.concept or claim.of} |"
            f" {bound}{claim.value.text}{per}{when} [{claim.extractor}]"
        )
