"""Lines that no person wrote are skipped: data or pictures pasted as text.

A line of over a million characters says nothing that could be asked, and every look at it
takes its time. Coverage names such lines. A line of any other length is read.

Written:

```markdown
- A line that a person wrote
```

Read as:

```markdown
- A line that a person wrote
```
"""

from __future__ import annotations

from factdeck.model import Use
from factdeck.parse.dialects import Dialect, Lines

_LONGEST = 1_000_000


def rewrite(lines: Lines) -> Lines:
    """Empty them: nothing could be asked of them, and every look at them takes its time."""
    return ["" if len(line) > _LONGEST else line for line in lines]


_WHAT = f"a line of over {_LONGEST:,} characters"
DIALECT = Dialect("endless-lines", -10, rewrite, dropped=_WHAT, use=Use.SKIPPED)
