"""Markdown tokens → blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factdeck.model import Block, BlockKind
from factdeck.parse.markdown import Token

_CALLOUT = re.compile(r"\[!(?P<kind>[\w-]+)\][+-]?[ \t]*(?P<title>[^\n]*)\n?")


def blocks(tokens: Iterable[Token]) -> tuple[Block, ...]:
    """The blocks of Markdown tokens as :func:`factdeck.parse.markdown.tokens` gives them."""
    return tuple(block for token in tokens for block in _block(token))


def _block(token: Token) -> Iterator[Block]:
    kind = token["type"]
    if kind in ("paragraph", "block_text"):
        yield from _paragraph(token)
    elif kind == "heading":
        text = token["text"].strip("\n")
        underlined = text.count("\n") + 1 if token["style"] == "setext" else 0
        end = token["line"] + underlined
        yield Block(
            BlockKind.HEADING, token["line"], end, text.strip(), level=token["attrs"]["level"]
        )
    elif kind == "list":
        yield _container(BlockKind.LIST, token["line"], tuple(map(_item, _numbered(token))))
    elif kind == "table":
        yield _table(token)
    elif kind == "block_quote":
        yield _quote(token)
    elif kind == "def_list":
        yield _container(
            BlockKind.DEFINITIONS, token["line"], tuple(map(_definition, token["children"]))
        )
    else:
        yield _leaf(token)


def _leaf(token: Token) -> Block:
    raw = token.get("raw", "")
    if token["type"] == "block_html":
        kind = BlockKind.COMMENT if raw.lstrip().startswith("<!--") else BlockKind.HTML
        end = token["line"] + raw.rstrip("\n").count("\n")
        return Block(kind, token["line"], end, raw.strip("\n"))
    kind = {
        "block_code": BlockKind.CODE,
        "block_math": BlockKind.MATH,
        "thematic_break": BlockKind.RULE,
    }.get(token["type"], BlockKind.REFERENCE)
    info = token.get("attrs", {}).get("info", "")
    return Block(kind, token["line"], token["end"], raw.rstrip("\n"), info=info)


def _paragraph(token: Token) -> Iterator[Block]:
    text = token["text"]
    line = token["line"] + len(text) - len(text.lstrip("\n"))
    lines = [piece.strip() for piece in text.strip("\n").split("\n")]
    text = "\n".join(lines).strip()
    if text:
        yield Block(BlockKind.PARAGRAPH, line, line + text.count("\n"), text)


def _container(kind: BlockKind, line: int, children: tuple[Block, ...], info: str = "") -> Block:
    return Block(
        kind, line, max((c.end_line for c in children), default=line), "", children, info=info
    )


def _numbered(token: Token) -> Iterator[tuple[Token, int | None]]:
    start = token["attrs"].get("start", 1)
    for offset, item in enumerate(token["children"]):
        yield item, start + offset if token["attrs"]["ordered"] else None


def _item(numbered: tuple[Token, int | None]) -> Block:
    token, number = numbered
    inner = blocks(token["children"])
    line = token.get("line") or (inner[0].line if inner else 1)
    end = max((block.end_line for block in inner), default=line)
    if len(inner) == 1 and inner[0].kind is BlockKind.LIST and len(inner[0].children) == 1:
        only = inner[0].children[0]  # "- 1) text": one item under two markers
        if only.line == line:
            return only if only.number is not None else replace(only, number=number)
    text = ""
    if inner and inner[0].kind is BlockKind.PARAGRAPH:
        line, text, inner = inner[0].line, inner[0].text, inner[1:]
    return Block(BlockKind.ITEM, line, end, text, inner, number=number)


def _table(token: Token) -> Block:
    head, body = token["children"]
    line = token["line"]
    rows = [_row(head, line)]
    rows += [_row(row, line + 2 + index) for index, row in enumerate(body["children"])]
    return Block(BlockKind.TABLE, line, max(line + 1, rows[-1].line), "", tuple(rows))


def _row(token: Token, line: int) -> Block:
    cells = [Block(BlockKind.CELL, line, line, cell["text"].strip()) for cell in token["children"]]
    return Block(BlockKind.ROW, line, line, "", tuple(cells))


def _quote(token: Token) -> Block:
    inner = blocks(token["children"])
    first = inner[0] if inner else None
    if first and first.kind is BlockKind.PARAGRAPH and (match := _CALLOUT.match(first.text)):
        rest = first.text[match.end() :].strip()
        kept = (replace(first, text=rest, line=first.end_line - rest.count("\n")),) if rest else ()
        title = match["title"].strip()
        block = _container(
            BlockKind.CALLOUT, token["line"], kept + inner[1:], info=match["kind"].lower()
        )
        return replace(block, text=title)
    return _container(BlockKind.QUOTE, token["line"], inner)


def _definition(token: Token) -> Block:
    if token["type"] == "def_list_head":
        return Block(BlockKind.TERM, token["line"], token["line"], token["text"].strip())
    inner = blocks(token["children"])
    line, text = token["line"], ""
    end = max((block.end_line for block in inner), default=line)
    if inner and inner[0].kind is BlockKind.PARAGRAPH:
        line, text, inner = inner[0].line, inner[0].text, inner[1:]
    return Block(BlockKind.MEANING, line, end, text, inner)
