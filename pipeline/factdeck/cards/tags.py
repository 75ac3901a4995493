"""HTML that stands in notes: which tags come through, and that each is closed."""

from __future__ import annotations

import re

from factdeck.facts.html_tags import INLINE, LAYOUT

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^>]*)>", re.S)
_ATTRIBUTE = r"""\s{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_SRC = re.compile(_ATTRIBUTE.format("src"), re.I)
_ALT = re.compile(_ATTRIBUTE.format("alt"), re.I)


def write(raw: str, opened: list[str]) -> str | None:
    """A tag without its attributes, "" for one that only lays out; None for all that is no tag.

    ``opened`` are the tags now open, outermost first; it is kept up to date.
    """
    tag = _TAG.fullmatch(raw)
    name = tag["name"].lower() if tag else ""
    if raw.startswith("<!--") or name in LAYOUT:
        return ""
    if name == "br":
        return "<br>"
    if tag is None or name not in INLINE:
        return None
    return _close(name, opened) if tag["end"] else _open(name, opened)


def image(raw: str) -> tuple[str, str] | None:
    """The path and the words of an ``<img>``; None when it is none."""
    tag = _TAG.fullmatch(raw)
    if not tag or tag["name"].lower() != "img" or not (src := _SRC.search(tag["rest"])):
        return None
    return _value(src), _value(_ALT.search(tag["rest"]))


def _open(name: str, opened: list[str]) -> str:
    opened.append(name)
    return f"<{name}>"


def _close(name: str, opened: list[str]) -> str:
    closing = ""
    while name in opened:
        last = opened.pop()
        closing += f"</{last}>"
        if last == name:
            break
    return closing


def _value(match: re.Match[str] | None) -> str:
    return next((group for group in match.groups() if group), "") if match else ""
