"""Obsidian's block ids, ``^37066d`` at the end of a line, are dropped.

They are names that other notes link to, and no words to learn. One that stands alone on its
line, below a table or a quotation, goes, too. A power, ``2 ^n`` or ``x^2``, stays.

Written:

```markdown
- Class of Service has a priority of 3 bits ^52f974
- A mask of n bits leaves 2 ^n
```

Read as:

```markdown
- Class of Service has a priority of 3 bits
- A mask of n bits leaves 2 ^n
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_ID = re.compile(r"(?:^|(?<=\S)[ \t]+)\^(?:[0-9a-f]{6}|(?=[\w-]*[A-Za-z]{3})[A-Za-z0-9-]{4,})\s*$")


def rewrite(lines: Lines) -> Lines:
    """Take them off the ends of the lines."""
    return [_ID.sub("", line) if "^" in line else line for line in lines]


DIALECT = Dialect("block-ids", 14, rewrite, dropped="block id")
