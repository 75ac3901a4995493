"""Lists of the same thing with other members, and an "only" that another place goes beyond.

Two lists are compared when they list the same of one subject and have most of their members in
common; names count as the same when one is the other with more words. A list "of types" (kinds,
options, classes, …) names all of them, wherever it stands. A list that says that it goes on
("etc."), or that it names some ("main types", "such as"), is left alone.

Bad:

```
--- elb.md
# Application Load Balancer

- Application Load Balancer (HTTP / HTTPS only)
--- exam.md
# Application Load Balancer

- HTTP / HTTPS / gRPC protocols
```

Good:

```
--- elb.md
# Application Load Balancer

- Application Load Balancer (HTTP / HTTPS only)
--- exam.md
# Application Load Balancer

- HTTP / HTTPS protocols
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.claims.claim import Claim, Members
from factdeck.claims.words import content, telling
from factdeck.corpus import Corpus
from factdeck.corpus.copies import Difference
from factdeck.lint.contradictions.conflicts import Disagreement, disagreements, sides
from factdeck.lint.contradictions.findings import copies, disagreement
from factdeck.lint.contradictions.kinds import groups, kinds
from factdeck.lint.contradictions.views import View
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity, Span

_OPEN = re.compile(r"\b(?:such as|like|including|includes?|e\.g|for example|etc)\b|…|\.\.\.", re.I)
_MOST, _HALF = 0.6, 0.5
_FEWEST = 3
_KINDS = frozenset(
    """
    kind category class layer pillar phase stage mode level tier model state plane part
    klasse schicht kategorie stufe
    """.split()
)


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each subject and what is listed of it."""
    apart = list(disagreements(corpus, "members", _lists_apart))
    told = {span for found in apart for span in _spans(found.claims)}
    more = [group for group in groups(kinds(corpus)) if not told.issuperset(_spans(group))]
    apart += [Disagreement(sides(group)) for group in more]
    lists = [disagreement(rule, found) for found in apart]
    yield from lists
    slips = (copy for copy in corpus.copies if copy.difference is Difference.MEMBER)
    yield from copies(rule, slips, lists)
    for found in disagreements(corpus, "only", _goes_beyond):
        limited = next(claim for claim in found.claims if claim.of == "only")
        name = limited.name.partition(" (")[0].removesuffix(" only")
        yield disagreement(rule, found, f"{name}, only")


def _spans(claims: Iterable[Claim]) -> set[Span]:
    return {claim.span for claim in claims}


def _lists_apart(a: View, b: View) -> bool:
    """Whether most members are in both lists, and some in one only."""
    if any(_OPEN.search(each.claim.fact.text) for each in (a, b)):
        return False
    if a.claim.attribute != b.claim.attribute or not (_is_kind(a.claim) or _is_copy(a, b)):
        return False
    mine, theirs = _members(a.claim), _members(b.claim)
    if min(len(mine), len(theirs)) < (2 if _is_copy(a, b) else _FEWEST):
        return False
    mine_too = [name for name in mine if any(map(name.__and__, theirs))]
    theirs_too = [name for name in theirs if any(map(name.__and__, mine))]
    share = _HALF if _is_copy(a, b) else _MOST
    lost = len(mine) - len(mine_too) + len(theirs) - len(theirs_too)
    return lost > 0 and len(mine_too) + len(theirs_too) >= share * (len(mine) + len(theirs))


def _is_kind(claim: Claim) -> bool:
    """Whether the list names all kinds, layers, pillars of something, not just some of it."""
    return claim.attribute[-1] in _KINDS


def _is_copy(a: View, b: View) -> bool:
    """Whether both stand under the same heading, in two files."""
    mine, theirs = a.claim.fact, b.claim.fact
    same = mine.headings[-1:] == theirs.headings[-1:] and mine.span.path != theirs.span.path
    return same and any(map(telling, content(" ".join(mine.headings[-1:]))))


def _members(claim: Claim) -> list[frozenset[str]]:
    """The telling words of each member, without those that the others have too."""
    names = claim.value.names if isinstance(claim.value, Members) else ()
    words = [frozenset(content(name)) for name in names]
    common = frozenset.intersection(*words) if words else frozenset()
    return [each - common for each in words]


def _goes_beyond(a: View, b: View) -> bool:
    """Whether one is limited to some names, and the other has all of these and more."""
    limits = {a.claim.of, b.claim.of}
    limited, other = (a, b) if a.claim.of == "only" else (b, a)
    return limits == {"only", "names"} and limited.attribute < other.attribute


RULE = Rule("C307", "members-apart", Severity.WARNING, Corpus, check)
