"""The parts of a name are joined in another way than elsewhere.

"Auto Scaling", "Auto-Scaling" and "AutoScaling" are one name; the way in which the notes write
it most often, at least three times as often, is taken for the right one. Grammar asks for a
hyphen here and there, so this rule runs only when it is selected.

Bad:

```markdown
# Scaling

- Auto Scaling adds instances
- Auto Scaling takes instances away
- Auto Scaling replaces instances that fail
- Auto-Scaling costs nothing
```

Good:

```markdown
# Scaling

- Auto Scaling adds instances
- Auto Scaling takes instances away
- Auto Scaling replaces instances that fail
- Auto Scaling costs nothing
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from factdeck.lint.names import misnamed
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus, File
from factdeck.model import Finding, Severity, Span

_PART = r"[A-Z][A-Za-z]+"
_NAME = re.compile(
    rf"(?<![\w-])(?=((?:{_PART})[- ](?:{_PART}))(?![\w-])|([A-Z][a-z]+[A-Z]\w+)(?![\w-]))"
)
_MORE = 3


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Names whose parts are mostly joined otherwise."""
    yield from misnamed(rule, corpus, _names, _right)


def _names(file: File) -> Iterator[tuple[str, Span]]:
    """Two words with capitals, a blank or a hyphen between them, and words with capitals inside."""
    for number, line in enumerate(file.prose, 1):
        for match in _NAME.finditer(line):
            name = match[1] or match[2]
            start = match.start()
            span = Span(file.source.path, number, start + 1, end_column=start + len(name) + 1)
            yield name, span


def _right(counts: Mapping[str, int]) -> dict[str, str]:
    """Each name that is seldom joined in its way, and the way that is right."""
    ways = defaultdict(set)
    for name in counts:
        ways[name.replace("-", "").replace(" ", "")].add(name)
    right = {}
    for names in ways.values():
        best, *others = sorted(names, key=lambda name: (-counts[name], name))
        often = (name for name in others if counts[best] >= _MORE * counts[name])
        right.update(dict.fromkeys(often, best))
    return right


RULE = Rule("N104", "name-joined", Severity.WARNING, Corpus, check, default=False)
