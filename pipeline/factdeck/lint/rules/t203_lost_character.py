"""A character was lost, and something that stands for none is in its place.

The replacement character, the mark of a picture that was not copied, and signs of a font of
its own (bullets and icons of word processors and PDFs) show as an empty box on a card. Only
the author knows what stood there.

Bad:

```markdown
# AWS CodeBuild

- Use it for your project�s builds
```

Good:

```markdown
# AWS CodeBuild

- Use it for your project’s builds
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.corpus.prose import MASK
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Finding, Severity, Span
from factdeck.parse.mojibake import damages

_LOST = re.compile("[\ue000-\uf8ff\ufffc\ufffd]+")
_AROUND = 12  # characters to both sides, so that a reader finds the place


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Each run of such characters outside code; what a wrong encoding made is for T201."""
    for number, (line, shown) in enumerate(zip(file.lines, file.outside_code, strict=False), 1):
        for match in _LOST.finditer(line):
            hidden = shown[match.start()] == MASK != match[0][0]
            damaged = any(each.start <= match.start() < each.end for each in damages(line))
            if not hidden and not damaged:
                start, end = match.span()
                span = Span(file.source.path, number, start + 1, end_column=end + 1)
                around = line[max(0, start - _AROUND) : end + _AROUND].strip()
                what = f"U+{ord(match[0][0]):04X}"
                message = f'{what} in "{around}" stands for a character that was lost'
                yield rule.finding(span, message, around)


RULE = Rule("T203", "lost-character", Severity.WARNING, File, check)
