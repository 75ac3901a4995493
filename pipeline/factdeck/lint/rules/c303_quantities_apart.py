"""Two quantities of the same thing that cannot both be right.

One page says that messages are kept for up to 7 days, another up to 14. Quantities are
compared when they are of the same subject and attribute, measure the same (bytes, time,
percent, a rate …) in the same way (a default and a maximum do not meet), and are counted
for the same (per region, per instance). Units are converted, and 1 TB may be 1,000 or 1,024 GB.

Bad:

```
--- queue.md
# Amazon SQS

- Messages are retained for up to 7 days.
--- exam.md
# Amazon SQS

- Message retention: up to 14 days
```

Good:

```
--- queue.md
# Amazon SQS

- Messages are retained for 4 days by default.
--- exam.md
# Amazon SQS

- Message retention: up to 14 days
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
    """One finding for each subject and attribute with more than one value."""
    found = [disagreement(rule, each) for each in disagreements(corpus, "quantities")]
    yield from found
    slips = (copy for copy in corpus.copies if copy.difference is Difference.NUMBER)
    yield from copies(rule, slips, found)


RULE = Rule("C303", "quantities-apart", Severity.WARNING, Corpus, check)
