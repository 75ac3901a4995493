"""A suppression is not understood.

It has a form that there is none of, names no rule or one that does not exist, goes on below
its line, or begins or ends a block that has no other end. What it was written for is found
all the same. The forms are ``ignore``, ``ignore-next-line``, ``ignore-start`` with
``ignore-end``, and ``ignore-file``, each with codes and a reason.

Bad:

```markdown
# Amazon S3

- The the is a band <!-- factdeck: ignore because it is a name -->
```

Good:

```markdown
# Amazon S3

- The the is a band <!-- factdeck: ignore T301 because it is a name -->
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.suppressions import Flaw, Suppressions, span_of, without
from factdeck.model import Finding, Fix, Severity


def check(rule: Rule[Suppressions], read: Suppressions) -> Iterator[Finding]:
    """What was wrong with the directives of a source."""
    for flaw in read.flaws:
        span, written = span_of(read, flaw.directive), flaw.directive.text.strip()
        yield rule.finding(span, flaw.message, written, flaw.code, fix=_fix(read, flaw))


def _fix(read: Suppressions, flaw: Flaw) -> Fix | None:
    """Taking out a code that no rule answers to; unsafe, for another one may be meant."""
    if flaw.suppression is None or not flaw.code:
        return None
    edits = without(read, flaw.suppression, (flaw.code,))
    return Fix(False, f'Take out "{flaw.code}"', edits)


RULE = Rule("S102", "invalid-suppression", Severity.WARNING, Suppressions, check)
