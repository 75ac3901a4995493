"""HTML of a field → Markdown that the cards show again as they did.

Markdown is tried in several ways, the nicest first; the first that comes back from the cards
as it went in is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath

from bs4 import BeautifulSoup

from factdeck.cards import cloze
from factdeck.cards.escape import clean
from factdeck.cards.markup import Renderer
from factdeck.model import Media
from factdeck.package.text import plain
from factdeck.release.adopting.converter import FOLDER, Converter, Way, file_of, joined, references

_LONGEST = 20_000
_WORDS = re.compile(r"(?!.*  )[A-Za-z][A-Za-z0-9 ,;'()/%?!.-]*(?<! )|[0-9]+")
"""What is the same in HTML, in Markdown and on a card."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_MARKER = re.compile(r"\{\{c[\d,]+::|::|\}\}", re.ASCII)
_KEPT = """
    a abbr article b blockquote body br caption cite code dd del details div dl dt em figcaption
    h1 h2 h3 h4 h5 h6 hr html i img kbd li mark ol p pre q s samp section small span strong sub
    summary sup table tbody td tfoot th thead tr tt u ul wbr
"""
_SAID = frozenset(_KEPT.split())
_HARMLESS = frozenset(("src", "href", "alt", "title", "start", "id", "width", "height", "class"))


@dataclass(frozen=True, slots=True)
class Written:
    """A field as Markdown and as the cards show it; ``exact`` when nothing of it is lost."""

    markdown: str
    html: str
    exact: bool


def write(
    html: str,
    media: Mapping[str, str],
    *,
    blocks: bool = False,
    is_cloze: bool = False,
    least: Way = Way.MARKS,
) -> Written:
    """The field as Markdown: one line, or with ``blocks`` lists, code and tables below it.

    ``media`` are the names of files beside the notes by their names in Anki.
    """
    if _WORDS.fullmatch(html) and least is Way.MARKS:
        return Written(html, html, exact=True)
    media = {name: media[name] for name in references(html) if name in media}
    for way in Way:
        if way >= least and way is not Way.PLAIN and len(html) <= _LONGEST:
            markdown = _markdown(html, media, way, blocks=blocks, is_cloze=is_cloze)
            shown = _shown(markdown, media, is_cloze=is_cloze)
            if _same(shown, markdown, media, way, blocks=blocks, is_cloze=is_cloze):
                return Written(markdown, shown, exact=_says_all(html, media, blocks=blocks))
    markdown = _plain(html, is_cloze=is_cloze)
    return Written(markdown, _shown(markdown, media, is_cloze=is_cloze), exact=False)


def shown_name(file: str) -> str:
    """The name of a media file on a card, until it has one with its hash."""
    path = PurePosixPath(file)
    return f"{path.stem}{path.suffix.lower()}"


def _same(
    shown: str,
    markdown: str,
    media: Mapping[str, str],
    way: Way,
    *,
    blocks: bool,
    is_cloze: bool,
) -> bool:
    """Whether what the cards show says the same."""
    files = {shown_name(file): file for file in media.values()}
    again = _markdown(shown, files, way, blocks=blocks, is_cloze=is_cloze)
    return bool(markdown) and again == markdown


def _shown(markdown: str, media: Mapping[str, str], *, is_cloze: bool) -> str:
    """The HTML of the cards, with the media under the names of their files."""
    names = {f"{FOLDER}/{file}": shown_name(file) for file in media.values()}

    def find(path: str) -> Media | None:
        return Media(names[path], "", "") if path in names else None

    render = Renderer(find)
    if is_cloze:
        return render.marked(cloze.mark(clean(markdown)))
    return render.block(markdown)


# --- Markdown ----------------------------------------------------------------------------


def _markdown(
    html: str, media: Mapping[str, str], way: Way, *, blocks: bool, is_cloze: bool
) -> str:
    convert = Converter(media, way, blocks=blocks, is_cloze=is_cloze)
    try:
        text: str = convert.convert_soup(_soup(clean(html).replace("\u2060", "")))
    except RecursionError:  # thousands of nested elements
        return ""
    if not blocks:
        return joined(_BLANKS.sub(" ", text))
    lines = (line.rstrip() for line in text.strip().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(map(_joined_block, lines))).strip()


def _joined_block(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return indent + joined(line.strip(" "))


def _plain(html: str, *, is_cloze: bool) -> str:
    """The words alone, each sign a character reference, in one line."""
    marked = re.sub(r"<(?:br|hr|/?(?:p|div|h\d|ul|ol|li|tr|table|pre))\b[^<>]*>", "\n", html)
    lines = (" ".join(line.split()) for line in unescape(plain(marked)).split("\n"))
    return "<br>".join(_references(clean(line), is_cloze=is_cloze) for line in lines if line)


def _references(text: str, *, is_cloze: bool) -> str:
    if not is_cloze:
        return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", text)
    parts, at, depth = [], 0, 0
    for marker in _MARKER.finditer(text):
        depth += {"{": 1, "}": -1}.get(marker[0][0], 0)
        if marker[0] == "::" and depth < 1:
            continue  # no hint: text like any other
        parts += [_references(text[at : marker.start()], is_cloze=False), marker[0]]
        at = marker.end()
    return "".join([*parts, _references(text[at:], is_cloze=False)])


# --- what is lost ------------------------------------------------------------------------


def _says_all(html: str, media: Mapping[str, str], *, blocks: bool) -> bool:
    """Whether Markdown, and the cards, know all that the HTML says."""
    for tag in _soup(html).find_all():
        if tag.name not in _SAID or not _HARMLESS.issuperset(tag.attrs):
            return False
        if tag.name == "img" and file_of(str(tag.get("src", "")), media) is None:
            return False
        if not blocks and tag.name in ("ul", "ol", "pre", "table", "blockquote"):
            return False
    return True


def _soup(html: str) -> BeautifulSoup:
    # behind a tag no text is taken for an address or for the name of a file
    return BeautifulSoup(f"<html>{html}", "html.parser")
