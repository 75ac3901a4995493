"""The same statement about the same thing in two places.

A learner gets the same card twice, and the next change is made in one of the two only.
Capitals, punctuation and markup do not tell statements apart. A summary that repeats
its own section is none; nor is the same line under two different things.

Bad:

```
--- ses.md
## Email service

- Supports shared and dedicated addresses
--- mail.md
## Email service

- Supports shared and dedicated addresses.
```

Good:

```
--- ses.md
## Email service

- Supports shared and dedicated addresses
--- push.md
## Push service

- Supports shared and dedicated addresses
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.claims.words import normalised
from factdeck.corpus import Corpus
from factdeck.facts.text import plain, words
from factdeck.lint.places import related
from factdeck.lint.rule import Rule
from factdeck.model import Fact, FactKind, Finding, Sentence, Severity

_WORDS = 3
_LONG = 8
_PUNCTUATION = re.compile(r"[.,;:!\"'“”‘’()\[\]–—-]+")
_SUMMARY = re.compile(
    r"summary|takeaway|recap|overview|review|conclusion|zusammenfassung|überblick", re.I
)


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each statement that stands twice, at its later place."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in corpus.facts:
        if _repeatable(fact):
            groups.setdefault(_content(fact), []).append(fact)
    for facts in groups.values():
        first, *others = _places(facts)
        later = [fact for fact in others if _same_thing(first, fact)]
        if later:
            yield rule.finding(
                later[0].span,
                f'"{plain(later[0].text)}" is said of {later[0].subject} in '
                f"{first.span.path}:{first.span.line} already",
                *map(str, _content(first)),
                related=[
                    *related([first], "first said here"),
                    *related(later[1:], "and said again here"),
                ],
            )


def _repeatable(fact: Fact) -> bool:
    if fact.place.sentence is not Sentence.STATEMENT or fact.place.table or not fact.subject:
        return False
    if fact.predicate == "stands for":  # whether expansions agree is another rule's question
        return False
    if fact.place.number:  # procedures share steps
        return False
    if fact.kind is FactKind.DEFINITION and words(plain(str(fact.object))) < _WORDS:
        return False  # "Status: 400" does not say whose
    if normalised(plain(fact.text)) == normalised(fact.subject):
        return False
    summary = any(_SUMMARY.search(above) for above in (*fact.headings[-1:], fact.place.parent))
    return not summary and words(plain(fact.text)) >= _WORDS


def _content(fact: Fact) -> tuple[object, ...]:
    return (
        normalised(fact.subject),
        " ".join(_PUNCTUATION.sub(" ", plain(fact.text).casefold()).split()),
    )


def _same_thing(one: Fact, other: Fact) -> bool:
    """In one source, a subject under two headings ("Default", "User") may be two things."""
    apart = one.span.path == other.span.path and one.headings != other.headings
    return not apart or words(plain(one.text)) >= _LONG


def _places(facts: Iterable[Fact]) -> list[Fact]:
    """One fact a line: a line may give several."""
    return sorted(
        {(fact.span.path, fact.span.line): fact for fact in facts}.values(),
        key=lambda fact: fact.span,
    )


RULE = Rule("D101", "exact-duplicate", Severity.WARNING, Corpus, check)
