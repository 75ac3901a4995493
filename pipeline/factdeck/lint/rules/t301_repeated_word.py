"""A little word stands twice.

Only words that never stand twice on purpose count (``the``, ``to``, ``is``): nobody means
``the the``, but ``that that`` and ``any any`` may be right. Cells of a table, code, commands
and names are left alone.

Bad:

```markdown
# Elastic Load Balancing

- The instances across which the the load is balanced
```

Good:

```markdown
# Elastic Load Balancing

- The instances across which the load is balanced
- What that that refers to is clear
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Edit, Finding, Fix, Severity, Span

_WORDS = (
    "a an the and or but if then than of to at by for from with into as is are was were be been "
    "its this these those he she we they you your their can will would should must not have has "
    "when which while also"
)
_REPEATED = re.compile(
    r"(?<![\w'’-])(?P<first>[A-Za-z]+)(?P<gap> +)(?P<again>(?i:(?P=first)))(?![\w'’-])"
)


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Repetitions on one line of English prose; the first may begin a sentence."""
    words = frozenset(_WORDS.split())
    for number, line in enumerate(file.prose if file.english else (), 1):
        for match in _REPEATED.finditer(line):
            word = match["again"]
            if word in words and match["first"] in (word, word.capitalize()):
                yield _finding(rule, file, number, match)


def _finding(rule: Rule[File], file: File, number: int, match: re.Match[str]) -> Finding:
    path, (start, end) = file.source.path, match.span()
    span = Span(path, number, start + 1, end_column=end + 1)
    extra = Span(path, number, match.start("gap") + 1, end_column=end + 1)
    fix = Fix(False, f'Leave out the second "{match["again"]}"', (Edit(extra, ""),))
    around = file.lines[number - 1].strip()
    return rule.finding(span, f'"{match[0]}" repeats a word', around, fix=fix)


RULE = Rule("T301", "repeated-word", Severity.WARNING, File, check)
