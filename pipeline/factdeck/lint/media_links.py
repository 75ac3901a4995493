"""Where sources refer to pictures and sounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.lint.subjects import File
from factdeck.model import Span

_LINK = re.compile(
    r"!\[[^\[\]\n]*\]\(\s*(?:<(?P<angled>[^<>\n]+)>|(?P<plain>[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)|=\w*))*\s*\)"
    r"|!\[\[(?P<embed>[^\[\]|#\n]+)"
    r"|<(?:img|audio|video|source)\s[^<>\n]*?\bsrc\s*=\s*[\"']?(?P<tag>[^\"'\s<>]+)"
    r"|\[sound:(?P<sound>[^\[\]\n]+)\]",
    re.IGNORECASE,
)
_REMOTE = re.compile(r"(?:https?:|ftp:)?//", re.IGNORECASE)


def media_links(file: File) -> Iterator[tuple[str, Span]]:
    """Each picture or sound that the file refers to, as it is written, and where."""
    for number, line in enumerate(file.outside_code, 1):
        for match in _LINK.finditer(line):
            name = match.lastgroup or "plain"
            start, end = match.span(name)
            yield match[name], Span(file.source.path, number, start + 1, end_column=end + 1)


def is_remote(written: str) -> bool:
    """Whether it is an address on the web."""
    return _REMOTE.match(written) is not None
