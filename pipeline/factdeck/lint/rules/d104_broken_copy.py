"""Nearly the same line twice, with a slip in one of the two.

One was copied from the other and changed by accident, or mended in one place only. The words
are the same and in the same order, but for one that is spelled or inflected another way.

Bad:

```
--- images.md
## Image Builder

- Automate the creation, validation and test of images
--- exam.md
## Image Builder

- Automated the creation, validation and test of images
```

Good:

```
--- images.md
## Image Builder

- Increase the number of stored images each month
--- exam.md
## Image Builder

- Decrease the number of stored images each month
```
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.corpus import Corpus
from factdeck.corpus.duplicates import Likeness
from factdeck.corpus.duplicates.alike import words_apart
from factdeck.corpus.duplicates.words import tokens
from factdeck.facts.text import plain
from factdeck.lint.duplicates import findings, place
from factdeck.lint.rule import Rule
from factdeck.model import Fact, Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """One finding for each line that stands twice but for a slip, at a later place."""
    return findings(rule, corpus, Likeness.SLIP, _message)


def _message(first: Fact, later: Fact) -> str:
    first_words, later_words = (tokens(plain(each.text)) for each in (first, later))
    ((there, here),) = words_apart(first_words, later_words)
    return f'this line has "{here}" where {place(first)}, else the same, has "{there}"'


RULE = Rule("D104", "broken-copy", Severity.WARNING, Corpus, check)
