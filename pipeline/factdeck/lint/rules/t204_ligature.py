"""Two or three letters are one character.

PDFs draw ``fi`` and ``fl`` as one sign, and a copy of the text keeps it. It looks right, but
a search for the word does not find it. The fix writes the letters.

Bad:

```markdown
# Amazon EFS

- A ﬁle system that grows by itself
```

Good:

```markdown
# Amazon EFS

- A file system that grows by itself
```
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Edit, Finding, Fix, Severity, Span

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_WORD = re.compile(r"\w+")


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Each word that holds one, in any language, code included."""
    for number, line in enumerate(file.lines, 1):
        for match in _WORD.finditer(line if _LIGATURE.search(line) else ""):
            if not _LIGATURE.search(match[0]):
                continue
            right = _LIGATURE.sub(lambda each: unicodedata.normalize("NFKC", each[0]), match[0])
            start, end = match.span()
            span = Span(file.source.path, number, start + 1, end_column=end + 1)
            message = f'"{match[0]}" should be "{right}": it holds two letters in one character'
            fix = Fix(True, f'Write "{right}"', (Edit(span, right),))
            yield rule.finding(span, message, match[0], fix=fix)


RULE = Rule("T204", "ligature", Severity.WARNING, File, check)
