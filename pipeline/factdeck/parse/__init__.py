"""Source → Document: headings, lists, tables, code, each with the line it stands on."""

from __future__ import annotations

from factdeck.model import Block, BlockKind, Document, Problem, Source, Span
from factdeck.parse.blocks import blocks
from factdeck.parse.dialects import to_markdown
from factdeck.parse.markdown import tokens


def parse(source: Source) -> Document:
    """Parse a source; never raises on any text.

    Lines that are decoration (a rule around a title, a page number) are in ``dropped``.
    """
    lines = source.lines
    head = source.front.end_line
    body = [""] * head + lines[head:]
    rewritten = to_markdown(body, plain=_may_be_plain(body))
    parsed = blocks(tokens("\n".join(rewritten.lines)))
    if head:
        parsed = (Block(BlockKind.FRONT_MATTER, 1, head, "\n".join(lines[:head])), *parsed)
    return Document(source, parsed, rewritten.dropped, _problems(source, parsed))


def _may_be_plain(lines: list[str]) -> bool:
    """Whether titles may be written without marks: bullets that Markdown does not know."""
    return any(line.lstrip()[:1] in "•▪◦‣·●" for line in lines if line.strip())


def _problems(source: Source, parsed: tuple[Block, ...]) -> tuple[Problem, ...]:
    last = parsed[-1] if parsed else None
    if not last or last.kind is not BlockKind.CODE or last.line == last.end_line:
        return ()
    first, end = source.lines[last.line - 1].strip(), source.lines[last.end_line - 1].strip()
    if first[:3] in ("```", "~~~") and not end.startswith(first[:3]):
        message = "this code block is never closed: all that follows is taken for code"
        return (Problem("E204", Span(source.path, last.line), message),)
    return ()
