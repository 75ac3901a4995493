"""Tables drawn with ``|``, with or without tabs, whose rows differ in length.

Markdown wants every row as long as the head; hand-drawn tables have a closing ``|`` here and none
there. Short rows are filled up; what stands in cells beyond the head goes into the last
one, so that nothing is lost.

Written:

```markdown
Service	|Layer
---|---
ALB	|7|
NLB	|
```

Read as:

```markdown
| Service | Layer |
| --- | --- |
| ALB | 7 |
| NLB |  |
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*|\s*\|\s*:?-+:?\s*\|\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|\s*>")


def rewrite(lines: Lines) -> Lines:
    """Redraw every table with as many cells a row as its delimiter row has."""
    out = list(lines)
    index = 1
    while index < len(lines):
        head = lines[index - 1]
        if _DELIMITER.fullmatch(lines[index]) and _PIPE.search(head) and not _ITEM.match(head):
            index = _redraw(out, index)
        index += 1
    return out


def _redraw(out: Lines, delimiter: int) -> int:
    """Redraw the table around its delimiter row in place; the index of its last row."""
    columns = len(_cells(out[delimiter]))
    head = _cells(out[delimiter - 1])
    if not columns - 1 <= len(head) <= columns + 1:
        return delimiter
    columns = max(columns, len(head))
    out[delimiter - 1] = _row(head, columns)
    out[delimiter] = _row(["---"] * columns, columns)
    last = delimiter
    while last + 1 < len(out) and _PIPE.search(out[last + 1]) and not _ITEM.match(out[last + 1]):
        last += 1
        out[last] = _row(_cells(out[last]), columns)
    return last


def _cells(line: str) -> list[str]:
    text = line.strip(" ")
    cells = [cell.strip() for cell in _PIPE.split(text)]
    if text.startswith("|"):
        cells = cells[1:]
    if _PIPE.search(text.rstrip()[-1:]) and not text.rstrip().endswith("\\|"):
        cells = cells[:-1]
    return cells


def _row(cells: list[str], columns: int) -> str:
    filled = cells + [""] * (columns - len(cells))
    kept = [*filled[: columns - 1], " ".join(cell for cell in filled[columns - 1 :] if cell)]
    return "| " + " | ".join(kept) + " |"


DIALECT = Dialect("pipe-tables", 50, rewrite)
