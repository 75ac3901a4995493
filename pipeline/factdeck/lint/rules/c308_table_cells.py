"""Two tables with the same row and column, and another value in the cell.

Bad:

```
--- storage.md
# Volumes

| Volume | Boot | Max size |
| --- | --- | --- |
| gp2 | yes | 16 TiB |
--- exam.md
# Volumes

| Volume | Boot | Max size |
| --- | --- | --- |
| gp2 | no | 16 TiB |
```

Good:

```
--- storage.md
# Volumes

| Volume | Boot | Max size |
| --- | --- | --- |
| gp2 | yes | 16 TiB |
--- exam.md
# Volumes

| Volume | Boot | Max size |
| --- | --- | --- |
| gp2 | yes | 16,384 GiB |
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
    """One finding for each cell with more than one value."""
    for found in disagreements(corpus, "cells", _contrary):
        yield disagreement(rule, found, found.claims[0].of)


def _contrary(a: View, b: View) -> bool:
    """Whether both heads are the same, either way round, and the values are not."""
    heads = set(a.claim.attribute) == set(b.claim.attribute)
    return heads and apart(a.claim, b.claim)


RULE = Rule("C308", "table-cells", Severity.WARNING, Corpus, check)
