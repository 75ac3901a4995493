"""Two chains of the same steps in another order.

"Build -> Test -> Deploy" here, "Build -> Deploy -> Test" there: one of them is learned wrong.
Chains are compared when they name the same steps, whatever stands above them.

Bad:

```
--- ci.md
Code -> Build -> Test -> Deploy
--- exam.md
Code -> Test -> Build -> Deploy
```

Good:

```
--- ci.md
Code -> Build -> Test -> Deploy
--- exam.md
Code → Build → Test → Deploy
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.claims.claim import Claim, Members
from factdeck.corpus import Corpus
from factdeck.lint.contradictions.conflicts import Disagreement, sides
from factdeck.lint.contradictions.findings import disagreement
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each set of steps in more than one order."""
    by_steps: dict[tuple[str, ...], list[Claim]] = {}
    for claim in corpus.claims_of("chains"):
        by_steps.setdefault(claim.attribute, []).append(claim)
    for steps, claims in by_steps.items():
        once = [claim for claim in claims if _length(claim) == len(steps)]
        if len({_order(claim) for claim in once}) > 1:
            found = Disagreement(sides(once, _same))
            yield disagreement(rule, found, "the order")


def _same(one: Claim, other: Claim) -> bool:
    return _order(one) == _order(other)


def _length(claim: Claim) -> int:
    """How many steps a chain has; one that comes twice makes it another chain."""
    return len(claim.value.names) if isinstance(claim.value, Members) else 0


def _order(claim: Claim) -> str:
    return claim.value.text.lower() if isinstance(claim.value, Members) else ""


RULE = Rule("C309", "chain-order", Severity.ERROR, Corpus, check)
