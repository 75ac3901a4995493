"""Bullets of word processors and slides: ``•``, ``▪``, ``◦``, ``·`` …, indented with tabs.

Such a run is indented by whatever the page had: its depth is how many wider indents stand
above, not how many columns. A line that is indented under a bullet goes on with it. Between two
runs that a blank line parts stands an empty comment, so that Markdown does not make one
list of both.

Written:

```markdown
• Storage
        • Standard
          the default
        • Archive
• Network
```

Read as:

```markdown
- Storage
    - Standard
      the default
    - Archive
- Network
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_MARKS = "•▪◦‣·●○■□➢➤✓✔❖∙"
_BULLET = re.compile(rf"(?P<indent>\s*)[{_MARKS}]\s*(?P<text>.*)")
_TWICE = re.compile(rf"^(?P<bullet>\s*[-*+]\s+)[{_MARKS}]\s+(?P<text>.*)")
_TAB = 8
_BREAK = "<!-- -->"
"""In place of a blank line between two runs: it keeps Markdown from making one list of both."""


def rewrite(lines: Lines) -> Lines:
    """Give every such bullet a ``-`` at the depth that its run implies."""
    out: Lines = []
    indents: list[int] = []
    for line in lines:
        match = _BULLET.match(line)
        if match:
            width = len(match["indent"].expandtabs(_TAB))
            if indents and not out[-1] and width <= indents[0]:
                out[-1] = _BREAK
            while indents and indents[-1] >= width:
                indents.pop()
            out.append("    " * len(indents) + "- " + match["text"].strip())
            indents.append(width)
            continue
        if line.strip() and not line[0].isspace():
            indents = []
        out.append(_continued(_TWICE.sub(r"\g<bullet>\g<text>", line), indents))
    return out


def _continued(line: str, indents: list[int]) -> str:
    """A line that is indented under a bullet goes on with it, however far it is indented."""
    if indents and line.strip() and line[0].isspace() and not re.match(r"\s*[-*+|]", line):
        return "    " * (len(indents) - 1) + "  " + line.strip()
    return line


DIALECT = Dialect("bullets", 40, rewrite)
