"""A suppression passes nothing over.

What it was written for is mended, or has moved. Left where it is, it would hide the next slip
on its lines. Only codes whose rules ran are looked at, and those that look at several files
only where all notes were read. The fix takes out what is of no use.

Bad:

```markdown
# Amazon S3

- A bucket holds objects <!-- factdeck: ignore T301 it is meant -->
```

Good:

```markdown
# Amazon S3

- The the is a band <!-- factdeck: ignore T301 it is a name -->

<!-- factdeck: ignore-start T301 quoted from a talk -->
- A bucket is is a name for objects
<!-- factdeck: ignore-end -->
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.suppressions import Suppressions, span_of, without
from factdeck.model import Finding, Fix, Severity


def check(rule: Rule[Suppressions], read: Suppressions) -> Iterator[Finding]:
    """The suppressions with a code that is of no use."""
    for suppression, codes in read.unused:
        told = ", ".join(f'"{code}"' for code in codes)
        message = f"there is nothing here that {told} would find"
        edits = without(read, suppression, codes)
        fix = Fix(True, f"Take out {told}", edits)
        written = suppression.directive.text.strip()
        yield rule.finding(span_of(read, suppression.directive), message, written, *codes, fix=fix)


RULE = Rule("S101", "unused-suppression", Severity.WARNING, Suppressions, check)
