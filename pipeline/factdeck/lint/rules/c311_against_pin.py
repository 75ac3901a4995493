"""A note that disagrees with a pin.

`factdeck pin "Amazon SQS" retention "14 days" --source URL` writes into `factdeck.pins.toml`
what is true. Whatever note says something else of the same subject and attribute is an
error, and the message gives the source.

Bad:

```
--- factdeck.pins.toml
[[pin]]
subject = "Amazon SQS"
attribute = "retention"
value = "14 days"
--- sqs.md
# Amazon SQS

- Message retention: up to 7 days
```

Good:

```
--- factdeck.pins.toml
[[pin]]
subject = "Amazon SQS"
attribute = "retention"
value = "14 days"
--- sqs.md
# Amazon SQS

- Message retention: up to 2 weeks
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.corpus import Corpus
from factdeck.lint.contradictions.conflicts import shown
from factdeck.lint.contradictions.pinned import disagrees
from factdeck.lint.contradictions.views import view
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each place that disagrees with a pin."""
    views = [view(claim, corpus.knowledge) for claim in corpus.claims] if corpus.pins else []
    for pin in corpus.pins:
        source = f" ({pin.source})" if pin.source else ""
        for each in views:
            if disagrees(each, pin, corpus.knowledge):
                claim = each.claim
                yield rule.finding(
                    claim.span,
                    f'{pin.subject} {pin.attribute}: "{shown(claim)}" here, but it is pinned as '
                    f'"{pin.value}"{source}',
                    pin.subject,
                    pin.attribute,
                    pin.value,
                    shown(claim),
                )


RULE = Rule("C311", "against-pin", Severity.ERROR, Corpus, check)
