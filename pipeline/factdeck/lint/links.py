"""Where notes refer to other files and to headings, and what there is to refer to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from factdeck.cards.media import SUFFIXES
from factdeck.facts.text import plain
from factdeck.lint.subjects import File
from factdeck.model import Block, BlockKind, Span

_ESCAPED = re.compile(r"\\[\\!\[\]]")
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_TARGET = r"(?:<(?P<angled>[^<>\n]+)>|(?P<plain>[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))"
_LINK = re.compile(
    rf"(?<!!)\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\(\s*{_TARGET}"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?\s*\)"
    r"|<a\s[^<>\n]*?\bhref\s*=\s*(?:\"(?P<double>[^\"\n]+)\"|'(?P<single>[^'\n]+)')",
    re.IGNORECASE,
)
_REFERENCE = re.compile(rf"\s{{0,3}}\[[^\]\n^][^\]\n]*\]:\s*{_TARGET}")
_WIKILINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|//|[{$<]", re.IGNORECASE)

_ID = re.compile(
    r"<\w+\s[^<>]*?\b(?:id|name)\s*=\s*[\"']?(?P<tag>[^\"'\s<>]+)|\{#(?P<mark>[\w:.-]+)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG_HEADING = re.compile(r"<h[1-6][^<>]*>(.*?)</h[1-6]>", re.IGNORECASE | re.DOTALL)
_NOT_IN_SLUGS = re.compile(r"[^\w\- ]")
_INVISIBLE = re.compile("[\ufe0e\ufe0f\u200d]")  # what makes an emoji of a sign
_NOT_IN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Link:
    """A link as ``written`` at ``span``, split into the ``path`` and the ``anchor`` behind #."""

    written: str
    span: Span
    path: str
    anchor: str


def links(file: File) -> Iterator[Link]:
    """The links of a Markdown source to what lies beside it: no pictures, no web addresses."""
    if not file.source.markdown:
        return
    for number, line in enumerate(file.outside_code, 1):
        if "](" in line or "<a" in line or "<A" in line:
            masked = _IMAGE.sub(lambda image: "x" * len(image[0]), _without_escapes(line))
            yield from _links(_LINK.finditer(masked), file, number)
    for block in file.blocks(BlockKind.REFERENCE):
        for number in range(block.line, block.end_line + 1):
            yield from _links(_REFERENCE.finditer(file.lines[number - 1]), file, number)


def wikilinks(file: File) -> Iterator[Link]:
    """What a Markdown source writes as ``[[name#heading|text]]``: no pictures and sounds."""
    if file.source.markdown:
        for number, line in enumerate(file.outside_code, 1):
            if "[[" in line:
                found = _links(_WIKILINK.finditer(_without_escapes(line)), file, number)
                yield from (link for link in found if not is_media(link.path))


def _without_escapes(line: str) -> str:
    """The line, as long as it was, with letters for escaped brackets: these are no link's."""
    return _ESCAPED.sub("xx", line)


def is_media(path: str) -> bool:
    """Whether it is the name of a picture or a sound."""
    return PurePosixPath(path).suffix.lower() in SUFFIXES


def _links(matches: Iterator[re.Match[str]], file: File, number: int) -> Iterator[Link]:
    for match in matches:
        group = match.lastgroup or ""
        written = match[group].strip()
        if written and not _ELSEWHERE.match(written):
            start, end = match.span(group)
            span = Span(file.source.path, number, start + 1, end_column=end + 1)
            path, _, anchor = unescape(written).partition("#")
            yield Link(written, span, unquote(path.partition("?")[0]), unquote(anchor))


def anchors(file: File) -> frozenset[str]:
    """What may stand behind # to reach a place in a file, in lower case.

    Headings by the rules of GitHub (repeated ones numbered), GitLab, Pandoc and kramdown,
    and the ids that the author gave.
    """
    found: Counter[str] = Counter()
    for heading in _headings(file):
        slug = folded(_NOT_IN_SLUGS.sub("", folded(heading)).replace(" ", "-"))
        found[slug] += 1
        if found[slug] > 1:
            found[f"{slug}-{found[slug] - 1}"] += 1
    others = {form for slug in found for form in _of_others(slug)}
    ids = {match["tag"] or match["mark"] for match in _ID.finditer(file.source.text)}
    return frozenset({*found, *others, *(folded(each) for each in ids), "top"})


def words_of_headings(file: File) -> frozenset[str]:
    """The headings of a file, of each its letters and digits alone."""
    return frozenset(letters(heading) for heading in _headings(file))


def heading_text(heading: Block) -> str:
    """The words of a heading: no markup, no comments."""
    return plain(unescape(_COMMENT.sub("", heading.text)))


def _headings(file: File) -> Iterator[str]:
    for block in file.blocks(BlockKind.HEADING):
        yield heading_text(block)
    for match in _TAG_HEADING.finditer(file.source.text):
        yield plain(unescape(match[1]))


def _of_others(slug: str) -> tuple[str, ...]:
    single = re.sub(r"-{2,}", "-", slug)
    return single, single.strip("-"), re.sub(r"^[^a-z]+", "", slug)


def folded(text: str) -> str:
    """As anchors are compared: small letters, no invisible characters."""
    return _INVISIBLE.sub("", text).strip().lower()


def letters(text: str) -> str:
    """The letters and digits of a text, small."""
    return _NOT_IN_WORDS.sub("", text).lower()
