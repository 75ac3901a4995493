"""A merge conflict was left in a source.

Both sides would become cards, and the marks would stand among them. Choose a side and take
the three marks out.

Bad:

```markdown
# Amazon SQS

<<<<<<< HEAD
- A message is kept for 4 days by default
=======
- A message is kept for four days unless you say otherwise
>>>>>>> reword
```

Good:

```markdown
# Amazon SQS

- A message is kept for 4 days by default
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Finding, Related, Severity, Span

_OURS, _MIDDLE, _THEIRS = "<<<<<<<", "=======", ">>>>>>>"


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Three marks in their order; any one of them alone may be a title or a quotation."""
    path, begin, middle = file.source.path, 0, 0
    for number, line in enumerate(file.outside_code, 1):
        if line.startswith(f"{_OURS} "):
            begin, middle = number, 0
        elif begin and line.rstrip() == _MIDDLE:
            middle = number
        elif middle and line.startswith(f"{_THEIRS} "):
            related = (
                Related(Span(path, middle), "the other side begins here"),
                Related(Span(path, number), "and ends here"),
            )
            span = Span(path, begin, end_column=len(file.lines[begin - 1]) + 1)
            content = "\n".join(file.lines[begin : number - 1])
            message = "a merge conflict was left here"
            yield rule.finding(span, message, content, related=related)
            begin = middle = 0


RULE = Rule("E203", "conflict-markers", Severity.ERROR, File, check)
