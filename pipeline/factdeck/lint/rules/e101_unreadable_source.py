"""A source cannot be read.

It is no UTF-8 text, holds a NUL byte, is larger than ``max-bytes``, is a link that leads
nowhere or in a circle, or there is no permission to read it. Nothing of it reaches the deck:
cards that it gave before would be taken for removed.

Bad:

```text
--- lisbon.md (latin-1)
- São Jorge is the castle of Lisbon
```

Good:

```text
--- lisbon.md
- São Jorge is the castle of Lisbon
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.lint.problems import reported
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Finding, Severity


def check(rule: Rule[File], file: File) -> Iterable[Finding]:
    """Problems met while the source was read."""
    return reported(rule, file)


RULE = Rule("E101", "unreadable-source", Severity.ERROR, File, check)
