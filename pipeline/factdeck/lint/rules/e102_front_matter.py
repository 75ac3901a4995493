"""The front matter of a source cannot be used.

It is not valid YAML, or ``deck``, ``tags``, ``lang`` or ``factdeck`` has a value of the wrong
kind. The setting is then not used: cards land in another deck, or without their tags.

Bad:

```markdown
---
deck: [AWS
tags: storage
---
# Amazon S3
```

Good:

```markdown
---
deck: AWS
tags: storage
---
# Amazon S3
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.lint.problems import reported
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Finding, Severity


def check(rule: Rule[File], file: File) -> Iterable[Finding]:
    """Problems met while the front matter was read."""
    return reported(rule, file)


RULE = Rule("E102", "front-matter", Severity.ERROR, File, check)
