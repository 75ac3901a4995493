"""HTML → Markdown by markdownify, with what the cards know and no more."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import IntEnum
from html import unescape
from typing import Any
from urllib.parse import quote, unquote

from markdownify import MarkdownConverter

FOLDER = "media"
"""Beside the notes, where their media lie."""
EDGE, BREAK, GAP = "\x01", "\x02", "\x03"
"""Where a line of HTML ends: at the edge of a block, at a <br>, between paragraphs."""
_ENDS = re.compile(rf" *[{EDGE}{BREAK}{GAP}][ {EDGE}{BREAK}{GAP}]*")
_AROUND = f" {EDGE}{BREAK}{GAP}"
_FORMULA = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.S)
_SOUND = re.compile(r"\[sound:([^\[\]]+)\]")
_SPECIAL = re.compile(r"[\\`*\[<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|==|~~|%%|\$(?=.*\$)|\^(?=\w+$)")
_AT_START = re.compile(r"^(\s*)([-+>#|]|\d+(?=[.)](?:\s|$)))")
_REFERENCE = re.compile(
    r"""\[sound:([^\[\]]+)\]|\b(?:src|data)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.I
)
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


class Way(IntEnum):
    """How a field is written: with the signs of Markdown, with tags of HTML, without any."""

    MARKS = 0
    TAGS = 1
    PLAIN = 2


def file_of(src: str, media: Mapping[str, str]) -> str | None:
    """The file of a picture, by its name or as an address has it."""
    return media.get(src) or media.get(unquote(src))


def references(html: str) -> set[str]:
    """The names of the media that a field shows, as written and as an address has them."""
    found = {unescape("".join(groups)) for groups in _REFERENCE.findall(html)}
    return found | set(map(unquote, found))


def joined(line: str) -> str:
    """One line: what ends a line of HTML inside of it is a <br>."""
    return _ENDS.sub(lambda found: "<br>" * _breaks(found[0]), line.strip(_AROUND)).strip()


def _breaks(run: str) -> int:
    if GAP in run:
        return 2
    signs = run.replace(" ", "")
    inside = signs.count(BREAK)
    is_a_line = bool(inside) and signs[0] == signs[-1] == EDGE  # <div><br></div>
    return min(2, max(1, inside + is_a_line))


def _element(name: str, mark: str) -> Callable[[Converter, Any, str, set[str]], str]:
    """How an element that is text is written: between marks when they can be told from words."""

    def convert(self: Converter, _el: Any, text: str, parent_tags: set[str]) -> str:
        if "_noformat" in parent_tags and "pre" in parent_tags:
            return text
        inner = text.strip(_AROUND)
        if not inner:
            return text
        before, _, after = text.partition(inner)
        marks = bool(mark) and self._way is Way.MARKS and not self._is_cloze
        opening, closing = (mark, mark) if marks else (f"<{name}>", f"</{name}>")
        return f"{before}{opening}{inner}{closing}{after}"

    return convert


def _edges(sign: str) -> Callable[[Converter, Any, str, set[str]], str]:
    """How a block that is lines is written."""

    def convert(_self: Converter, _el: Any, text: str, parent_tags: set[str]) -> str:
        if "pre" in parent_tags:
            return f"{text}\n"
        return f"{sign}{text}{sign}"

    return convert


_BOLD = _element("b", "**")
_BASE: Any = MarkdownConverter  # its types do not tell of its methods for elements


