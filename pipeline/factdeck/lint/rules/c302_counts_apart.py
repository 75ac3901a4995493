"""Two counts of the same thing that differ.

One page says four kinds of load balancers, another three. Both are learned, and one of
them is wrong. Counts are compared when they count the same noun of the same thing
("types" and "kinds" are one noun); every place is named, the most frequent number first.

Bad:

```
--- elb.md
There are 4 kinds of load balancers.
--- exam.md
There are three types of load balancers.
```

Good:

```
--- elb.md
There are 4 kinds of load balancers.
--- exam.md
There are four types of load balancers.
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.corpus import Corpus
from factdeck.corpus.copies import Difference
from factdeck.lint.contradictions.conflicts import disagreements
from factdeck.lint.contradictions.findings import copies, disagreement
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each thing that is counted differently."""
    found = [disagreement(rule, each) for each in disagreements(corpus, "counts")]
    yield from found
    slips = (copy for copy in corpus.copies if copy.difference is Difference.COUNT)
    yield from copies(rule, slips, found)


RULE = Rule("C302", "counts-apart", Severity.ERROR, Corpus, check)
