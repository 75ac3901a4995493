"""Reading inline Markdown as words: plain text, lead terms, sentences, inline lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from factdeck.facts.html_tags import MARKUP

_MARKUP = re.compile(r"[*_`~=\[<{\\]")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)|!\[\[[^\]\n]*\]\]")
_WIKILINK = re.compile(r"\[\[(?:[^\]|\n]*\|)?([^\]\n]*)\]\]")
_LINK = re.compile(r"\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|~~|==|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+)")
_CLOZE = re.compile(r"\{\{c[\d,]+::(.*?)(?:::[^{}]*)?\}\}", re.S)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACE = re.compile(r"\s+")
_PLACEHOLDER = re.compile(r"<\w[^<>\n]*>")
_PLACEHOLDER_ENDS = re.compile(r"<\w[^<>\n]*>$")
_TASK = re.compile(r"^\[[ xX]\]\s+")

_SEPARATOR = re.compile(
    r"(?P<colon>:(?=\s|$|\*))|\s(?P<dash>[-–—])\s|\s?(?P<long>[–—])(?=\S)|\s(?P<equals>=)\s"
)
_ARROW = re.compile(r"\s*(?:-{1,2}>|={1,2}>|→|⇒|➔|➡️?)\s*")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_OPEN, _CLOSE = "([{`", ")]}`"

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)*_]*\s+(?=[\"“(*_`\[]*[A-ZÄÖÜ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|max|min|no|fig|z\.B|d\.h|bzw|usw|ca|[A-Z])|\.\.)\.$",
    re.I,
)

_LONGEST = 5000
"""Longer texts are no prose; what looks like markup in them is not looked for."""
_RECENT = 1024
"""Each syntax looks at the same text: so many are remembered."""


@lru_cache(maxsize=_RECENT)
def plain(markdown: str) -> str:
    """The words of inline Markdown: no markers, link targets, images or tags; one space a gap."""
    if len(markdown) > _LONGEST or not _MARKUP.search(markdown):
        return _SPACE.sub(" ", markdown).strip()
    text = _IMAGE.sub("", _TASK.sub("", markdown))
    text = _CLOZE.sub(r"\1", text)
    text = _LINK.sub(r"\1", _WIKILINK.sub(r"\1", text))
    text = _EMPHASIS.sub("", MARKUP.sub("", text))
    return _SPACE.sub(" ", _ESCAPE.sub(r"\1", text)).strip()


def without_asides(text: str) -> str:
    """A text without what stands in round brackets."""
    return _IN_BRACKETS.sub("", text)


@lru_cache(maxsize=_RECENT)
def name(markdown: str) -> str:
    """The words of a title or term: plain, without emoji, numbering or colon around them."""
    text = plain(markdown)
    text = re.sub(r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]\s+|[IVX]{1,4}\.\s+|[a-z]\)\s+)", "", text)
    start, end = 0, len(text)
    while start < end and not (_wordlike(text[start]) or _PLACEHOLDER.match(text, start)):
        start += 1
    while end > start and not (_ends_word(text[end - 1]) or _PLACEHOLDER_ENDS.search(text, 0, end)):
        end -= 1
    return text[start:end].strip()


def _wordlike(char: str) -> bool:
    return unicodedata.category(char)[0] in "LN" or char in "(['\"“.$@/"


def _ends_word(char: str) -> bool:
    return _wordlike(char) or char in ")]?!+#%"


@lru_cache(maxsize=_RECENT)
def lead(markdown: str) -> tuple[str, str, str] | None:
    """Split ``Term: rest`` (also ``–``, ``-``, ``=``) at its separator outside brackets.

    Returns term and rest as Markdown and the separator, or None.
    """
    depth = 0
    for index, char in enumerate(markdown):
        if char in _OPEN:
            depth = 0 if char == "`" and depth else depth + 1
        elif char in _CLOSE and depth:
            depth -= 1
        elif not depth and char in ":-–—= " and (match := _SEPARATOR.match(markdown, index)):
            term, rest = markdown[:index], markdown[match.end() :]
            mark = next(group for group in match.groups() if group)
            return _balanced(term, rest, mark)
    return None


def _balanced(term: str, rest: str, mark: str) -> tuple[str, str, str] | None:
    """Give ``**Term:** rest`` its closing marker back."""
    for emphasis in ("***", "**", "__", "*"):
        if term.count(emphasis) % 2 and rest.startswith(emphasis):
            term, rest = term + emphasis, rest[len(emphasis) :]
            break
    if rest.count("**") % 2 and term.count("**") % 2:
        return None
    return (term.strip(), rest.strip(), mark) if term.strip() else None


def chain(markdown: str) -> tuple[str, ...]:
    """The links of ``A -> B -> C``; a single piece when there is no arrow."""
    return tuple(piece for piece in _ARROW.split(markdown) if piece.strip())


def inline_list(markdown: str) -> tuple[str, ...]:
    """The members of ``a, b and c`` (or ``a / b / c``); one member when it is no list."""
    text = markdown.strip().rstrip(".").removesuffix("…").strip()
    parts = _split_outside_brackets(text, ",;")
    if len(parts) < 2:
        parts = [part for part in re.split(r"\s+/\s+", text) if part]
        return tuple(parts) if len(parts) > 2 else (text,)
    last = re.split(r"^(?:and|or|und|oder|&)\s+|\s+(?:and|or|und|oder|&)\s+", parts[-1])
    parts[-1:] = [part for part in last if part]
    whole = (_whole(part.strip()) for part in parts)
    return tuple(part for part in whole if not _OPEN_END.fullmatch(part))


def _whole(part: str) -> str:
    """A part of a text without the bold marker whose other end is in another part."""
    return part.replace("**", "").strip() if part.count("**") % 2 else part


_OPEN_END = re.compile(r"|(?:etc|usw|and more|u\. ?v\. ?m)\.*|\.{2,}|…", re.I)


def _split_outside_brackets(text: str, separators: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for index, char in enumerate(text):
        if char in "([{":
            depth += 1
        elif char in ")]}" and depth:
            depth -= 1
        elif char in separators and not depth and text[index + 1 : index + 2].isspace():
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with the offset at which it begins."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, start, match.start()):
            continue
        yield start, text[start : match.start()].strip()
        start = match.end()
    if text[start:].strip():
        yield start, text[start:].strip()


def words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())
