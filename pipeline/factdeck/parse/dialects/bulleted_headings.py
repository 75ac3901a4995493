"""A heading inside a bullet: the bullets after it belong under the heading.

Outliners write headings that way.

Written:

```markdown
- ### Storage classes
- Standard
```

Read as:

```markdown
### Storage classes
- Standard
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_BULLETED = re.compile(r" {0,3}[-*+]\s+(?P<heading>#{1,6}\s+\S.*)")


def rewrite(lines: Lines) -> Lines:
    """Take the bullet off a heading."""
    return [_BULLETED.sub(r"\g<heading>", line) for line in lines]


DIALECT = Dialect("bulleted-headings", 20, rewrite)
