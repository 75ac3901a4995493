"""A name is one letter away from a name that the notes know.

Names with capitals inside are learned from the notes themselves. One that differs in a single
small letter from a name that stands there at least three times, and three times as often, is
a slip. A plural, another ending, other capital letters and other letters of an
acronym (``OpenSSL``, ``OpenSSH``) make another name.

``names`` of ``[tool.factdeck.lint]`` are known however seldom they stand in the notes. A name
that is right but looks like another one belongs there, too, or into ``words``.

Bad:

```markdown
# Amazon CodeGuru

- CodeGuru reviews code
- CodeGuru finds expensive lines
- CodeGurn Reviewer works with Java and Python
```

Good:

```markdown
# Amazon CodeGuru

- CodeGuru reviews code
- CodeGuru finds expensive lines
- CodeGuru Reviewer works with Java and Python
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from factdeck.lint.occurrences import occurrences
from factdeck.lint.rule import Rule
from factdeck.lint.spelling import misspelled
from factdeck.lint.subjects import Corpus
from factdeck.model import Finding, Severity

_NAME = re.compile(r"[^\W\d_]*[a-z][A-Z][^\W\d_]*")
_SHORTEST = 6
_OFTEN = 3
_MORE = 3


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Names with a more frequent neighbour."""
    wrong = {
        name: right
        for name, right in _near_misses(corpus.words, corpus.names).items()
        if not corpus.knows(name)
    }
    for name, span in occurrences(corpus.english, wrong):
        right = wrong[name]
        why = f", which stands in the notes {corpus.words[right]} times"
        why = ", a name of the settings" if right in corpus.names else why
        yield misspelled(rule, span, name, (right,), why)


def _near_misses(words: Mapping[str, int], known: Collection[str]) -> dict[str, str]:
    """Each name that is a slip, and the best known name that it can be a slip of."""
    names = [word for word in {*words, *known} if len(word) >= _SHORTEST and _NAME.fullmatch(word)]
    near = _near(names)
    wrong = {}
    for name in names:
        often = max(_OFTEN, _MORE * words.get(name, 0))
        right = [
            other
            for other in near(name)
            if (other in known or words.get(other, 0) >= often) and _slip(name, other)
        ]
        if right and name not in known:
            wrong[name] = max(right, key=lambda other: (other in known, words.get(other, 0), other))
    return wrong


def _near(names: Sequence[str]) -> Callable[[str], Iterator[str]]:
    """A look-up for the names that are a letter apart, found by what is left without one."""
    by_rest = defaultdict(set)
    for name in names:
        for rest in _rests(name):
            by_rest[rest].add(name)
    return lambda name: (other for rest in _rests(name) for other in by_rest[rest])


def _rests(name: str) -> Iterator[str]:
    yield name
    for place in range(len(name)):
        yield name[:place] + name[place + 1 :]


def _slip(name: str, other: str) -> bool:
    """Whether one small letter was lost, added, replaced or swapped with its neighbour.

    Not the first letter, and at the end only replaced: what is added there is an ending.
    """
    start = _shared(name, other)
    end = _shared(name[start:][::-1], other[start:][::-1])
    left, right = name[start : len(name) - end], other[start : len(other) - end]
    if not start or left.lower() == right.lower() or not (left + right).islower():
        return False
    if len(left) == len(right):
        return len(left) == 1 or (len(left) == 2 and left == right[::-1])
    return len(left) + len(right) == 1 and end > 0


def _shared(one: str, two: str) -> int:
    """How many letters both begin with."""
    pairs = zip(one, two, strict=False)
    return next(
        (place for place, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(one), len(two))
    )


RULE = Rule("N101", "near-miss-name", Severity.WARNING, Corpus, check)
