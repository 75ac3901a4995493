"""What of a field is text, in Anki's sense."""

from __future__ import annotations

import html
import re

_PICTURE = re.compile(
    r"""<(?:img|audio|video|object)\b[^<>]*?\b(?:src|data)\s*=\s*"""
    r"""(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))[^<>]*>""",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"</?(?:br|hr|p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|pre|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^<>]*>")
_CLOZE = re.compile(r"\{\{c[\d,]+::|(?:::[^{}:]*)?\}\}")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def plain(field: str) -> str:
    """The text of a field: markup dropped, entities decoded, pictures by their file names.

    Anki sorts by it and looks for duplicates with it.
    """
    named = _PICTURE.sub(lambda found: f" {found[1] or found[2] or found[3]} ", field)
    text = _MARKUP.sub("", named)
    # a text without entities Anki leaves alone, no-break spaces included
    return html.unescape(text).replace("\u00a0", " ") if "&" in text else text


def is_blank(field: str) -> bool:
    """Whether a field shows nothing: no letter, no picture, no sound."""
    return not plain(field).translate(_INVISIBLE).strip()


def summary(field: str, limit: int = 160) -> str:
    """One line for people: cloze markers and hints dropped, cut at ``limit`` characters."""
    words = " ".join(plain(_BLOCK.sub(" ", _CLOZE.sub("", field))).split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
