"""A heading has no words.

What stands below it belongs to nothing that has a name, so its cards cannot say what they
are about. Headings lose their words when notes are copied out of a PDF file or slides.

Bad:

```markdown
# Amazon S3

##

- An object is at most 5 TB large
```

Good:

```markdown
# Amazon S3

## Objects

- An object is at most 5 TB large
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Block, BlockKind, Finding, Severity, Span

_MARKS = re.compile(r"<!--.*?-->|[\s*_#~=]", re.DOTALL)


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Headings of which only marks are left."""
    for block in file.blocks(BlockKind.HEADING):
        if not _MARKS.sub("", block.text):
            yield rule.finding(_span(file, block), "this heading has no words", str(block.level))


def _span(file: File, block: Block) -> Span:
    line = file.lines[block.line - 1]
    column = len(line) - len(line.lstrip()) + 1
    return Span(file.source.path, block.line, column, end_column=len(line.rstrip()) + 1)


RULE = Rule("E201", "empty-heading", Severity.WARNING, File, check)
