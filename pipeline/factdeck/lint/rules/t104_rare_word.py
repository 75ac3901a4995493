"""A rare word stands where a common one was meant.

The word exists, but few know it, the notes have it once, and with two letters in each other's
place it is a common word that the notes use elsewhere.

A word that is right in your notes belongs into `words.txt` beside the configuration, or into
`words` of `[tool.factdeck.lint]`; `factdeck lint --add-words` puts it there.

Bad:

```markdown
# Snapshots

- Snapshots are preformed every day
- The first one is performed at once
```

Good:

```markdown
# Snapshots

- Snapshots are performed every day
- The first one is performed at once
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.spellcheck.findings import findings
from factdeck.lint.spellcheck.verdicts import Evidence
from factdeck.lint.subjects import Corpus
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Rare words beside a common one of the notes."""
    yield from findings(rule, corpus, Evidence.SWAPPED)


RULE = Rule("T104", "rare-word", Severity.WARNING, Corpus, check)
