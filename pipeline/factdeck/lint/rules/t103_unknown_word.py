"""A word is in no dictionary, and nearly one that is.

The lexicon holds English, names, and the terms of computing. A word that it has not is
reported only when one slip makes it of a common word that is long enough, so that names, jargon
and foreign words are left alone. When the notes themselves use the other word, T102 says so.

A word that is right in your notes belongs into `words.txt` beside the configuration, or into
`words` of `[tool.factdeck.lint]`; `factdeck lint --add-words` puts it there.

Bad:

```markdown
# Backups

- The recovory point says how much data may be lost
```

Good:

```markdown
# Backups

- The recovery point says how much data may be lost
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
    """Unknown words beside one of the lexicon."""
    yield from findings(rule, corpus, Evidence.LEXICON)


RULE = Rule("T103", "unknown-word", Severity.WARNING, Corpus, check)
