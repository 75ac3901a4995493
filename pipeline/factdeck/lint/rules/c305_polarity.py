"""One says that something is so, the other that it is not.

Opposite adjectives (stateful and stateless, synchronous and asynchronous, enabled and
disabled) of one subject, two sentences in the same words of which one denies the other, and a
yes or no in a table that a statement about the thing of its row or column denies.
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

import re
from collections.abc import Iterable

from factdeck.claims.claim import Claim
from factdeck.corpus import Corpus
from factdeck.corpus.copies import Difference
from factdeck.facts.text import plain
from factdeck.lint.contradictions.conflicts import disagreements
from factdeck.lint.contradictions.findings import copies, disagreement
from factdeck.lint.contradictions.ticks import Clash, clashes
from factdeck.lint.contradictions.values import apart
from factdeck.lint.contradictions.views import View
from factdeck.lint.places import related
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity

_ALIKE = 0.8
_LIMIT = re.compile(
    r"\b(?:only|just|more|less|fewer|than|other|except|all|every|any|nur|alle)\b", re.I
)


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each subject and what is said of it."""
    found = [disagreement(rule, each) for each in disagreements(corpus, "polarity", _contrary)]
    yield from found
    slips = (copy for copy in corpus.copies if copy.difference is Difference.POLARITY)
    yield from copies(rule, slips, found)
    yield from (_against_cell(rule, clash) for clash in clashes(corpus))


def _against_cell(rule: Rule[Corpus], clash: Clash) -> Finding:
    cell, fact = clash.cell, clash.fact
    said, place = plain(fact.text), f"{cell.span.path}:{cell.span.line}"
    return rule.finding(
        fact.span,
        f'{fact.subject}: "{said}" here, but "{cell.of}: {cell.value.text}" in {place}',
        *cell.attribute,
        said,
        related=related([cell.fact], f'"{cell.value.text}" here'),
    )


def _contrary(a: View, b: View) -> bool:
    mine, theirs = a.claim, b.claim
    if mine.concept != theirs.concept or not apart(mine, theirs):
        return False
    if mine.conditions != theirs.conditions or mine.bound is not theirs.bound:
        return False
    if mine.concept != "said":
        return True
    if _limits(mine) != _limits(theirs):  # "not to more than one" is "to one only"
        return False
    mine_, theirs_ = set(mine.words), set(theirs.words)
    return len(mine_ & theirs_) >= _ALIKE * len(mine_ | theirs_)


def _limits(claim: Claim) -> list[str]:
    """The words with which a denial says another thing."""
    return sorted(word.lower() for word in _LIMIT.findall(claim.value.text))


RULE = Rule("C305", "polarity", Severity.WARNING, Corpus, check)
