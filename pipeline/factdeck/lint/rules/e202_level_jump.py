"""A heading is more than one level below the one before it.

The outline then has a step that nobody named, and the context shown on a card has a gap.
Many people choose levels by their looks, so this rule runs only when it is selected.

Bad:

```markdown
# Amazon S3

#### Glacier

- Glacier Deep Archive keeps data for at least 180 days
```

Good:

```markdown
# Amazon S3

## Glacier

- Glacier Deep Archive keeps data for at least 180 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import BlockKind, Finding, Severity, Span


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Headings whose level leaves one out."""
    for above, heading in pairwise(file.blocks(BlockKind.HEADING)):
        if heading.level > above.level + 1:
            message = f"a heading of level {heading.level} follows one of level {above.level}"
            span = Span(file.source.path, heading.line)
            yield rule.finding(span, message, above.text, heading.text)


RULE = Rule("E202", "level-jump", Severity.WARNING, File, check, default=False)
