"""Text → HTML that neither a browser, nor Anki, nor MathJax takes for anything but text.

Pieces are escaped one by one; what they become together is looked at when all is joined, by
:func:`finish`. Until then control characters stand for what must come through: they cannot
stand in the text itself, which is clean.
"""

from __future__ import annotations

import html
import re
import unicodedata

MATH = ("\x0e", "\x0f")
DISPLAY = ("\x10", "\x11")
"""The delimiters of a formula, inline and displayed."""

BRACKET = "\x12"
"""The bracket that opens a tag of Anki."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ANKI_TAG = re.compile(r"\[(?=/?(?:latex|\${1,2})\]|\[type:|sound:|/?anki:)", re.I)
_MATH_OPENING = re.compile(r"\\(?=[(\[])")
_MEANT = str.maketrans(
    {MATH[0]: r"\(", MATH[1]: r"\)", DISPLAY[0]: r"\[", DISPLAY[1]: r"\]", BRACKET: "["}
)


def clean(text: str) -> str:
    """Text as Anki stores it: NFC, without control characters (tab and line end stay)."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def escape(text: str) -> str:
    """A piece of text → HTML."""
    return html.escape(text, quote=False)


def escape_code(text: str) -> str:
    """A piece of code → HTML."""
    return hide_backslashes(escape(text))


def hide_backslashes(code: str) -> str:
    """HTML of code with its backslashes as entities, in which nobody sees a formula."""
    return code.replace("\\", "&#92;")


def entities(text: str) -> str:
    """Replace the character references of HTML by their characters."""
    return _ENTITY.sub(lambda match: clean(html.unescape(match[0])), text)


def finish(joined: str) -> str:
    r"""Part each ``\(``, ``[sound:``, ``[latex]`` … that is only text, and write those meant."""
    joined = _ANKI_TAG.sub("&#91;", _MATH_OPENING.sub("\\\\\u2060", joined))
    return joined.translate(_MEANT)


def text(plain: str) -> str:
    """Plain text → HTML, clean and finished."""
    return finish(escape(clean(plain)))
