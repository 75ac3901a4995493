"""Two words were run together.

Told by a little word that makes no word with another one: `forexample`, `tothe`, `eachother`.
What may be a compound (`inplace`, `anycast`, `codebase`) is left alone.

Bad:

```markdown
# Routing

- A packet is sent tothe next router
```

Good:

```markdown
# Routing

- A packet is sent to the next router, onboard or not
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
    """Unknown words that are two known ones."""
    yield from findings(rule, corpus, Evidence.JOINED)


RULE = Rule("T302", "run-together", Severity.WARNING, Corpus, check)
