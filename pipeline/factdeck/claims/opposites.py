"""Words that exclude each other."""

from __future__ import annotations

import re
from functools import cache

_PAIRS = """
    stateful/stateless synchronous/asynchronous synchronously/asynchronously enabled/disabled
    required|mandatory|compulsory/optional mutable|changeable/immutable
    connection-oriented/connectionless symmetric|symmetrical/asymmetric|asymmetrical
    encrypted/unencrypted persistent/ephemeral|non-persistent volatile/non-volatile|nonvolatile
    ordered/unordered reversible/irreversible deterministic/non-deterministic|nondeterministic
    preemptive/non-preemptive lossless/lossy blocking/non-blocking relational/non-relational
    aerobic/anaerobic endothermic/exothermic unicellular/multicellular
    dominant/recessive afferent/efferent haploid/diploid hydrophilic/hydrophobic
    compiled/interpreted centralized|centralised/decentralized|decentralised
    full-duplex/half-duplex case-sensitive/case-insensitive
    contiguous/non-contiguous|noncontiguous concurrent/sequential
    inclusive/exclusive authoritative/non-authoritative recursive/iterative
    managed/unmanaged|self-managed
    ascending/descending
    permanent/temporary automatic/manual
    redundant/non-redundant classful/classless tagged/untagged shielded/unshielded
    reliable/unreliable proprietary/open-source
""".split()
_NOT = re.compile(
    r"\b(?:not|never|no|cannot|can'?t|can’t|doesn['’]?t|don['’]?t|isn['’]?t|aren['’]?t|won['’]?t|"
    r"wasn['’]?t|weren['’]?t|unable|without|neither|nor|non(?=-)|nicht|kein(?:e|en|er|es)?|nie)\b",
    re.I,
)
_ANSWER = re.compile(r"^\W*(?:yes|no|ja|nein)[.,!]\s+", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _sides() -> dict[str, tuple[str, str]]:
    """Each word with its pair and the side it is on, as that side's first word."""
    found = {}
    for pair in _PAIRS:
        sides = [side.split("|") for side in pair.split("/")]
        for words in sides:
            found.update(dict.fromkeys(words, (f"{sides[0][0]} or {sides[1][0]}", words[0])))
    return found


def opposites(text: str) -> list[tuple[int, str, str, str]]:
    """The words of a text that have an opposite: where, the word, its pair, and its side."""
    known = _sides()
    return [
        (match.start(), match[0], *known[match[0].lower()])
        for match in _WORD.finditer(text)
        if match[0].lower() in known
    ]


def other_side(pair: str, side: str) -> str:
    """The opposite of a side in its pair."""
    one, other = pair.split(" or ")
    return other if side == one else one


def negations(text: str) -> int:
    """How many words of a text say no; a "No." before it answers a question."""
    return len(_NOT.findall(_ANSWER.sub("", text)))


def without_negation(text: str) -> str:
    """A text without the words that say no."""
    return _NOT.sub(" ", _ANSWER.sub("", text))
