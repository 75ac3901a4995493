"""HTML that stands in notes: which tags come through, and that each is closed."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^>]*)>", re.S)
_ATTRIBUTE = r"""\s{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_SRC = re.compile(_ATTRIBUTE.format("src"), re.I)
_ALT = re.compile(_ATTRIBUTE.format("alt"), re.I)
_INLINE_TAGS = "b code del em i ins kbd mark q s small strong sub sup u"
_LAYOUT_TAGS = """
    a abbr address article aside audio big blockquote body center cite dd details dfn div dl dt
    figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr html label li main nav ol p picture
    pre samp section source span summary table tbody td tfoot th thead tr tt ul var video wbr
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_LAYOUT = frozenset(_LAYOUT_TAGS.split())


def write(raw: str, opened: list[str]) -> str | None:
    """A tag without its attributes, "" for one that only lays out; None for all that is no tag.

    ``opened`` are the tags now open, outermost first; it is kept up to date.
    """
    tag = _TAG.fullmatch(raw)
    name = tag["name"].lower() if tag else ""
    if raw.startswith("<!--") or name in _LAYOUT:
        return ""
    if name == "br":
        return "<br>"
    if tag is None or name not in _INLINE:
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
