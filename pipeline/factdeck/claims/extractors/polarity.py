"""What something is or is not: opposite adjectives, "can" and "cannot"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.claims import Extractor, bounds
from factdeck.claims.claim import Bound, Claim, Symbol
from factdeck.claims.frames import Frame, clauses, is_example, is_supposed, readable
from factdeck.claims.opposites import negations, opposites, other_side, without_negation
from factdeck.claims.words import content

_IS = re.compile(
    r"(?:\b(?:is|are|be|was|were|remains?|ist|sind)\s+(?:\w+ly\s+|always\s+|not\s+|considered\s+)*"
    r"|[:=–—]\s*|\s-\s|^\W*)$",
    re.I,
)
_ENDS = re.compile(
    r"\W*$|\W*[.,;)]|\s+(?:by default|and|but|because|when|if|so|unless|in nature)\b", re.I
)
_MODAL = re.compile(
    r"\b(?:can(?:not|['’]t)?|could|do(?:es)?(?:n['’]t)?|must|is(?:n['’]t)?|are(?:n['’]t)?|will|"
    r"won['’]t|supports?|allows?|has|have|kann|ist|sind)\b",
    re.I,
)
_OF_IT = re.compile(r"\b(?:it|they|this|these|that|which|who)\W+(?:\w+\W+)?$", re.I)
_PRONOUN = re.compile(
    r"\W*(?:they|these|this|it|that|those|you|we|there|sie|er|es|dies\w*)\b", re.I
)
_LONGEST, _WORDS = 160, 3


def extract(frame: Frame) -> Iterator[Claim]:
    """The side that each adjective with an opposite takes, and what its clauses say or deny."""
    if not readable(frame.fact) or is_example(frame.text) or is_supposed(frame):
        return
    yield from _adjectives(frame)
    if len(frame.text) <= _LONGEST and not frame.text.endswith("?"):
        yield from _said(frame)


def _adjectives(frame: Frame) -> Iterator[Claim]:
    found = opposites(frame.text)
    for part in clauses(frame.text) if found else ():
        inside = [each for each in found if part.start <= each[0] < part.end]
        if len(inside) == 1:
            start, word, pair, side = inside[0]
            before = frame.text[part.start : start]
            after = frame.text[start + len(word) : start + len(word) + 20]
            if _OF_IT.search(before):
                continue
            if _IS.search(frame.text[max(0, start - 30) : start]) and _ENDS.match(after):
                denied = negations(before[-12:]) % 2
                rest = before + " " + frame.text[start + len(word) : part.end]
                yield frame.claim(
                    "polarity",
                    Symbol(
                        other_side(pair, side) if denied else side,
                        f"not {word}" if denied else word,
                    ),
                    attribute=(pair,),
                    of="",
                    concept=pair,
                    words=content(rest),
                    bound=Bound.DEFAULT if bounds.bound(rest) is Bound.DEFAULT else Bound.EXACT,
                    conditions=bounds.conditions(frame.text[part.start : part.end]),
                    modality=bounds.modality(before),
                )


def _said(frame: Frame) -> Iterator[Claim]:
    """What the whole sentence says or denies."""
    if len(_MODAL.findall(frame.text)) == 1 and not _PRONOUN.match(frame.text):
        no = negations(frame.text) % 2 == 1
        words = content(without_negation(frame.text))
        if len(words) >= _WORDS:
            yield frame.claim(
                "polarity",
                Symbol("no" if no else "yes", frame.text),
                attribute=words,
                of="",
                concept="said",
                words=words,
                polarity=not no,
                modality=bounds.modality(frame.text),
                conditions=bounds.conditions(frame.text),
            )


EXTRACTOR = Extractor("polarity", extract)
