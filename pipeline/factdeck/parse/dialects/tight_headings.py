"""Headings without a blank behind their marks: ``##Title``.

Markdown once allowed them, and wants the blank today. One mark alone also begins a tag
(``#aws``), so it needs a second word to be a heading.

Written:

```markdown
##Title

#Part two

#tag at the start of a sentence, which ends here.
```

Read as:

```markdown
## Title

# Part two

#tag at the start of a sentence, which ends here.
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_TIGHT = re.compile(r"(?P<marks>#{1,6})(?P<title>[^\W_](?:.*[^\s.:;,{])?)\s*")
_WORDS = 10


def rewrite(lines: Lines) -> Lines:
    """Put the blank in."""
    return [_spaced(line) if line.startswith("#") else line for line in lines]


def _spaced(line: str) -> str:
    match = _TIGHT.fullmatch(line)
    if not match or len(match["title"].split()) > _WORDS:
        return line
    title = match["title"]
    if len(match["marks"]) == 1 and (" " not in title or title[0].islower()):
        return line
    return f"{match['marks']} {title}"


DIALECT = Dialect("tight-headings", 18, rewrite)
