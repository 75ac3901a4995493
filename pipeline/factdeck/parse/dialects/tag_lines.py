"""A line of nothing but tags, ``#aws #exam/s3``, is structure.

It files the note and says nothing about its things. Tags for the cards stand in the front matter
(``tags: [aws]``). A number sign with a blank behind it is a heading as ever, and so is one
before several words.

Written:

```markdown
#aws #exam/s3

- #important is in a sentence
```

Read as:

```markdown


- #important is in a sentence
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_TAGS = re.compile(r"\s*(?:tags?:\s*)?#[^\W\d][\w/-]*(?:[\s,]+#[^\W\d][\w/-]*)*\s*", re.I)


def rewrite(lines: Lines) -> Lines:
    """Empty the lines of tags."""
    return ["" if "#" in line and _TAGS.fullmatch(line) else line for line in lines]


DIALECT = Dialect("tag-lines", 16, rewrite, dropped="tags")
