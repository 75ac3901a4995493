"""Two values of something that has only one.

The layer that a protocol works at, the port that a service listens on, the name of a layer,
whether a service is global or regional, whether data is replicated within one zone or across
several: each thing has one.

Bad:

```
--- elb.md
Operates on OSI layer 4 (network layer).
--- osi.md
The transport layer is layer 4 of the OSI model.
```

Good:

```
--- elb.md
Operates on OSI layer 4 (transport layer).
--- osi.md
The transport layer is layer 4 of the OSI model.
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.corpus import Corpus
from factdeck.lint.contradictions.conflicts import disagreements
from factdeck.lint.contradictions.findings import disagreement
from factdeck.lint.contradictions.values import apart
from factdeck.lint.contradictions.views import View
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each subject and category."""
    for found in disagreements(corpus, "categories", _contrary):
        yield disagreement(rule, found)


def _contrary(a: View, b: View) -> bool:
    """Whether the values differ, and one of them at least holds without condition."""
    mine, theirs = a.claim, b.claim
    unconditional = not (mine.conditions and theirs.conditions)
    return mine.concept == theirs.concept and unconditional and apart(mine, theirs)


RULE = Rule("C306", "one-of-a-kind", Severity.WARNING, Corpus, check)
