"""Lines of nothing but white space of any kind (no-break spaces, form feeds) are blank.

Word processors leave them between paragraphs; Markdown would take both paragraphs for one.

Written:

```markdown
One paragraph

Another one
```

Read as:

```markdown
One paragraph

Another one
```
"""

from __future__ import annotations

from factdeck.parse.dialects import Dialect, Lines


def rewrite(lines: Lines) -> Lines:
    """Empty them, so that they end a paragraph."""
    return [line if line.strip() else "" for line in lines]


DIALECT = Dialect("blanks", 10, rewrite)
