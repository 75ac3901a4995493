"""A heading stands twice under the same headings.

What stands below the two belongs together and reads as two topics; often the second is a copy
that was forgotten.

Bad:

```markdown
# Amazon S3

## Limits

- An object is at most 5 TB large

## Limits

- A bucket name has at most 63 characters
```

Good:

```markdown
# Amazon S3

## Limits

- An object is at most 5 TB large
- A bucket name has at most 63 characters

# Amazon SQS

## Limits

- A message is kept for at most 14 days
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.lint.links import heading_text
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import BlockKind, Finding, Related, Severity, Span


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Headings whose path from the top was there before."""
    above: list[tuple[int, str]] = []
    first: dict[tuple[tuple[int, str], ...], int] = {}
    for heading in file.blocks(BlockKind.HEADING):
        name = heading_text(heading)
        above = [each for each in above if each[0] < heading.level]
        above.append((heading.level, name.casefold()))
        if not name:
            continue
        line = first.setdefault(tuple(above), heading.line)
        if line != heading.line:
            where = Related(Span(file.source.path, line), "it stands here already")
            message = f'the heading "{name}" stands here for the second time, after line {line}'
            words = (each for _, each in above)
            span = Span(file.source.path, heading.line)
            yield rule.finding(span, message, *words, related=[where])


RULE = Rule("E205", "repeated-heading", Severity.WARNING, File, check, default=False)
