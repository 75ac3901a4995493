"""What a page layout leaves in text: page numbers on lines of their own.

Text that was copied out of a PDF has them in the middle of sentences. A number alone is kept:
it may be an answer.

Written:

```markdown
Fargate runs containers

Page 3 of 7

- 4 -

42
```

Read as:

```markdown
Fargate runs containers





42
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_PAGE = re.compile(
    r"\s*(?:-\s*\d{1,4}\s*-|(?:page|seite|p\.)\s*\d{1,4}(?:\s*(?:of|von|/)\s*\d{1,4})?)\s*", re.I
)


def rewrite(lines: Lines) -> Lines:
    """Empty the lines that say only which page this is."""
    return ["" if _PAGE.fullmatch(line) else line for line in lines]


DIALECT = Dialect("page-leavings", 30, rewrite, dropped="page number")
