"""Clozes are cards exactly as written: ``{{c1::answer}}`` as in Anki, or ``==answer==``.

A hint stands behind the answer: ``{{c1::answer::hint}}``. Clozes may be nested and hold formulas.
Two equal signs in code (``a == b``) are none, and marks get numbers when there is no other cloze.

Notes:

```markdown
# Accounts

- The user that owns an account is the {{c1::root::which?}} user.
- An AMI is tied to a ==region==.
```

Facts:

```text
cloze | Accounts | | The user that owns an account is the {{c1::root::which?}} user.
cloze | Accounts | | An AMI is tied to a ==region==.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.model import FactKind

_CLOZE = re.compile(r"\{\{c\d[\d,]*::")
_MARK = re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]*[^\s=]==(?![=\w])")


def read(piece: Piece) -> Iterator[Draft]:
    """The text as a cloze, exactly as written."""
    if _CLOZE.search(piece.text) or _MARK.search(piece.text):
        yield Draft(FactKind.CLOZE, piece.context.subject, "", piece.text, piece.text, piece)


SYNTAX = Syntax("clozes", 5, Shape.TEXT, read, explicit=True)
