"""Tables: every cell is a fact about its row (or column) under the head of the other.

Where the first column names attributes ("Feature", "Aspect", or an empty head) the other
heads are the subjects; otherwise each row is about what stands first in it.

Notes:

```markdown
| Feature  | Lambda     | Batch    |
| -------- | ---------- | -------- |
| Duration | 15 minutes | no limit |

| Service | Layer |
| ------- | ----- |
| ALB     | 7     |
```

Facts:

```text
comparison | Lambda | Duration | 15 minutes
comparison | Batch | Duration | no limit
property | ALB | Layer | 7
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import name, plain
from factdeck.model import Block, FactKind

_ATTRIBUTES = re.compile(
    r"|(?:feature|aspect|attribute|property|criteri(?:on|a)|category|characteristic|parameter|"
    r"comparison|dimension|factor|item|point|question|topic|merkmal|eigenschaft|kriterium|aspekt)s?",
    re.I,
)
_EMPTY = re.compile(r"[-–—\s.]*")


def read(piece: Piece) -> Iterator[Draft]:
    """The cells, row by row."""
    rows = piece.block.children if piece.block else ()
    if len(rows) < 2 or len(rows[0].children) < 2:
        return
    heads = [plain(cell.text) for cell in rows[0].children]
    by_column = bool(_ATTRIBUTES.fullmatch(heads[0])) or _compares(piece.context.headings, heads)
    for row in rows[1:]:
        yield from _row(piece, row, heads, by_column)


def _compares(above: tuple[str, ...], heads: list[str]) -> bool:
    """Whether the heading announces a comparison ("X vs Y") of what the columns are headed by."""
    title = above[-1].lower() if above else ""
    return bool(re.search(r"\bvs\b|versus|compar|vergleich", title)) and any(
        head and head.lower() in title for head in heads[1:]
    )


def _row(piece: Piece, row: Block, heads: list[str], by_column: bool) -> Iterator[Draft]:
    first = _head(row.children[0].text)
    for head, cell in zip(heads[1:], row.children[1:], strict=True):
        if _EMPTY.fullmatch(plain(cell.text)) or not (first and head):
            continue
        subject, predicate = (name(head) or head, first) if by_column else (first, head)
        yield Draft(
            FactKind.COMPARISON if by_column else FactKind.PROPERTY,
            subject,
            predicate,
            cell.text,
            cell.text,
            piece,
            line=row.line,
            end_line=row.line,
            row=first,
            column=head,
        )


def _head(markdown: str) -> str:
    """What a row is headed by; code and signs (``<<``) as they are written."""
    return markdown.strip() if "`" in markdown else name(markdown) or plain(markdown)


SYNTAX = Syntax("tables", 10, Shape.TABLE, read)
