"""Characters were damaged by a wrong encoding.

The text was UTF-8, was read as MacRoman or Windows-1252 by some program, and saved like
that, perhaps more than once. On a card it can hardly be read. The fix puts the characters
back; only what becomes signs, emoji or Latin letters again is touched.

Bad:

```markdown
# Session Manager

- Access through the console â€” no port 22
```

Good:

```markdown
# Session Manager

- Access through the console — no port 22
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Edit, Finding, Fix, Severity, Span
from factdeck.parse.mojibake import damages


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Each damaged stretch of each line, code included: nobody writes such signs."""
    for number, line in enumerate(file.lines, 1):
        for damage in damages(line):
            span = Span(file.source.path, number, damage.start + 1, end_column=damage.end + 1)
            message = (
                f'"{damage.wrong}" should be "{damage.right}": it was read in a wrong encoding'
            )
            fix = Fix(True, f'Write "{damage.right}"', (Edit(span, damage.right),))
            yield rule.finding(span, message, damage.wrong, fix=fix)


RULE = Rule("T201", "mojibake", Severity.WARNING, File, check)
