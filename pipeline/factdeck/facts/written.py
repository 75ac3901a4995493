"""Blocks → Markdown again: what stands below a question is its answer, as it was written."""

from __future__ import annotations

from collections.abc import Sequence

from factdeck.model import Block, BlockKind

READABLE = (
    BlockKind.PARAGRAPH,
    BlockKind.LIST,
    BlockKind.CODE,
    BlockKind.MATH,
    BlockKind.TABLE,
)
"""The kinds of blocks that can be an answer."""

_INDENT = "    "


def markdown(blocks: Sequence[Block]) -> str:
    """The Markdown of blocks of :data:`READABLE` kinds; others are left out."""
    return "\n\n".join(_block(block) for block in blocks if block.kind in READABLE)


def _block(block: Block) -> str:
    if block.kind is BlockKind.LIST:
        return "\n".join(map(_item, block.children))
    if block.kind is BlockKind.CODE:
        fence = "`" * max(3, _longest_run(block.text) + 1)
        return f"{fence}{block.info}\n{block.text}\n{fence}"
    if block.kind is BlockKind.MATH:
        return f"$$\n{block.text}\n$$"
    if block.kind is BlockKind.TABLE:
        return _table(block)
    return block.text


def _item(item: Block) -> str:
    marker = "-" if item.number is None else f"{item.number}."
    lines = [f"{marker} {' '.join(item.text.split())}"]
    for inner in item.children:
        if inner.kind in READABLE:
            gap = [] if inner.kind is BlockKind.LIST else [""]
            lines += [*gap, *(_INDENT + line for line in _block(inner).split("\n"))]
    return "\n".join(lines)


def _table(table: Block) -> str:
    head, *rows = (_row([cell.text for cell in row.children]) for row in table.children)
    rule = _row(["---"] * len(table.children[0].children))
    return "\n".join([head, rule, *rows])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _longest_run(code: str) -> int:
    """How many backticks stand in a row at most: the fence around them must be longer."""
    longest = run = 0
    for char in code:
        run = run + 1 if char == "`" else 0
        longest = max(longest, run)
    return longest
