"""How much: "retained for up to 7 days" claims at most 7 days of (retention)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factdeck.claims import Extractor, bounds
from factdeck.claims.claim import Bound, Claim, Measure
from factdeck.claims.concepts import concept
from factdeck.claims.frames import (
    Clause,
    Frame,
    clauses,
    is_example,
    is_supposed,
    readable,
    scope_bound,
    words_of,
)
from factdeck.claims.numbers import may_hold
from factdeck.claims.quantities import Amount, amounts
from factdeck.claims.units import unit
from factdeck.claims.words import content, telling

_STEPS = re.compile(r"\s*(?:increments?|steps?|intervals?|chunks?|blocks?|at a time)\b", re.I)
_CHANGE = re.compile(r"(?:increments? (?:of|from)|steps? of|every|in chunks of|by|per)\s+$", re.I)
_TOTAL = re.compile(
    r"\b(?:there (?:are|is)|consists? of|comprises?|divided into|made (?:up )?of|in total|"
    r"es gibt|besteht aus)"
    r"\s+(?:\w+\s+)?$",
    re.I,
)
_PART = re.compile(
    r"\b(?:top|bottom|upper|lower|last|first|next|other|these|those|following|remaining|every)\s+$",
    re.I,
)
_AGAIN = re.compile(r"\d\S*(?:\s+\w+)?\s*\((?:or|i\.?e\.?,?|=|oder|d\.\s?h\.)\s*$", re.I)
_OR_BEFORE = re.compile(r"\d[-\w]*(?:\s+\w+)?\s*(?:\bor\b|\boder\b|/)\s*(?:\w+\s+)?$", re.I)
_OR_AFTER = re.compile(r"\s*(?:\bor\b|\boder\b|/)\s*(?:\w+\s+)?\d", re.I)
_JOINS = frozenset({"and", "or", "und", "oder"})
_DEFAULT = re.compile(r"\s*\((?:\w+\s)?default\)", re.I)
_IN_TURN = re.compile(r"\b(?:respectively|beziehungsweise|bzw)\b", re.I)
"""What gives amounts to things that stand elsewhere in the sentence."""
_ASIDE = re.compile(r"\s*\([^()]*\)(?P<after>[^.;:,()]*)")
_UNIT_BEFORE = re.compile(r"\b(?P<unit>[A-Z]{3,5}s?)\s*(?:is|are|of|=|:)?\s+$")
_BEFORE, _AFTER = 60, 40


def extract(frame: Frame) -> Iterator[Claim]:
    """A claim for each amount of the text that says of what it is."""
    text = frame.text
    if not readable(frame.fact) or is_example(text) or is_supposed(frame) or not may_hold(text):
        return
    if _IN_TURN.search(text):
        return
    found = [each for each in (_rate(text, each) for each in amounts(text)) if each.dimension]
    parts = _parts(text, found) if found else []
    for each in found:
        if not _is_step(text, each) and not _is_vague(text, each):
            yield from _claim(frame, each, found, parts)


def _rate(text: str, amount: Amount) -> Amount:
    """A bare number behind the unit of a rate, in that unit: "max IOPS is 250"."""
    before = _UNIT_BEFORE.search(text[: amount.start]) if not amount.dimension else None
    known = unit(before["unit"]) if before else None
    if known is None or known.dimension != "ops/s":
        return amount
    return replace(amount, dimension=known.dimension, unit=known.name)


def _parts(text: str, found: list[Amount]) -> list[Clause]:
    """The clauses; "a and b of 5" is one when only its end has an amount."""
    parts: list[Clause] = []
    for part in clauses(text):
        if parts and text[parts[-1].end : part.start].strip().lower() in _JOINS:
            last = parts[-1]
            if not any(last.start <= each.start < last.end for each in found):
                parts[-1] = Clause(last.start, part.end)
                continue
        parts.append(part)
    return parts


def _is_vague(text: str, amount: Amount) -> bool:
    """Tens of something, a size that names a thing ("64-bit"), or a count of just anything.

    Or the amount before it in other words: "24 hours (or 1 day)".
    """
    if amount.low == amount.high == 0 or _PART.search(text[: amount.start]):
        return True
    if _AGAIN.search(text[: amount.start]):
        return True
    if _OR_BEFORE.search(text[: amount.start]) or _OR_AFTER.match(text, amount.end):
        return True
    if amount.dimension == "count":
        return not (amount.limit or _is_total(text, amount))
    plural = text.startswith(" of", amount.end) and amount.text.endswith("s")
    return plural or (
        "-" in amount.text and amount.dimension in ("bits", "bytes") and amount.low == amount.high
    )


def _is_total(text: str, amount: Amount) -> bool:
    """Whether a count says how many there are in all."""
    before = text[: amount.start]
    if _TOTAL.search(before[-_BEFORE:]):
        return True
    opens = before.endswith("(") or not before.strip(" *_")
    return opens and any(map(str.isdigit, amount.text))  # "(four wires)" is a remark


def _is_step(text: str, amount: Amount) -> bool:
    """Whether the amount says how finely something can be set, not how much it is."""
    before = text[: amount.start]
    return bool(_STEPS.match(text, amount.end) or _CHANGE.search(before[-_AFTER:]))


def _claim(
    frame: Frame, amount: Amount, others: list[Amount], parts: list[Clause]
) -> Iterator[Claim]:
    counted = content(amount.unit) if amount.dimension == "count" else ()
    first, last = _extent(frame.text, amount, others, parts, enough=bool(counted))
    before = _without(frame.text, first, amount.start, others)
    after = _without(frame.text, amount.end, last, others)
    of_unit = content(amount.unit) if amount.dimension.endswith("/s") else counted
    words = (*of_unit, *content(before), *content(after))
    attribute = words if any(map(telling, words)) else (*words, *_head(frame))
    dimension = f"count of {counted[-1]}" if counted else amount.dimension
    near = (*content(before)[::-1], *content(after), *_behind_aside(frame.text, amount), *of_unit)
    of_what = [word for word in near if word != "duration"]  # that of storage is retention
    named = concept(of_what, dimension) or concept((*near, *_head(frame)), dimension)
    if not named and dimension == "bytes" and _is_aside(frame.text, amount):
        named = "size"
    if not named and not any(map(telling, attribute)):
        return
    yield frame.claim(
        "quantities",
        Measure(amount.low, amount.high, dimension, amount.unit, amount.text, amount.precision),
        attribute=attribute,
        of=_shown(frame, before, after, named),
        words=words,
        concept=named,
        bound=_bound(frame, amount, _said_before(frame.text, amount, others), after),
        per=amount.per or bounds.per(after),
        conditions=bounds.conditions(
            f"{_said_before(frame.text, amount, others, breaks=';.')} {after}"
        ),
        modality=bounds.modality(before),
    )


def _behind_aside(text: str, amount: Amount) -> tuple[str, ...]:
    """The words behind a remark on the amount: "90% (or more) of uptime"."""
    aside = _ASIDE.match(text, amount.end)
    return content(aside["after"]) if aside else ()


def _is_aside(text: str, amount: Amount) -> bool:
    """Whether the amount stands alone in brackets: "Tape (12 TB)" says how large a tape is."""
    return text[: amount.start].endswith("(") and text.startswith(")", amount.end)


def _head(frame: Frame) -> tuple[str, ...]:
    """The words of the lead term, row and column head, or list parent above an amount."""
    return tuple(words_of(part for part in frame.scope[:3] if part not in frame.headings))


def _said_before(text: str, amount: Amount, others: list[Amount], breaks: str = ",;.") -> str:
    """The text before an amount, back to a comma, the end of a sentence, or another amount."""
    start = max((each.end for each in others if each.end <= amount.start), default=0)
    said = text[start : amount.start]
    return re.split(rf"[{breaks}]\s|\bbut\b", said)[-1]


def _extent(
    text: str, amount: Amount, others: list[Amount], parts: list[Clause], *, enough: bool
) -> tuple[int, int]:
    """Where what is said of an amount begins and ends.

    It reaches back over clauses without telling words to one that says what this is of.
    """
    index = next((i for i, part in enumerate(parts) if part.start <= amount.start < part.end), 0)
    first = parts[index].start
    last = max(parts[index].end, amount.end)
    while (
        index and not enough and not any(map(telling, content(_without(text, first, last, others))))
    ):
        index -= 1
        first = parts[index].start
    return first, last


def _without(text: str, start: int, end: int, amounts_: list[Amount]) -> str:
    """A stretch of text without the amounts in it."""
    kept = []
    for each in amounts_:
        if start <= each.start < end:
            kept.append(text[start : each.start])
            start = min(each.end, end)
    return " ".join([*kept, text[start:end]]) if start < end else " ".join(kept)


def _bound(frame: Frame, amount: Amount, before: str, after: str) -> Bound:
    """What the words around the amount make of it, else the amount's own, else the heads above."""
    if _DEFAULT.match(frame.text, amount.end):
        return Bound.DEFAULT
    near = bounds.bound(before[-_BEFORE:], after[:_AFTER])
    own = Bound(amount.bound)
    if near in (Bound.SOFT, Bound.HARD, Bound.FORMERLY):
        return near
    if own is not Bound.EXACT:
        return own
    if near is not Bound.EXACT or amount.low != amount.high:
        return near
    return scope_bound(frame.scope[:4])


def _shown(frame: Frame, before: str, after: str, named: str) -> str:
    said = " ".join(before.split()[-6:] or after.split()[:6])
    return named or said or (frame.scope[0] if frame.scope else "")


EXTRACTOR = Extractor("quantities", extract)
