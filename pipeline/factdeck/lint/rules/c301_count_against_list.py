"""A stated count that is not the length of its own list.

Somebody added a member and forgot the count, or a member was lost. Whoever learns the
number learns it wrong. Numbered runs count as lists; a remark at the end of a list does
not count as a member; a list that ends in "etc." is open and never wrong.

Bad:

```
Four kinds of load balancers:

- Application Load Balancer
- Network Load Balancer
- Gateway Load Balancer
```

Good:

```
Three kinds of load balancers:

- Application Load Balancer
- Network Load Balancer
- Gateway Load Balancer
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.claims.words import normalised
from factdeck.corpus import Corpus
from factdeck.lint.places import related
from factdeck.lint.rule import Rule
from factdeck.model import Claim, Finding, Quantity, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """Every count with the list that it announces."""
    counts = [claim for claim in corpus.claims if claim.extractor == "counts"]
    for claim in counts:
        value, listed = claim.value, claim.fact.place.listed
        if isinstance(value, Quantity) and listed and listed != value.value:
            others = _elsewhere(claim, counts)
            thing = f"{claim.fact.predicate} of {claim.fact.subject}"
            yield rule.finding(
                claim.fact.span,
                f'"{value.text}", but the list below has {listed}{_also(others)}',
                *claim.subject,
                *claim.attribute,
                f"{value.value:g} {listed}",
                related=related((other.fact for other in others), f"{thing} are counted here too"),
            )


def _elsewhere(claim: Claim, counts: Iterable[Claim]) -> list[Claim]:
    """Other counts of the same thing, by its last words ("elastic load balancers")."""
    return [other for other in counts if other is not claim and _same(claim, other)]


def _same(claim: Claim, other: Claim) -> bool:
    mine, theirs = claim.subject, normalised(other.fact.subject.partition("(")[0])
    shorter = min(len(mine), len(theirs))
    alike = shorter > 1 and mine[-shorter:] == theirs[-shorter:]
    return alike and claim.attribute == other.attribute


def _also(others: Iterable[Claim]) -> str:
    said = [(claim, claim.value) for claim in others]
    return "".join(
        f'; {claim.fact.span.path}:{claim.fact.span.line} says "{value.text}"'
        for claim, value in said
        if isinstance(value, Quantity)
    )


RULE = Rule("C301", "count-against-list", Severity.ERROR, Corpus, check)
