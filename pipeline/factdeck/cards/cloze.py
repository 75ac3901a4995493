"""Cloze markers: which cards Anki makes of them, and how they come through Markdown whole.

Anki knows nothing but ``{{c``, digits, ``::`` and ``}}``: a brace of LaTeX or of a template
that touches another one ends its cloze. Here the braces inside a cloze are balanced, as its
author sees them, and what is no marker is written so that Anki does not take it for one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

OPEN, CLOSE = "\x02", "\x03"
"""Stand for ``{{`` and ``}}`` of a marker while the text around it is rendered."""

_DEEPEST = 10
_LAST_ORDINAL = 499
_LAST_NUMBER = 65535
_ANKI_TOKEN = re.compile(r"\{\{c(?P<numbers>[\d,]+)::|\}\}", re.ASCII)
_LITERAL_OPEN = re.compile(r"\{\{(?=c[\d,]+::)", re.ASCII)
_BRACE = re.compile(r"\{\{c(?P<numbers>[\d,]+)::|[{}]", re.ASCII)


def ordinals(html: str) -> tuple[int, ...]:
    """The cards, from 0, that Anki makes of a field with cloze markers, as Anki 26.9 counts them.

    Number 0 gives no card, numbers above 500 the same card as 500, those above 65535 are no
    marker; only what is closed counts, with all that is nested in it, up to ten deep.
    """
    levels: list[list[int]] = [[]]
    for token in _ANKI_TOKEN.finditer(html):
        if token["numbers"] is None:
            if len(levels) > 1:
                levels[-2].extend(levels.pop())
        elif (numbers := _numbers(token["numbers"])) and len(levels) <= _DEEPEST:
            levels.append(numbers)
    return tuple(sorted({min(number - 1, _LAST_ORDINAL) for number in levels[0] if number}))


def deletions(html: str) -> dict[int, str]:
    """What each number of a field with cloze markers deletes, by where it is first opened.

    Several deletions of one number are joined; a marker inside another one is part of it.
    """
    opened: list[tuple[list[int], int]] = []
    found: dict[int, dict[int, str]] = {}
    for token in _ANKI_TOKEN.finditer(html):
        if token["numbers"]:
            opened.append((_numbers(token["numbers"]), token.end()))
        elif opened:
            numbers, start = opened.pop()
            for number in numbers:
                found.setdefault(number, {})[start] = html[start : token.start()]
    joined = {number: dict(sorted(parts.items())) for number, parts in found.items()}
    order = sorted(joined, key=lambda number: (min(joined[number]), number))
    return {number: " ".join(joined[number].values()) for number in order}


def renumber(html: str, numbers: Mapping[int, int]) -> str:
    """The field with other numbers in its markers; those that are not given stay."""

    def changed(token: re.Match[str]) -> str:
        if not token["numbers"]:
            return token[0]
        new = [str(numbers.get(number, number)) for number in _numbers(token["numbers"])]
        return f"{{{{c{','.join(new)}::" if new else token[0]

    return _ANKI_TOKEN.sub(changed, html)


def uncover(html: str, number: int, instead: str = "") -> str:
    """The field with a deletion that is not nested shown, or something else in its place."""
    marker = re.compile(rf"\{{\{{c{number}::(.*?)(?:::.*?)?\}}\}}", re.S)
    return marker.sub(lambda found: instead or found[1], html)


def mark(markdown: str) -> str:
    """Put :data:`OPEN` and :data:`CLOSE` in the place of the braces of every closed marker."""
    markers = _balanced(markdown)
    if markers is None:
        markers = _as_anki(markdown)
    for index, sign in sorted(markers, reverse=True):
        markdown = f"{markdown[:index]}{sign}{markdown[index + 2 :]}"
    return markdown


def unmark(html: str) -> str:
    """Write the marked braces again, and those of the text so that they are only text."""
    html = _LITERAL_OPEN.sub("{&#123;", html).replace("}}", "}&#125;")
    html = html.replace("}" + CLOSE, "&#125;" + CLOSE)
    return html.replace(OPEN, "{{").replace(CLOSE, "}}")


def safe_formula(tex: str) -> str:
    """A formula whose braces end no cloze; spaces there mean nothing to TeX."""
    while "}}" in tex:
        tex = tex.replace("}}", "} }")
    return tex.replace("}" + CLOSE, "} " + CLOSE)


def deletion(number: int, html: str) -> str:
    """A marked cloze of some HTML, none of which is taken for a hint."""
    return f"{OPEN}c{number}::{html.replace('::', ':&#58;')}{CLOSE}"


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part and int(part[-6:]) <= _LAST_NUMBER]


def _balanced(text: str) -> list[tuple[int, str]] | None:
    """The markers with the braces inside each of them balanced; None when they cannot be."""
    markers: list[tuple[int, str]] = []
    depths: list[int] = []
    index = 0
    while brace := _BRACE.search(text, index):
        index = brace.end()
        if brace["numbers"] and _numbers(brace["numbers"]):
            markers.append((brace.start(), OPEN))
            depths.append(0)
        elif not depths:
            index = brace.start() + 1
        elif brace[0] != "}":
            depths[-1] += brace[0].count("{")
        elif depths[-1]:
            depths[-1] -= 1
        elif text.startswith("}", index):
            markers.append((brace.start(), CLOSE))
            depths.pop()
            index += 1
    return None if depths else markers


def _as_anki(text: str) -> list[tuple[int, str]]:
    """The closed markers as Anki pairs them."""
    markers: list[tuple[int, str]] = []
    opened: list[int] = []
    for token in _ANKI_TOKEN.finditer(text):
        if token["numbers"] is None:
            if opened:
                markers += [(opened.pop(), OPEN), (token.start(), CLOSE)]
        elif _numbers(token["numbers"]):
            opened.append(token.start())
    return markers
