"""Folded text (``<details>``) is read like any other; the tags around it are structure.

Answers and long examples are often folded away, so that a reader does not see them at once.
Anki hides answers anyway, so only the words count. What is indented deeper than its tag is moved
to the column of the tag: otherwise it would belong to the last bullet above. Tags with
attributes, ``<summary>`` and its title, ``<hr>`` and ``<br>`` on lines of their own go, too.

Written:

```markdown
1. Which port does SSH use?

   <details><summary>Answer</summary>
     Port 22
   </details>
```

Read as:

```markdown
1. Which port does SSH use?


   Port 22

```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_TAG = re.compile(
    r"(?P<indent>\s*)(?></?(?:details|hr|br)\b[^<>]*>"
    r"|<summary\b[^<>]*>(?:(?!</summary>).)*+|</summary>|\s)++",
    re.I,
)
_OPEN = re.compile(r"\s*<details\b", re.I)
_CLOSE = re.compile(r"</details>\s*$", re.I)


def rewrite(lines: Lines) -> Lines:
    """Empty the lines of tags and move what they fold to their column."""
    out: Lines = []
    column, deeper = -1, -1
    for line in lines:
        tag = _TAG.fullmatch(line) if "<" in line else None
        if tag:
            if _OPEN.match(line):
                column, deeper = len(tag["indent"]), -1
            if _CLOSE.search(line):
                column = -1
            out.append("")
            continue
        indent = len(line) - len(line.lstrip())
        if column >= 0 and deeper < 0 and line.strip():
            deeper = max(indent - column, 0)
        out.append(line[min(deeper, indent) :] if column >= 0 and deeper > 0 else line)
    return out


DIALECT = Dialect("folds", 15, rewrite, dropped="a tag that folds text or draws a line")
