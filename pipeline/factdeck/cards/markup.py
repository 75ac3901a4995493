"""Markdown of a fact → HTML of an Anki field.

What is written is what this module knows: a short list of tags without attributes, links
to web pages, and pictures and sounds that lie beside the notes. HTML in notes: ``<b>``,
``<br>``, ``<sub>`` and the like come through without their attributes, ``<img>`` like a
picture of Markdown; tags that only lay out a page are dropped; all else is shown as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from html import escape as escape_attribute
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from factdeck.cards import cloze, tags
from factdeck.cards.escape import (
    BRACKET,
    DISPLAY,
    MATH,
    clean,
    entities,
    escape,
    escape_code,
    finish,
)
from factdeck.model import Media

if TYPE_CHECKING:
    from mistune.markdown import Markdown

Token = dict[str, Any]
Find = Callable[[str], Media | None]
"""A media file by its path as the notes write it; None when there is no such file."""

_MARKUP = re.compile(r"[\\`*_\[<$&\n]|==|~~|https?://")
_CALLOUT = re.compile(r"^([ >]*> ?)\[![\w-]+\][+-]?[ \t]*", re.M)
_WEB = re.compile(r"(?:https?://|mailto:)[^\x00-\x20\"]+", re.I)
_SOUNDS = (".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac", ".aac", ".mp4", ".webm")
_TEX_THAT_ACTS = re.compile(
    r"\\(?:href|url|style|class|cssId|data|require|includegraphics|html\w*|csname|[egx]?def|let"
    r"|(?:re)?newcommand|(?:re)?newenvironment|providecommand)(?![A-Za-z])"
)


class Renderer:
    """Renders Markdown.

    ``media`` holds the files that it has shown, ``missing`` what stands for those not found.
    With ``number_marks`` each ``==mark==`` becomes a cloze with the next number.
    """

    def __init__(self, find: Find, *, number_marks: bool = False) -> None:
        self.find = find
        self.number_marks = number_marks
        self.media: set[Media] = set()
        self.missing: set[str] = set()
        self._marks = 0

    def inline(self, text: str) -> str:
        """A line of Markdown; line ends are spaces, and nothing in it begins a block."""
        return self._inline(clean(text))

    def block(self, text: str) -> str:
        """Markdown with lists, code and tables when it has several lines; else a line."""
        return self._block(clean(text))

    def marked(self, text: str) -> str:
        """Clean Markdown with the markers of :mod:`cloze`, as :func:`cloze.mark` leaves it."""
        return cloze.unmark(self._block(text))

    def _inline(self, text: str) -> str:
        text = text.strip()
        if not _MARKUP.search(text):
            return finish(escape(text))
        return finish(self._tokens(_markdown().inline(text, {"ref_links": {}})).strip())

    def _block(self, text: str) -> str:
        text = text.strip("\n")
        if "\n" not in text:
            return self._inline(text)
        tokens = cast(list[Token], _markdown().parse(_CALLOUT.sub(r"\1", text))[0])
        content = [token for token in tokens if token["type"] != "blank_line"]
        if len(content) == 1 and content[0]["type"] == "paragraph":
            content = content[0]["children"]
        return finish(self._tokens(content).strip())

    def _tokens(self, tokens: Iterable[Token]) -> str:
        """The tokens of mistune as HTML; HTML tags among them are closed where they end."""
        opened: list[str] = []
        pieces = [
            self._html(token["raw"], opened)
            if token["type"] == "inline_html"
            else self._token(token)
            for token in tokens
        ]
        return "".join(pieces) + "".join(f"</{name}>" for name in reversed(opened))

    def _token(self, token: Token) -> str:
        kind = token["type"]
        if element := _ELEMENTS.get(kind):
            return f"<{element}>{self._children(token)}</{element}>"
        if write := _WRITERS.get(kind):
            return write(self, token)
        return _LEAVES.get(kind) or self._children(token)

    def _children(self, token: Token) -> str:
        if "children" in token:
            return self._tokens(token["children"])
        return escape(entities(token.get("raw", "")))

    def _code(self, token: Token) -> str:
        return f"<code>{escape_code(token['raw'])}</code>"

    def _code_block(self, token: Token) -> str:
        from factdeck.cards.code import highlight

        info = (token.get("attrs", {}).get("info") or "").split()
        marked = cloze.OPEN in token["raw"]  # colours would part the marker
        return highlight(token["raw"], info[0] if info and not marked else "")

    def _math(self, token: Token) -> str:
        text = cloze.safe_formula(token["raw"].strip())
        if _TEX_THAT_ACTS.search(text):
            return f"<code>{escape_code(text)}</code>"
        display = token["type"] == "block_math" or token["attrs"]["display"]
        start, end = DISPLAY if display else MATH
        return f"{start}{escape(text)}{end}"

    def _mark(self, token: Token) -> str:
        inner = self._children(token)
        if not self.number_marks:
            return f"<mark>{inner}</mark>"
        self._marks += 1
        return cloze.deletion(self._marks, inner)

    def _heading(self, token: Token) -> str:
        return f"<p><b>{self._children(token)}</b></p>"

    def _list(self, token: Token) -> str:
        element = "ol" if token["attrs"]["ordered"] else "ul"
        start = token["attrs"].get("start", 1)
        attribute = f' start="{start:d}"' if start != 1 else ""
        return f"<{element}{attribute}>{self._children(token)}</{element}>"

    def _table_head(self, token: Token) -> str:
        return f"<thead><tr>{self._children(token)}</tr></thead>"

    def _cell(self, token: Token) -> str:
        element = "th" if token["attrs"]["head"] else "td"
        return f"<{element}>{self._children(token)}</{element}>"

    def _link(self, token: Token) -> str:
        inner, url = self._children(token), token["attrs"]["url"]
        if not _WEB.fullmatch(url):
            return inner
        return f'<a href="{escape_attribute(url)}">{inner}</a>'

    def _image(self, token: Token) -> str:
        alt = "".join(map(_words, token.get("children", ())))
        return self._show(token["attrs"]["url"], alt)

    def _sound(self, token: Token) -> str:
        return self._show(token["raw"], "")

    def _wiki(self, token: Token) -> str:
        target, label = token["attrs"]["target"], token["attrs"]["label"]
        if token["attrs"]["embed"]:
            return self._show(target, "" if re.fullmatch(r"[\dx]*", label) else label)
        return escape(label or target.removeprefix("#").replace("#", " › "))

    def _show(self, path: str, alt: str) -> str:
        """A picture or sound of the notes, or its words when there is no such file."""
        media = self.find(unquote(path)) or self.find(path)
        if media is None:
            name = unquote(path).replace("\\", "/").rsplit("/", 1)[-1]
            instead = escape(f"[{clean(alt or name)}]")
            self.missing.add(instead)
            return instead
        self.media.add(media)
        if media.name.endswith(_SOUNDS):
            return f"{BRACKET}sound:{media.name}]"
        return f'<img src="{media.name}" alt="{escape_attribute(alt)}">'

    def _html(self, raw: str, opened: list[str]) -> str:
        if image := tags.image(raw):
            return self._show(*image)
        tag = tags.write(raw, opened)
        return escape(raw) if tag is None else tag


def _words(token: Token) -> str:
    return token.get("raw") or "".join(map(_words, token.get("children", ())))


_ELEMENTS = {
    "paragraph": "p",
    "emphasis": "em",
    "strong": "strong",
    "strikethrough": "del",
    "list_item": "li",
    "block_quote": "blockquote",
    "table": "table",
    "table_body": "tbody",
    "table_row": "tr",
}
_LEAVES = {"softbreak": " ", "linebreak": "<br>", "thematic_break": "<hr>"}
_WRITERS: dict[str, Callable[[Renderer, Token], str]] = {
    "codespan": Renderer._code,
    "block_code": Renderer._code_block,
    "math": Renderer._math,
    "block_math": Renderer._math,
    "mark": Renderer._mark,
    "heading": Renderer._heading,
    "list": Renderer._list,
    "table_head": Renderer._table_head,
    "table_cell": Renderer._cell,
    "link": Renderer._link,
    "image": Renderer._image,
    "sound": Renderer._sound,
    "wiki": Renderer._wiki,
}


@cache
def _markdown() -> Markdown:
    """The parser: no block of HTML, of indented code or of link targets, which no fact is."""
    from mistune.block_parser import BlockParser
    from mistune.markdown import Markdown
    from mistune.plugins.formatting import mark, strikethrough
    from mistune.plugins.math import math, math_in_list, math_in_quote
    from mistune.plugins.table import table, table_in_list, table_in_quote
    from mistune.plugins.url import url

    from factdeck.cards import inline_rules

    rules = ["fenced_code", "atx_heading", "thematic_break", "block_quote", "list", "blank_line"]
    block = BlockParser(block_quote_rules=list(rules), list_rules=list(rules))
    block.rules = list(rules)
    markdown = Markdown(block=block)
    plugins = [strikethrough, mark, url, table, table_in_list, table_in_quote]
    for plugin in [*plugins, math, math_in_list, math_in_quote, inline_rules.add]:
        plugin(markdown)
    return markdown
