"""Markdown blocks with true line numbers, out of mistune.

mistune's block tokens carry no positions. What it does keep is order: the text of a
nested state is made of consecutive lines of the text around it, one for one. So each
state here knows the line it begins on, a list or quote tells its children where they
begin, and every token is stamped with its first and last line when it is made.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from mistune.block_parser import BlockParser
from mistune.core import BlockState
from mistune.markdown import Markdown
from mistune.plugins import def_list as definitions
from mistune.plugins.math import math, math_in_list, math_in_quote
from mistune.plugins.table import table, table_in_list, table_in_quote

Token = dict[str, Any]

_EMPTY_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s*$")
_NESTING = 20
"""How deep lists and quotes may nest; below that they are text. mistune's own limit is 6."""


class _State(BlockState):
    """A state that knows on which line of the source its text begins."""

    def __init__(self, parent: BlockState | None = None) -> None:
        super().__init__(parent)
        self.first_line = 1
        self.child_line = 1
        self.item_lines: list[int] = []
        self.container = ""
        self.barrier = 0
        self._starts: list[int] = [0]

    def process(self, src: str) -> None:
        super().process(src)
        self._starts = [0, *(match.end() for match in re.finditer("\n", src))]

    def line_at(self, position: int) -> int:
        return self.first_line + bisect_right(self._starts, position) - 1

    def child_state(self, src: str, lazy_line_starts: set[int] | None = None) -> BlockState:
        child = cast("_State", super().child_state(src, lazy_line_starts))
        child.first_line = self.child_line
        start = self._starts[min(self.child_line - self.first_line, len(self._starts) - 1)]
        if self.container == "block_quote":
            return child
        if _EMPTY_ITEM.match(self.get_line(start)):
            child.first_line += 1  # nothing beside the marker: the text begins below it
        self.item_lines.append(self.child_line)
        # the cursor stands behind the marker line of the next item, if there is one
        self.child_line = self.line_at(self.cursor) - 1
        return child

    def append_paragraph(self) -> int | None:
        # what ends a quote or a list belongs to no paragraph above it (mistune appends it there)
        return super().append_paragraph() if len(self.tokens) > self.barrier else None

    def append_token(self, token: Token) -> None:
        if token.get("style") == "indent":  # mistune makes these past parse_method
            token["line"] = self.line_at(self.cursor)
            token["end"] = token["line"] + token["raw"].count("\n")
        super().append_token(token)

    def add_paragraph(self, text: str) -> None:
        last = self.last_token()
        if not (last and last["type"] == "paragraph"):
            self.tokens.append({"type": "paragraph", "text": "", "line": self.line_at(self.cursor)})
        super().add_paragraph(text)


class _Parser(BlockParser):
    """A block parser that stamps its tokens with ``line`` and ``end``, both inclusive."""

    state_cls = _State

    def parse_method(self, m: re.Match[str], state: BlockState) -> int | None:
        state = cast("_State", state)
        known = len(state.tokens)
        before = (state.child_line, state.item_lines, state.container, state.barrier)
        state.child_line = line = state.line_at(m.start())
        if state.container:
            state.barrier = known
        state.item_lines = []
        state.container = m.lastgroup if m.lastgroup in ("list", "block_quote") else ""
        end = super().parse_method(m, state)
        item_lines = state.item_lines
        state.child_line, state.item_lines, state.container, state.barrier = before
        if end is None:
            return None
        if m.lastgroup == "ref_link" and len(state.tokens) == known and not _grew(state):
            state.append_token({"type": "reference"})
        for token in state.tokens[known:]:
            token.setdefault("line", line)
            token.setdefault("end", max(line, state.line_at(max(end - 1, m.start()))))
            if m.lastgroup == "list" and token["type"] == "list":
                for item, item_line in zip(token["children"], item_lines, strict=False):
                    item.setdefault("line", item_line)
        return end


def _grew(state: BlockState) -> bool:
    """Whether the line was taken into the paragraph above."""
    last = state.last_token()
    return bool(last and last["type"] == "paragraph")


def _parse_definitions(block: BlockParser, m: re.Match[str], state: BlockState) -> int | None:
    """Mistune's definition list, with the lines of its terms and meanings."""
    state = cast("_State", state)
    head = next((t for t in reversed(state.tokens[-2:]) if t["type"] == "paragraph"), None)
    end = definitions.parse_def_list(block, m, state)
    if end is None or head is None:
        return end
    starts = definitions.DD_START_RE.finditer(state.src, state.cursor, end)
    lines = [state.line_at(start.start()) for start in starts]
    token = state.tokens[-1]
    token.setdefault("line", head["line"])
    token["end"] = state.line_at(end - 1)
    fresh = [child for child in token["children"] if "line" not in child]
    terms = [child for child in fresh if child["type"] == "def_list_head"]
    meanings = [child for child in fresh if child["type"] == "def_list_item"]
    for number, term in enumerate(terms):
        term["line"] = term["end"] = head["line"] + number
    for line, meaning in zip(lines, meanings, strict=True):
        meaning["line"] = line
        _shift(meaning["children"], line - 1)
    return end


def _shift(tokens: list[Token], by: int) -> None:
    """Move the lines of tokens that were parsed as a text of their own."""
    for token in tokens:
        for place in ("line", "end"):
            if place in token:
                token[place] += by
        _shift(token.get("children", []), by)


@cache
def _parser() -> _Parser:
    block = _Parser(max_nested_level=_NESTING)
    markdown = Markdown(block=block)
    for plugin in (table, table_in_list, table_in_quote, math, math_in_list, math_in_quote):
        plugin(markdown)
    block.register("def_list", definitions.DEF_PATTERN, _parse_definitions, before="paragraph")
    return block


def tokens(text: str) -> list[Token]:
    """The block tokens of a Markdown text, each with its ``line`` and ``end`` from 1.

    Tokens are mistune's, without inline parsing: ``text`` is inline Markdown as written.
    Tokens that hold others (lists, items, quotes) have no ``end`` that can be relied on;
    blank lines are left out.
    """
    state = _State()
    state.process(text if text.endswith("\n") else text + "\n")
    _parser().parse(state)
    return list(_worth(state.tokens))


def _worth(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token["type"] != "blank_line":
            if "children" in token:
                token["children"] = list(_worth(token["children"]))
            yield token
