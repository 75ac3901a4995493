"""A picture has no alternative text.

The text is read aloud to those who cannot see the picture, and stands in its place where it
cannot be shown. Notes are full of pictures that were pasted without one, so this rule runs
only when it is selected.

Bad:

```markdown
# Amazon VPC

![](https://example.org/gateway.png)
```

Good:

```markdown
# Amazon VPC

![An internet gateway between a VPC and the internet](https://example.org/gateway.png)
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Finding, Severity, Span

_WITHOUT = re.compile(
    r"!\[\s*\]\(\s*<?(?P<target>[^()<>\n]+(?:\([^()\n]*\)[^()<>\n]*)*)>?\)"
    r"|<img\s(?![^<>]*\balt\s*=\s*(?:\"[^\"]|'[^']|[^\s\"'<>]))[^<>]*>",
    re.IGNORECASE,
)


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Empty brackets, and tags without ``alt``."""
    for number, line in enumerate(file.outside_code, 1):
        for match in _WITHOUT.finditer(line):
            start, end = match.span()
            span = Span(file.source.path, number, start + 1, end_column=end + 1)
            yield rule.finding(span, "this picture has no alternative text", match[0])


RULE = Rule("M105", "media-without-text", Severity.WARNING, File, check, default=False)