class Converter(MarkdownConverter):
    """markdownify, with what the cards know."""

    def __init__(self, media: Mapping[str, str], way: Way, *, blocks: bool, is_cloze: bool) -> None:
        super().__init__(bullets="-", wrap=True, wrap_width=None, strip_document=None)
        self._media, self._way = media, way
        self._blocks, self._is_cloze = blocks, is_cloze

    def escape(self, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - markdownify's
        """A text between tags."""
        parts, at = [], 0
        for formula in _FORMULA.finditer(text):
            parts += [self._words(text[at : formula.start()]), _formula(formula)]
            at = formula.end()
        return "".join([*parts, self._words(text[at:])])

    def _words(self, text: str) -> str:
        parts, at = [], 0
        for sound in _SOUND.finditer(text):
            parts += [_escaped(text[at : sound.start()]), self._sound(sound)]
            at = sound.end()
        parts.append(_escaped(text[at:]))
        text = "".join(parts)
        return text if self._is_cloze else text.replace("{{", "{\\{")

    def _sound(self, sound: re.Match[str]) -> str:
        file = file_of(sound[1], self._media)
        return f"[sound:{FOLDER}/{file}]" if file else sound[0]

    def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - markdownify's
        """A picture, beside the notes."""
        src, alt = str(el.get("src") or ""), str(el.get("alt") or "")
        file = file_of(src, self._media)
        words = re.sub(r"[\[\]\\`*_<>]", " ", alt).strip()
        if file is None:  # as the cards show what is not there
            return _escaped(f"[{words or unquote(src).rpartition('/')[2]}]")
        return f"![{words}]({FOLDER}/{quote(file)})"

    def convert_br(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - markdownify's
        """The end of a line."""
        return "\n" if "pre" in parent_tags else f"{BREAK}{text}"

    def convert_pre(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """A block of code, or lines of it."""
        if self._blocks and not self._is_cloze and "li" not in parent_tags:
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
            code = el.get_text() if not el.find("br") else text
            return f"\n\n{fence}\n{code.strip(chr(10))}\n{fence}\n\n"
        lines = (self.convert_code(el, line, set()) for line in text.strip("\n").split("\n"))
        return BREAK + BREAK.join(lines) + BREAK

    def convert_code(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """Code in a line; with a cloze in it as a tag."""
        if "pre" in parent_tags:
            return text
        if self._is_cloze or self._way is Way.TAGS:
            return f"<code>{_escaped(text)}</code>"
        return str(_BASE.convert_code(self, el, text, parent_tags - {"_noformat"}))

    def convert_li(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """An item of a list."""
        if self._blocks:
            return str(_BASE.convert_li(self, el, text.strip(_AROUND), parent_tags))
        return f"{EDGE}• {text.strip()}{EDGE}"

    def convert_list(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """A list."""
        if self._blocks:
            return str(_BASE.convert_list(self, el, text, parent_tags))
        return f"{EDGE}{text}{EDGE}"

    convert_ul = convert_list
    convert_ol = convert_list

    def convert_table(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """A table; with clozes, or in a line, its rows."""
        return str(_BASE.convert_table(self, el, text, parent_tags)) if self._blocks else text

    def convert_tr(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """A row."""
        if self._blocks:
            return str(_BASE.convert_tr(self, el, text, parent_tags))
        return f"{EDGE}{text.strip(' ·')}{EDGE}"

    def convert_td(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """A cell."""
        if self._blocks:
            cell = joined(text.strip()).replace("|", "\\|")
            return str(_BASE.convert_td(self, el, cell, parent_tags))
        return f"{text.strip()} · "

    convert_th = convert_td

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - markdownify's
        """A link to the web; a bare address stays one."""
        href = str(el.get("href") or "")
        if not href or not _REMOTE.match(href) or unescape(el.get_text()).strip() == href:
            return text
        return f"[{text}]({quote(href, safe=':/?&=%#+,;@~!$')})"

    def convert_hN(self, n: int, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: N802, ARG002 - markdownify's
        """A heading is a bold line."""
        return f"{EDGE}{_BOLD(self, el, text, parent_tags)}{EDGE}"

    def convert_hr(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - markdownify's
        """A rule."""
        return EDGE

    convert_b = _element("b", "**")
    convert_strong = _element("strong", "**")
    convert_i = _element("i", "*")
    convert_em = _element("em", "*")
    convert_del = _element("del", "~~")
    convert_s = _element("s", "")
    convert_u = _element("u", "")
    convert_ins = _element("ins", "")
    convert_mark = _element("mark", "")
    convert_small = _element("small", "")
    convert_sub = _element("sub", "")
    convert_sup = _element("sup", "")
    convert_kbd = _element("kbd", "")
    convert_q = _element("q", "")
    convert_div = _edges(EDGE)
    convert_section = _edges(EDGE)
    convert_article = _edges(EDGE)
    convert_blockquote = _edges(EDGE)
    convert_dl = _edges(EDGE)
    convert_dt = _edges(EDGE)
    convert_dd = _edges(EDGE)
    convert_figcaption = _edges(EDGE)
    convert_caption = _edges(EDGE)
    convert_p = _edges(GAP)


def _formula(formula: re.Match[str]) -> str:
    if formula[1] is not None:
        tex = " ".join(formula[1].split())
        return f"\\({tex}\\)"
    return f"$${' '.join(formula[2].split())}$$"


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(lambda sign: "".join(map(_escaped_sign, sign[0])), text)
    return _AT_START.sub(_at_start, text)


def _at_start(sign: re.Match[str]) -> str:
    """What would begin a block: a sign with a backslash before it, a number with one behind."""
    return f"{sign[1]}{sign[2]}\\" if sign[2].isdigit() else f"{sign[1]}\\{sign[2]}"


def _escaped_sign(sign: str) -> str:
    return {"&": "&amp;", "<": "&lt;"}.get(sign, f"\\{sign}")
