"""What notes hold that Markdown does not know: formulas, wiki links, Anki's sounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mistune.core import InlineState
    from mistune.inline_parser import InlineParser
    from mistune.markdown import Markdown

_MATH = (
    r"\$\$(?P<display>[^$]+?)\$\$"
    r"|\$(?=[^\s$\]])(?P<dollar>(?:[^$\\\n]|\\.)+?)(?<!\s)\$(?![0-9A-Z_{(])"
    r"|\\\((?P<paren>[^\n]{1,500}?)\\\)"
    r"|\\\[(?P<bracket>[^\x00]{1,1000}?)\\\]"
)
_WIKI = r"(?P<embed>!?)\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<label>[^\[\]\n]*))?\]\]"
_SOUND = r"\[sound:(?P<file>[^\[\]\n]+)\]"
_FOOTNOTE = r"\[\^[^\[\]\s]+\]"

_PRICE = re.compile(r"\d[\d.,]*(?:[KMB]\b)?[\s/]+[A-Za-z]{2,}")
_FORMULA = re.compile(r"[\\^_={}+<>]|^\s*\w\s*$")


def add(markdown: Markdown) -> None:
    """Teach them to a parser that has mistune's ``math`` (a plugin of mistune)."""
    markdown.inline.rules.remove("inline_math")  # mistune's own takes prices for formulas
    markdown.inline.register("math", _MATH, _math, before="escape", start_chars=("$", "\\"))
    markdown.inline.register("wiki", _WIKI, _wiki, before="link", start_chars=("!", "["))
    markdown.inline.register("sound", _SOUND, _sound, before="link", start_chars=("[",))
    markdown.inline.register("footnote", _FOOTNOTE, _footnote, before="link", start_chars=("[",))


def _math(inline: InlineParser, match: re.Match[str], state: InlineState) -> int | None:
    display = match["display"] or match["bracket"]
    text = display or match["dollar"] or match["paren"]
    if match["dollar"] and _PRICE.match(text):  # "$5 to 10$" is money
        return None
    if match[0].startswith("\\") and not _FORMULA.search(text):
        inline.process_text(match[0][1], state)  # a bracket escaped for the sake of Markdown
        return match.start() + 2
    state.append_token({"type": "math", "raw": text, "attrs": {"display": bool(display)}})
    return match.end()


def _wiki(_inline: InlineParser, match: re.Match[str], state: InlineState) -> int:
    target = match["target"].strip()
    label = (match["label"] or "").strip()
    attrs = {"target": target, "label": label, "embed": bool(match["embed"])}
    state.append_token({"type": "wiki", "raw": match[0], "attrs": attrs})
    return match.end()


def _sound(_inline: InlineParser, match: re.Match[str], state: InlineState) -> int:
    state.append_token({"type": "sound", "raw": match["file"].strip()})
    return match.end()


def _footnote(_inline: InlineParser, match: re.Match[str], _state: InlineState) -> int:
    return match.end()  # what it refers to is not in the fact
