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
from factdeck.lint.places import named, related
from factdeck.lint.rule import Rule
from factdeck.model import Claim, Finding, Quantity, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each thing that is counted differently."""
    for claims in corpus.claims_by("counts").values():
        by_number = _by_number([claim for claim in claims if _comparable(claim)])
        if len(by_number) > 1:
            yield _finding(rule, by_number)


def _comparable(claim: Claim) -> bool:
    """Whether the count says of what: "4 kinds of X", or a noun with words of its own."""
    said = claim.value.text if isinstance(claim.value, Quantity) else ""
    return claim.fact.subject.lower() in said.lower() or len(claim.attribute) > 1


def _by_number(claims: Iterable[Claim]) -> list[tuple[float, list[Claim]]]:
    """The claims of each number, the number with most places first."""
    groups: dict[float, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.value, Quantity):
            groups.setdefault(claim.value.value, []).append(claim)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[1][0].fact.span))


def _finding(rule: Rule[Corpus], by_number: list[tuple[float, list[Claim]]]) -> Finding:
    first = by_number[1][1][0]
    thing = f"{first.fact.subject} {first.fact.predicate}"
    told = [f"{number:g} in {named(claims)}" for number, claims in by_number]
    places = [claim for _, claims in by_number for claim in claims if claim is not first]
    return rule.finding(
        first.fact.span,
        f'"{thing}" are counted differently: {"; ".join(told)}',
        *first.subject,
        *first.attribute,
        *(f"{number:g}" for number, _ in by_number),
        related=[
            place
            for number, claims in by_number
            for place in related((c.fact for c in claims if c in places), f"{number:g} here")
        ],
    )


RULE = Rule("C302", "counts-apart", Severity.ERROR, Corpus, check)
