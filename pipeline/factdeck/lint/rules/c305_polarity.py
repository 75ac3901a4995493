"""One says that something is so, the other that it is not.

Opposite adjectives (stateful and stateless, synchronous and asynchronous, enabled and
disabled) of one subject, and two sentences in the same words of which one denies the other.
What only holds by default or under a condition is compared only with its like.

Bad:

```
--- firewall.md
# Firewalls

- NACLs are stateful.
--- network.md
# Networks

- NACLs are stateless.
```

Good:

```
--- firewall.md
# Firewalls

- Security groups are stateful.
--- network.md
# Networks

- NACLs are stateless.
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.corpus import Corpus
from factdeck.corpus.copies import Difference
from factdeck.lint.contradictions.conflicts import disagreements
from factdeck.lint.contradictions.findings import copies, disagreement
from factdeck.lint.contradictions.values import apart
from factdeck.lint.contradictions.views import View
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity

_ALIKE = 0.8


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each subject and what is said of it."""
    found = [disagreement(rule, each) for each in disagreements(corpus, "polarity", _contrary)]
    yield from found
    slips = (copy for copy in corpus.copies if copy.difference is Difference.POLARITY)
    yield from copies(rule, slips, found)


def _contrary(a: View, b: View) -> bool:
    mine, theirs = a.claim, b.claim
    if mine.concept != theirs.concept or not apart(mine, theirs):
        return False
    if mine.conditions != theirs.conditions or mine.bound is not theirs.bound:
        return False
    if mine.concept != "said":
        return True
    mine_, theirs_ = set(mine.words), set(theirs.words)
    return len(mine_ & theirs_) >= _ALIKE * len(mine_ | theirs_)


RULE = Rule("C305", "polarity", Severity.WARNING, Corpus, check)
