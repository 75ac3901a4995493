"""An acronym that is written out in two ways that cannot both be right.

"Software Developer Kit" here, "Software Development Kit" there. Two things that merely
share their letters are left alone, and so are spelling variants (organisation,
organization), hyphens, capitals and a plural at the end.

Bad:

```
--- sdk.md
SDK = Software Developer Kit
--- tools.md
SDK = Software Development Kit
```

Good:

```
--- sdk.md
SDK = Software Development Kit
--- tools.md
Use a Software Development Kit (SDK).
--- art.md
CEO = Chief Executive Officer
--- votes.md
CEO = Chief Electoral Officer
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.claims.words import singular
from factdeck.corpus import Corpus
from factdeck.lint.places import named, related
from factdeck.lint.rule import Rule
from factdeck.model import Claim, Finding, Severity

_ABBREVIATED = 4
_STEM = 4
_SHARED = 0.55


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """Each rarer expansion against the most frequent one of the same acronym."""
    for (subject, _), claims in corpus.claims_by("expansions").items():
        groups = _grouped(claims)
        usual = groups[0]
        for group in groups[1:]:
            if _slip(_words(usual[0]), _words(group[0])):
                yield _finding(rule, subject[0], usual, group)


def _grouped(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims of each expansion, that with most places first."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_words(claim), []).append(claim)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].fact.span))


def _words(claim: Claim) -> tuple[str, ...]:
    """The words without what spelling alone changes; only the last may be plural."""
    text = re.sub(r"[-/&]|\band\b", " ", str(claim.value).lower())
    found = [_american(word) for word in re.findall(r"[^\W_]+", text)]
    return (*found[:-1], singular(found[-1])) if found else ()


def _american(word: str) -> str:
    for british, american in (
        ("isation", "ization"),
        ("ise", "ize"),
        ("our", "or"),
        ("tre", "ter"),
    ):
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + american
    return word


def _slip(usual: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is a slip of the other: one word differs, and only after its stem."""
    if len(usual) != len(other) or len(usual) < 2:
        return False
    apart = [(a, b) for a, b in zip(usual, other, strict=True) if a != b]
    if len(apart) != 1 or min(map(len, apart[0])) < _ABBREVIATED:
        return False
    at_end = usual[-1] != other[-1]
    return _one_stem(*apart[0]) and not (at_end and _inflected(*apart[0]))


def _inflected(one: str, other: str) -> bool:
    """balancing, balancer; masks, masking: two forms of a last word, both in use."""
    stems = [re.sub(r"(?:ing|er|or|s|ed)$", "", word) for word in (one, other)]
    return stems[0] == stems[1]


def _one_stem(one: str, other: str) -> bool:
    """developer, development; email, emails: the greater part of both is the same."""
    from rapidfuzz.distance import Prefix

    shared, shorter = Prefix.similarity(one, other), min(len(one), len(other))
    return shared >= min(_STEM, shorter - 1) and shared >= _SHARED * shorter


def _finding(rule: Rule[Corpus], acronym: str, usual: list[Claim], rarer: list[Claim]) -> Finding:
    first, *rest = rarer
    return rule.finding(
        first.fact.span,
        f'{acronym} is "{first.value}" here, but "{usual[0].value}" in {named(usual)}',
        acronym,
        *sorted({" ".join(_words(usual[0])), " ".join(_words(first))}),
        related=[
            *related((claim.fact for claim in usual), f'"{usual[0].value}" here'),
            *related((claim.fact for claim in rest), f'"{first.value}" here too'),
        ],
    )


RULE = Rule("C304", "acronym-expansions", Severity.ERROR, Corpus, check)
