"""Words that lack a letter of their acronym: "Local Area Cable (LAN)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, Symbol
from factdeck.claims.frames import Frame
from factdeck.claims.words import SMALL, stands_within

_JOINED = r"(?:[\s-]+(?:(?:of|and|for|to|in|on|the|&)\s+)?)"
_WRITTEN = re.compile(
    rf"(?P<words>[A-Z][a-z]+(?:{_JOINED}[A-Z][a-z]+){{2,7}})\s*\((?P<acronym>[A-Z]{{3,6}})s?\)"
)


def extract(frame: Frame) -> Iterator[Claim]:
    """Words that begin as the acronym behind them does, and cannot end as it does.

    Many an acronym takes letters from inside its words, or leaves words out: only a letter that
    they do not have behind the others is a slip.
    """
    for match in _WRITTEN.finditer(frame.text) if "(" in frame.text else ():
        acronym, phrase = match["acronym"].lower(), match["words"].lower()
        words = [word for word in re.split(r"[\s-]+", phrase) if word not in SMALL and word != "&"]
        if _begins(acronym, words) and not stands_within(acronym, phrase):
            yield frame.claim(
                "misfits",
                Symbol(phrase, match["words"]),
                attribute=("stand", "for"),
                of="stands for",
                subject=match["acronym"],
                concept="expansion",
            )


def _begins(acronym: str, words: list[str]) -> bool:
    """Whether two words begin with its first letters, and there is a word for each of the rest."""
    return any(
        [word[0] for word in words[start : start + 2]] == list(acronym[:2])
        for start in range(len(words) - len(acronym) + 1)
    )


EXTRACTOR = Extractor("misfits", extract)
