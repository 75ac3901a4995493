"""Text that was decoded wrongly is read as it was meant.

A later repair of the file then changes no fact. The linter reports the damage where it stands
(rule T201).

Written:

```markdown
A caf√© ‚Äî and more
```

Read as:

```markdown
A café — and more
```
"""

from __future__ import annotations

from factdeck.parse.dialects import Dialect, Lines
from factdeck.parse.mojibake import repair


def rewrite(lines: Lines) -> Lines:
    """Repair every line."""
    return [repair(line) for line in lines]


DIALECT = Dialect("damaged-text", 0, rewrite)
