"""A stated count that is not the length of its own list.

Somebody added a member and forgot the count, or a member was lost. Whoever learns the
number learns it wrong. Numbered runs count as lists; a remark at the end of a list does
not count as a member; a list that ends in "etc." is open and never wrong.
When "A and B have 2 parts", a list of four may be two for each.

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

from collections.abc import Iterable, Iterator

from factdeck.claims.claim import Claim, Measure
from factdeck.claims.words import normalised
from factdeck.corpus import Corpus
from factdeck.lint.places import related
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Related, Severity, Span

_BOTH = " and "


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """Every count with the list that it announces."""
    counts = corpus.claims_of("counts")
    for claim in counts:
        value, listed = claim.value, claim.fact.place.listed
        if isinstance(value, Measure) and listed and not _is(listed, claim) and _ends(claim):
            others = _elsewhere(claim, counts)
            thing = f"{claim.of} of {claim.name}"
            yield rule.finding(
                claim.span,
                f'"{value.text}", but the list below has {listed}{_also(others)}',
                *claim.subject,
                *claim.attribute,
                f"{value.high:g} {listed}",
                related=[
                    *related((other.fact for other in others), f"{thing} are counted here too"),
                    *_last_member(claim, corpus),
                ],
            )


def _is(listed: int, claim: Claim) -> bool:
    """Whether a list is as long as its count says; "A and B have 2 parts" may be 2 each."""
    value = claim.value.high if isinstance(claim.value, Measure) else None
    before = claim.fact.text.partition(claim.value.text)[0]
    return listed == value or (value is not None and listed == 2 * value and _BOTH in before)


def _last_member(claim: Claim, corpus: Corpus) -> Iterator[Related]:
    """Where the list ends that the count announces."""
    for member in corpus.claims_of("members"):
        span = member.span
        if (
            (span.path, span.line)
            == (claim.span.path, claim.span.line)
            < (span.path, span.end_line)
        ):
            yield Related(Span(span.path, span.end_line), "the list ends here")


def _ends(claim: Claim) -> bool:
    """Whether the line is whole: after a comma its list goes on, wherever that is."""
    return not claim.fact.text.rstrip(" *_").endswith(",")


def _elsewhere(claim: Claim, counts: Iterable[Claim]) -> list[Claim]:
    """Other counts of the same thing, by its last words ("elastic load balancers")."""
    return [other for other in counts if other is not claim and _same(claim, other)]


def _same(claim: Claim, other: Claim) -> bool:
    mine, theirs = claim.subject, normalised(other.name.partition("(")[0])
    shorter = min(len(mine), len(theirs))
    alike = shorter > 1 and mine[-shorter:] == theirs[-shorter:]
    return alike and claim.attribute == other.attribute


def _also(others: Iterable[Claim]) -> str:
    return "".join(
        f'; {claim.span.path}:{claim.span.line} says "{claim.value.text}"' for claim in others
    )


RULE = Rule("C301", "count-against-list", Severity.ERROR, Corpus, check)
