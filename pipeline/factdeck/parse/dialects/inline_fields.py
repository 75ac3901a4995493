"""Dataview's fields, ``key:: value``, are read as ``key: value``.

There is no blank before their colons: with one, ``front :: back`` is a card. The key is at most
three words; code such as ``std::vector`` has no blank behind the colons and stays as it is.

Written:

```markdown
Port:: 22
- Protocol:: TCP
AMI :: Amazon Machine Image
std::vector grows
```

Read as:

```markdown
Port: 22
- Protocol: TCP
AMI :: Amazon Machine Image
std::vector grows
```
"""

from __future__ import annotations

import re

from factdeck.parse.dialects import Dialect, Lines

_FIELD = re.compile(
    r"(?P<start>\s*(?:[-*+]\s+)?)(?P<key>\**[^\W\d_][\w-]*(?: [\w-]+){0,2}\**)::[ \t]+(?=\S)"
)


def rewrite(lines: Lines) -> Lines:
    """Take one of the two colons away."""
    return [_single(line) if ":: " in line else line for line in lines]


def _single(line: str) -> str:
    match = _FIELD.match(line)
    return f"{match['start']}{match['key']}: {line[match.end() :]}" if match else line


DIALECT = Dialect("inline-fields", 19, rewrite)
