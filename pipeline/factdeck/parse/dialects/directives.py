"""Words to the linter, ``<!-- factdeck: ignore C301 reason -->``, are no part of the notes.

The other way to write one is ``# factdeck: ignore C301 reason``, which goes to the end of its
line. Both may stand alone on a line or behind a text, in Markdown and in plain text. In code
they are code. ``Factdeck: Ignore`` in capitals is the same. A number sign before other words
(``# factdeck: a tool``) is a heading as ever.

Written:

```markdown
# factdeck: ignore C301 two of them are gone

Four kinds of load balancers: <!-- factdeck: ignore T101 a name -->
```

Read as:

```markdown


Four kinds of load balancers:
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factdeck.parse.dialects import Dialect, Lines, fenced

FORMS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")
_MARK = re.compile("factdeck:", re.IGNORECASE)
_COMMENT = re.compile(r"<!--\s*(?i:factdeck):(?P<text>(?:(?!-->).)*)(?P<closed>-->)?")
_HASH = re.compile(r"(?:(?<=\s)|^)#\s*(?i:factdeck):(?P<text>\s*(?P<form>[\w-]+).*)")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")


@dataclass(frozen=True, slots=True)
class Directive:
    """Words to the linter: ``text`` is what follows ``factdeck:``, from column ``text_column`` on.

    ``alone``: nothing else stands on its line, but for the sign of a quotation. ``closed`` is
    False for a comment that goes on below its line, which is none that the linter obeys.
    """

    line: int
    column: int
    end_column: int
    text: str
    text_column: int
    alone: bool
    closed: bool = True


def directives(lines: Sequence[str]) -> Iterator[Directive]:
    """The words to the linter in the lines of a source, fenced code and code spans left out."""
    if not any(map(_MARK.search, lines)):
        return
    for number, (line, is_code) in enumerate(zip(lines, fenced(lines), strict=True), 1):
        if not is_code and _MARK.search(line):
            yield from _on_line(number, line)


def is_blank(line: str) -> bool:
    """Whether there is nothing on a line, be it in a quotation or callout (``>``)."""
    return not line.replace(">", "").strip()


def rewrite(lines: Lines) -> Lines:
    """Take them out, with the white space before them."""
    out = list(lines)
    for directive in reversed(list(directives(lines))):
        if directive.closed:
            line = out[directive.line - 1]
            before = line[: directive.column - 1].rstrip()
            out[directive.line - 1] = before + line[directive.end_column - 1 :].rstrip()
    return out


def _on_line(number: int, line: str) -> Iterator[Directive]:
    matches = _matches(_CODE_SPAN.sub(lambda span: "\0" * len(span[0]), line))
    rest = line
    for match in reversed(matches):
        rest = rest[: match.start()] + rest[match.end() :]
    for match in matches:
        closed = match.re is _HASH or match["closed"] is not None
        yield Directive(
            number,
            match.start() + 1,
            match.end() + 1,
            line[match.start("text") : match.end("text")],
            match.start("text") + 1,
            is_blank(rest),
            closed,
        )


def _matches(line: str) -> list[re.Match[str]]:
    found = list(_COMMENT.finditer(line))
    if found:
        return found
    match = _HASH.search(line)
    return [match] if match and _is_meant(match["form"]) else []


def _is_meant(form: str) -> bool:
    """Whether it is one of the forms or a slip of one; other words may be those of a heading."""
    from difflib import get_close_matches

    return bool(get_close_matches(form.lower(), FORMS, n=1, cutoff=0.75))


DIALECT = Dialect("directives", 5, rewrite, dropped="words to the linter")
