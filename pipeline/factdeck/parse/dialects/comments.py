"""Obsidian's comments, ``%%like this%%``, are dropped: their author hides them from readers.

A comment may stand in a line, on a line of its own, or over several lines. Percent signs that
no second pair closes are text.

Written:

```markdown
Fargate runs containers. %%check the price%%

%%
Ask about Spot.
%%
```

Read as:

```markdown
Fargate runs containers.




```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_INLINE = re.compile(r"\s?(?<!%)%%(?!%|\s)(?:(?!%%).)*(?<!\s)%%(?!%)")
_FIRST = re.compile(r"\s*%%(?!.*%%)")
_LAST = re.compile(r"(?:(?!%%).)*%%\s*$")


def rewrite(lines: Lines) -> Lines:
    """Take the comments out; a block of them goes line by line."""
    out = [_INLINE.sub("", line) if "%%" in line else line for line in lines]
    index = 0
    while index < len(out):
        last = _closing(out, index) if _FIRST.match(out[index]) else -1
        if last > index:
            out[index : last + 1] = [""] * (last + 1 - index)
            index = last
        index += 1
    return out


def _closing(lines: Lines, first: int) -> int:
    """The line that closes a block of comment, -1 when the text goes on without one."""
    for index in range(first + 1, len(lines)):
        if "%%" in lines[index]:
            return index if _LAST.fullmatch(lines[index]) else -1
    return -1


DIALECT = Dialect("comments", 12, rewrite, dropped="comment")
