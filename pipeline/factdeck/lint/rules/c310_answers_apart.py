"""The same question with another answer.

Two cards that ask the same in the same words, and answer with other numbers, yes and no, or
another single word.

Bad:

```
--- one.md
Q: How many bits has an IPv4 address?
A: 32
--- two.md
Q: How many bits has an IPv4 address?
A: 64
```

Good:

```
--- one.md
Q: How many bits has an IPv4 address?
A: 32
--- two.md
Q: How many bits has an IPv4 address?
A: 32 bits
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.claims.claim import Claim
from factdeck.claims.words import content
from factdeck.corpus import Corpus
from factdeck.lint.contradictions.conflicts import Disagreement, sides
from factdeck.lint.contradictions.findings import disagreement
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity

_NUMBER = re.compile(r"\d[\d,.]*")
_SHORT = 60


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each question with short answers that differ."""
    asked: dict[tuple[str, ...], list[Claim]] = {}
    for claim in corpus.claims_of("answers"):
        if len(claim.value.text) <= _SHORT:
            asked.setdefault(claim.attribute, []).append(claim)
    for claims in asked.values():
        if len({_gist(claim) for claim in claims}) > 1 and not _may_both_be(claims):
            yield disagreement(rule, Disagreement(sides(claims, _same)), f'"{claims[0].of}"')


def _same(one: Claim, other: Claim) -> bool:
    return _gist(one) == _gist(other)


def _gist(claim: Claim) -> str:
    """What an answer comes down to: its numbers, else its words."""
    text = claim.value.text.lower()
    numbers = [number.rstrip(".,").replace(",", "") for number in _NUMBER.findall(text)]
    return " ".join(numbers or sorted(content(text)) or [text])


def _may_both_be(claims: Iterable[Claim]) -> bool:
    """Whether the answers in words may just be worded differently: only single words exclude."""
    return any(
        not _NUMBER.search(claim.value.text) and len(claim.value.text.split()) > 1
        for claim in claims
    )


RULE = Rule("C310", "answers-apart", Severity.ERROR, Corpus, check)
