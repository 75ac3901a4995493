"""A name stands behind another maker's name than elsewhere.

"Amazon Lambda" beside "AWS Lambda": two names that stand before the same names, which also
stand alone, are taken for those of one maker; of the two the more frequent one is right. The
maker may know better than the notes, so this rule runs only when it is selected.

Bad:

```markdown
# Compute

- AWS Lambda runs functions, and AWS Lambda scales
- AWS Lambda, AWS Fargate, AWS Batch, AWS Batch and AWS Fargate need no servers
- Lambda is paid for by the millisecond, Fargate and Batch by the second
- Amazon Lambda, Amazon Fargate and Amazon Batch are in this family
```

Good:

```markdown
# Compute

- AWS Lambda runs functions, and AWS Lambda scales
- AWS Lambda, AWS Fargate, AWS Batch, AWS Batch and AWS Fargate need no servers
- Lambda is paid for by the millisecond, Fargate and Batch by the second
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from factdeck.lint.names import misnamed
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus, File
from factdeck.model import Finding, Severity, Span

_RUN = re.compile(r"(?<![\w-])[A-Z]\w+(?: [A-Z]\w+)*(?![\w-])")
_SHARED = 3  # so many names that two prefixes share make them prefixes of one maker
_MORE = 2
_PROPER = 5  # so many times as often as in small letters: not an ordinary word


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Names behind the less frequent of two prefixes of one maker."""
    yield from misnamed(rule, corpus, _runs, lambda runs: _right(runs, corpus.words))


def _runs(file: File) -> Iterator[tuple[str, Span]]:
    """The runs of words with capitals, with one space between them."""
    for number, line in enumerate(file.prose, 1):
        for match in _RUN.finditer(line):
            start, end = match.span()
            yield match[0], Span(file.source.path, number, start + 1, end_column=end + 1)


def _right(runs: Mapping[str, int], words: Mapping[str, int]) -> dict[str, str]:
    """Each run that has the wrong prefix, and the same with the right one."""
    behind = defaultdict(set)
    for run in runs:
        prefix, _, name = run.partition(" ")
        if name in runs and _is_proper(prefix, words) and _is_proper(name.split()[-1], words):
            behind[prefix].add(name)
    right = {}
    for one, two in combinations(sorted(behind), 2):
        shared = behind[one] & behind[two]
        for name in shared if len(shared) >= _SHARED else ():
            pair = (f"{one} {name}", f"{two} {name}")
            best, wrong = sorted(pair, key=lambda run: -runs[run])
            if runs[best] >= _MORE * runs[wrong]:
                right[wrong] = best
    return right


def _is_proper(word: str, words: Mapping[str, int]) -> bool:
    """Whether it is a name, and not an ordinary word with a capital in front."""
    return words.get(word.lower(), 0) * _PROPER <= words.get(word, 1)


RULE = Rule("N103", "vendor-prefix", Severity.WARNING, Corpus, check, default=False)
