"""The same question with the same answer twice.

These are cards on purpose: both are asked, and the next change is made in one of them only.
Capitals, punctuation, small words and the order of quiz options do not tell questions apart.
A question that does not say what it is about ("What is it?") is compared under one subject only.
The same question with another answer is a contradiction, not a duplicate.

Bad:

```
--- ports.md
Q: Which port does the shell server use?
A: Port 22
--- exam.md
Which ports does a shell server use? :: port 22
```

Good:

```
--- ports.md
Q: Which port does the shell server use?
A: Port 22

Q: Which port does the mail server use?
A: Port 25
--- exam.md
Which port does the name server use? :: port 53
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from factdeck.claims.words import normalised
from factdeck.corpus import Corpus
from factdeck.corpus.duplicates.alike import same_answer
from factdeck.corpus.duplicates.words import content, tokens
from factdeck.facts.text import plain
from factdeck.lint.duplicates import place, quoted
from factdeck.lint.places import related
from factdeck.lint.rule import Rule
from factdeck.model import Fact, FactKind, Finding, Quantity, Severity

_OPTIONS = re.compile(r"\n\s*(?:[-*+]|\(?\w[.)])\s.*", re.S)
_SAYS_WHAT = 3
_ASKING = frozenset(content("how what where who whom whose why was wer wie wo warum".split()))


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each question that is asked and answered twice, at its later place."""
    asked: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in corpus.facts:
        if fact.kind in (FactKind.QUESTION, FactKind.CLOZE) and not fact.no_card:
            asked[_key(fact)].append(fact)
    for key, facts in asked.items():
        if len(facts) > 1:
            yield from _repeated(rule, key, facts)


def _repeated(rule: Rule[Corpus], key: tuple[str, ...], facts: list[Fact]) -> Iterator[Finding]:
    for first, *others in _by_answer(facts):
        if others:
            yield rule.finding(
                others[0].span,
                f"the same question with the same answer stands in {place(first)}: "
                f"{quoted(_question(first))}",
                *key,
                " ".join(sorted(content(tokens(_answer(first).lower())))),
                related=[
                    *related([first], "asked here first"),
                    *related(others[1:], "and asked again here"),
                ],
            )


def _by_answer(facts: Iterable[Fact]) -> list[list[Fact]]:
    """The facts in groups with the same answer; those of one line count once."""
    groups: list[list[Fact]] = []
    for fact in {(fact.span.path, fact.span.line): fact for fact in facts}.values():
        for group in groups:
            if same_answer(_answer(group[0]), _answer(fact)):
                group.append(fact)
                break
        else:
            groups.append([fact])
    return groups


def _key(fact: Fact) -> tuple[str, ...]:
    """What is asked, and of what if the question does not say it."""
    if fact.kind is FactKind.CLOZE:
        return tuple(fact.text.casefold().split())
    question = _question(fact)
    stems = content(tokens(question))
    if question.endswith("?") and len(set(stems) - _ASKING) < _SAYS_WHAT:
        return (*stems, "", *(normalised(fact.subject) or [fact.span.path]))
    return tuple(stems) or (question.casefold(),)


def _question(fact: Fact) -> str:
    if fact.kind is FactKind.CLOZE:
        return plain(fact.text)
    return plain(_OPTIONS.sub("", fact.predicate))


def _answer(fact: Fact) -> str:
    if fact.kind is FactKind.CLOZE:
        return fact.text
    if isinstance(fact.object, tuple):
        return "; ".join(fact.object)
    return fact.object.text if isinstance(fact.object, Quantity) else fact.object


RULE = Rule("D103", "same-question", Severity.WARNING, Corpus, check)
