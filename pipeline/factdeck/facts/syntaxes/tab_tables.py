"""Tables drawn with tabs only: every line has as many cells, the first line names the columns.

They come out of spreadsheets and web pages. Three columns make a table of two lines, two columns
one of three. They are read as tables of Markdown are.

Notes:

```markdown
Engine	IOPS	Storage
MariaDB	40,000	32 TiB
MySQL	40,000	64 TiB
```

Facts:

```text
property | MariaDB | IOPS | 40,000
property | MariaDB | Storage | 32 TiB
property | MySQL | IOPS | 40,000
property | MySQL | Storage | 64 TiB
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.syntaxes import tables
from factdeck.model import Block, BlockKind

_CELL = re.compile(r" *\t[ \t]*")
_LEAST_CELLS = 6


def read(piece: Piece) -> Iterator[Draft]:
    """The cells of a paragraph whose lines all have the same number of tabs."""
    if "\t" not in piece.text or not piece.block or piece.block.kind is not BlockKind.PARAGRAPH:
        return
    rows = [_CELL.split(line.strip()) for line in piece.text.split("\n")]
    columns = len(rows[0])
    if columns < 2 or {len(row) for row in rows} != {columns}:
        return
    if columns * len(rows) < _LEAST_CELLS or not all(rows[0]):
        return
    block = _table(rows, piece.line)
    context = piece.context.under(table=f"T{piece.line}")
    yield from tables.read(replace(piece, shape=Shape.TABLE, context=context, block=block))


def _table(rows: list[list[str]], line: int) -> Block:
    drawn = tuple(_row(row, line + number) for number, row in enumerate(rows))
    return Block(BlockKind.TABLE, line, drawn[-1].line, "", drawn)


def _row(cells: list[str], line: int) -> Block:
    made = tuple(Block(BlockKind.CELL, line, line, cell) for cell in cells)
    return Block(BlockKind.ROW, line, line, "", made)


SYNTAX = Syntax("tab-tables", 5, Shape.CARD, read)
