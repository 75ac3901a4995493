"""What an attribute is about, whatever its words: "kept for", "retention" and "stored for"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factdeck.claims.words import stem

_CONCEPTS = {
    "seconds": (
        "retention: retain retention keep kept persist persistence live lives store stored storage "
        "expire expiration expiry preserve hold held",
        "timeout: timeout",
        "duration: duration execution execute invocation invoke runtime run running last take",
        "interval: interval frequency",
        "latency: latency delay response",
        "lifetime: ttl time-to-live validity valid lifetime",
        "downtime: downtime unavailable",
        "term: term commitment commit",
    ),
    "bytes": (
        "size: size storage capacity volume grow grows growth scale scales scaling scalable expand "
        "autoscaling space large largest big length payload",
        "memory: memory ram",
    ),
    "percent": (
        "discount: discount discounted cheaper saving savings save saves reduction off",
        "availability: availability available uptime",
        "durability: durability durable",
    ),
}
_RATES = ("throughput: throughput bandwidth performance speed rate fast",)


def concept(words: Iterable[str], dimension: str) -> str:
    """The concept that one of the words names for a value of that dimension, or ""."""
    known = _known(dimension)
    return next((known[stem(word)][1:] for word in words if stem(word) in known), "")


def unified(words: Iterable[str], dimension: str) -> frozenset[str]:
    """The stems of words, those that name a concept replaced by it, as ``=concept``."""
    known = _known(dimension)
    return frozenset(known.get(stem(word), stem(word)) for word in words)


@cache
def _known(dimension: str) -> dict[str, str]:
    rows = _RATES if dimension.endswith("/s") else _CONCEPTS.get(dimension, ())
    split = (row.split(": ") for row in rows)
    return {stem(word): f"={name}" for name, words in split for word in words.split()}
