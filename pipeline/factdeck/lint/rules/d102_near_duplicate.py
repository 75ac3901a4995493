"""Two statements in other words that say the same about the same thing.

Both become cards, and whoever learns them learns one thing twice. The subject comes first:
only what is said of one thing is compared, and then nearly all that the shorter statement
says must be in the longer one, too. Another number, unit, name, order, negation or opposite
makes another statement, and so does one word in the place of another. What one source says of a
thing in several sentences of a section is no duplicate, nor is a summary of its own sections.

Bad:

```
--- mail.md
## Mail Relay

- Queues outgoing messages for three days
- Supports shared, dedicated or customer addresses
--- exam.md
## Mail Relay (MR)

- Flexible: shared, dedicated and customer-owned addresses
```

Good:

```
--- mail.md
## Mail Relay

- Supports shared, dedicated or customer addresses
- Queues up to 5 messages for each customer address
--- push.md
## Push Relay

- Flexible: shared, dedicated and customer-owned addresses
--- exam.md
## Mail Relay (MR)

- Queues up to 50 messages for each customer address
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.corpus import Corpus
from factdeck.corpus.duplicates import Likeness
from factdeck.lint.duplicates import findings, place, quoted
from factdeck.lint.rule import Rule
from factdeck.model import Fact, Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each statement that stands in several wordings, at a later place."""
    return findings(rule, corpus, Likeness.NEAR, _message)


def _message(first: Fact, _: Fact) -> str:
    return f"nearly what {place(first)} says: {quoted(first.text)}"


RULE = Rule("D102", "near-duplicate", Severity.WARNING, Corpus, check)
