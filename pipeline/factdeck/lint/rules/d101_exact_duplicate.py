"""The same statement about the same thing in two places.

A learner gets the same card twice, and the next change is made in one of the two only.
Capitals, punctuation and markup do not tell statements apart. A summary that repeats
its own section is none; nor is the same line under two different things. All places of a
statement are in one finding, those included that say it in other words (D102).

Bad:

```
--- relays.md
## Mail relay

- Supports shared and dedicated addresses
--- mail.md
## Mail relay

- Supports shared and dedicated addresses.
```

Good:

```
--- relays.md
## Mail relay

- Supports shared and dedicated addresses
--- push.md
## Push relay

- Supports shared and dedicated addresses
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.corpus import Corpus
from factdeck.corpus.duplicates import Likeness
from factdeck.facts.text import plain
from factdeck.lint.duplicates import findings, place
from factdeck.lint.rule import Rule
from factdeck.model import Fact, Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each statement that stands twice, at its later place."""
    return findings(rule, corpus, Likeness.EXACT, _message)


def _message(first: Fact, later: Fact) -> str:
    subject = f" of {first.subject}" if first.subject else ""
    return f'"{plain(later.text)}" is said{subject} in {place(first)} already'


RULE = Rule("D101", "exact-duplicate", Severity.WARNING, Corpus, check)
