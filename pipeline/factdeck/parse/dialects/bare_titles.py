"""Titles without marks in plain text: a short line of its own above a list or a paragraph.

A title directly under another one is a level below it; a title directly behind a list goes on
at the level of the last one. Only sources that mark no heading at all and have bullets
that Markdown does not know (``•``) are read so. A title has at most ten words, begins with a
capital letter or a number and ends without a stop.

Written:

```markdown
Shared Responsibility Model
Customer
• Data
Provider
• Hardware
```

Read as:

```markdown
## Shared Responsibility Model
### Customer
- Data
### Provider
- Hardware
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_MARKED = re.compile(r"\s*(?:[-*+|>#`]|\d+[.)]\s)|\s+\S")
_WORDS = 10
_SECTION, _PART = 2, 3


def rewrite(lines: Lines) -> Lines:
    """Mark them as headings."""
    out = list(lines)
    level = _SECTION
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else ""
        after = lines[index + 1] if index + 1 < len(lines) else ""
        if not _is_title(line, before, after):
            continue
        if not before.strip() or out[index - 1].startswith("# "):
            level = _SECTION
        elif out[index - 1].startswith("#"):
            level = min(level + 1, _PART)
        out[index] = "#" * level + " " + line.strip()
    return out


def _is_title(line: str, before: str, after: str) -> bool:
    text = line.strip()
    if not text or _MARKED.match(line) or len(text.split()) > _WORDS:
        return False
    if text[-1] in ".:;,!" or not (text[0].isupper() or text[0].isdigit()) or "://" in text:
        return False
    if after.lstrip().startswith("- "):
        return True
    alone = not before.strip() or bool(_MARKED.match(before))
    return (
        alone
        and len(text.split()) <= _WORDS - 2
        and (not after.strip() or after.strip()[0].isupper())
    )


DIALECT = Dialect("bare-titles", 70, rewrite, plain_only=True)
