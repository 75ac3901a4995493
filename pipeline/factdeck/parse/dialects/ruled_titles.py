"""Section titles between two rules of dashes or equal signs, or under one, in plain text.

Only sources that mark no heading at all and have bullets that Markdown does not know (``•``)
are read so; elsewhere a line under which a rule stands is a heading of Markdown, and a rule alone
parts two sections.

Written:

```markdown
--------------------
Storage
--------------------
• Standard
```

Read as:

```markdown

# Storage

- Standard
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_RULE = re.compile(r"\s*(?:-{8,}|={8,}|_{8,}|\*{8,})\s*")


def rewrite(lines: Lines) -> Lines:
    """Make the line after a rule a heading when a rule or nothing follows it; empty the rules."""
    out = ["" if _RULE.fullmatch(line) else line for line in lines]
    index = 0
    while index + 1 < len(lines):
        closed = index + 2 >= len(lines) or _RULE.fullmatch(lines[index + 2])
        if not out[index] and lines[index] and out[index + 1].strip() and closed:
            out[index + 1] = f"# {out[index + 1].strip()}"
            index += 2
        index += 1
    return out


DIALECT = Dialect("ruled-titles", 60, rewrite, dropped="rule around a title", plain_only=True)
