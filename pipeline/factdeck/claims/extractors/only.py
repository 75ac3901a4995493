"""What something is limited to: "HTTP and HTTPS only"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.claims import Extractor
from factdeck.claims.claim import Claim, Members
from factdeck.claims.frames import Frame, is_example, is_supposed, readable
from factdeck.claims.words import content
from factdeck.facts.text import inline_list

_NAME = r"(?:[A-Z][\w.+-]*|[a-z]+[A-Z][\w.+-]*)"
_LIST = rf"{_NAME}(?:(?:\s*/\s*|,\s+|\s+and\s+|\s+or\s+|\s*&\s*){_NAME})*"
_ONLY = re.compile(
    rf"(?:^|[(:–—]\s*|\bsupports?\s+)(?P<list>{_LIST})\s+only(?=\s*(?:[).,;–—]|$))"
    rf"|\b(?:only\s+(?:supports?|accepts?)|(?:supports?|accepts?)\s+only)\s+(?P<list_>{_LIST})"
)
_PLAIN = re.compile(rf"(?P<list>{_NAME}(?:(?:\s*/\s*|,\s+|\s+and\s+|\s*&\s*){_NAME})+)")


def extract(frame: Frame) -> Iterator[Claim]:
    """The names that something is said to be only, and lists of names that may go beyond them."""
    if not readable(frame.fact) or is_example(frame.text) or is_supposed(frame):
        return
    for match in _ONLY.finditer(frame.text):
        listed = match["list"] or match["list_"]
        yield _claim(frame, listed, frame.text[: match.start()], limited=True)
    if " only" not in frame.text.lower():
        for match in _PLAIN.finditer(frame.text):
            yield _claim(frame, match["list"], frame.text[: match.start()], limited=False)


def _claim(frame: Frame, listed: str, before: str, *, limited: bool) -> Claim:
    names = tuple(
        part
        for each in inline_list(listed)
        for part in re.split(r"\s*/\s*|\s+and\s+|\s*&\s*", each)
    )
    return frame.claim(
        "only",
        Members(tuple(sorted(filter(None, names), key=str.lower))),
        attribute=tuple(sorted(name.lower() for name in names)),
        of="only" if limited else "names",
        concept="only" if limited else "",
        words=content(before),
    )


EXTRACTOR = Extractor("only", extract)
