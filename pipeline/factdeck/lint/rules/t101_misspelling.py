"""A word is a known misspelling.

A learner reads a card hundreds of times, and learns the slip with it. The words come from
the list of the program typos, which holds misspellings and no words that are merely rare, so
that names and jargon are left alone. Only prose in English is looked at: no code, no URLs, no
names with capitals inside, no short words in capitals.

A word that is right in your notes belongs into `words.txt` beside the configuration, or into
`words` of `[tool.factdeck.lint]`; `factdeck lint --add-words` puts it there.

Bad:

```markdown
# CodePipeline

- Continous delivery
```

Good:

```markdown
# CodePipeline

- Continuous delivery with `continous.yml`
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
    """The words of all files are looked up at once, then found again where they stand."""
    yield from findings(rule, corpus, Evidence.LIST)


RULE = Rule("T101", "misspelling", Severity.WARNING, Corpus, check)
