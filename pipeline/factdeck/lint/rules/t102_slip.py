"""A long word is a slip of the fingers away from one that the notes use often.

Two letters changed places, or one was struck twice, and the word that results stands in no
list of misspellings. What tells are the notes themselves: the other word stands there at least
five times, and three times as often. Spelling variants (theatre and theater, signalling and
signaling) are left alone, and so are names with capitals inside (N101).

A word that is right in your notes belongs into ``words`` of ``[tool.factdeck.lint]``.

Bad:

```markdown
# AWS Fargate

- Fargate runs containers
- Fargate needs no servers
- Fargate works with ECS
- Fargate works with EKS
- Fargate is paid for by the second
- Fragate has no free tier
```

Good:

```markdown
# AWS Fargate

- Fargate runs containers
- Fargate needs no servers
- Fargate works with ECS
- Fargate works with EKS
- Fargate is paid for by the second
- Fargate has no free tier
```
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from factdeck.lint.occurrences import occurrences
from factdeck.lint.rule import Rule
from factdeck.lint.spelling import as_capitalised, is_plain, misspelled
from factdeck.lint.subjects import Corpus
from factdeck.lint.typos import corrections
from factdeck.model import Finding, Severity

_SHORTEST = 7
_OFTEN = 5
_MORE = 3  # how many times as often the right word stands in the notes
_DOUBLED = re.compile(r"([a-z])\1(?!(?<=[lmpst])[ei])")  # signalling, focussed: another spelling


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Rare words beside a common neighbour, neither of them a known misspelling."""
    slips = _slips(_counts(corpus.words))
    wrong = corrections({*slips, *slips.values()})
    right = {
        word: as_capitalised(slips[word.lower()], word)
        for word in corpus.words
        if is_plain(word) and slips.get(word.lower(), "") not in {"", *wrong}
    }
    for word, span in occurrences(corpus.english, right):
        if word.lower() not in wrong and not corpus.knows(word):
            yield misspelled(rule, span, word, (right[word],))


def _counts(words: Mapping[str, int]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, count in words.items():
        if len(word) >= _SHORTEST - 1 and is_plain(word):
            counts[word.lower()] += count
    return counts


def _slips(counts: Counter[str]) -> dict[str, str]:
    """Each rare word that is a slip away from a common one, and that one."""
    of_letters = defaultdict(list)
    for word, count in counts.items():
        if count >= _OFTEN:
            of_letters["".join(sorted(word))].append(word)
    slips = {}
    for word, count in counts.items():
        if len(word) >= _SHORTEST:
            same_letters = of_letters.get("".join(sorted(word)), ())
            swapped = (other for other in same_letters if _swaps(word, other))
            for other in (*swapped, *_without_double(word)):
                if counts[other] >= max(_OFTEN, _MORE * count):
                    slips[word] = other
    return slips


def _swaps(word: str, other: str) -> bool:
    """Whether two neighbouring letters change places, not the first one; re and er may."""
    places = [place for place, letter in enumerate(word) if letter != other[place]]
    if len(places) != 2 or places[0] == 0 or places[1] != places[0] + 1:
        return False
    pair = word[places[0] : places[1] + 1]
    return pair not in ("re", "er")


def _without_double(word: str) -> Iterator[str]:
    for match in _DOUBLED.finditer(word):
        yield word[: match.start()] + word[match.start() + 1 :]


RULE = Rule("T102", "slip", Severity.WARNING, Corpus, check)
