"""A key of the front matter is nearly one of ours.

Other programs keep keys of their own there, and those are left alone; but a key that is a slip
of the fingers away from ``deck``, ``tags``, ``lang``, ``language`` or ``factdeck`` was meant as
that one, and does nothing.

Bad:

```markdown
---
dcek: AWS::Storage
Tags: [s3]
---
# Amazon S3
```

Good:

```markdown
---
deck: AWS::Storage
tags: [s3]
title: Storage
---
# Amazon S3
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.slips import is_slip
from factdeck.lint.subjects import File
from factdeck.model import Edit, Finding, Fix, Severity, Span
from factdeck.sources.front_matter import KEYS

_KEY = re.compile(r"([A-Za-z_-]+)\s*:(?:\s|$)")


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Keys at the margin of the front matter."""
    keys: dict[str, int] = {}
    for number, line in enumerate(file.lines[: file.source.front.end_line], 1):
        if match := _KEY.match(line):
            keys.setdefault(match[1], number)
    for key, number in keys.items():
        meant = next((each for each in KEYS if is_slip(key, each)), "")
        if meant and meant not in keys:
            span = Span(file.source.path, number, end_column=len(key) + 1)
            fix = Fix(False, f"Write {meant}", (Edit(span, meant),))
            message = f'"{key}" is no key of ours; did you mean "{meant}"?'
            yield rule.finding(span, message, key, fix=fix)


RULE = Rule("E103", "unknown-key", Severity.WARNING, File, check)
