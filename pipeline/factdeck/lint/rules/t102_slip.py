"""A word is a slip of the fingers away from one that the notes use.

No list knows the word, and the notes themselves write it otherwise elsewhere: a letter was lost,
struck twice, taken for its neighbour, or changed places with the next. The commoner the other
word is, and the oftener the notes use it, the surer is the slip. A word that is written again
and again is a term and left alone; so are names, abbreviations, other endings (`theatre` and
`theater`), and words that are made of others (`codebase`).

A word that is right in your notes belongs into `words.txt` beside the configuration, or into
`words` of `[tool.factdeck.lint]`; `factdeck lint --add-words` puts it there.

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

from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.spellcheck.findings import findings
from factdeck.lint.spellcheck.verdicts import Evidence
from factdeck.lint.subjects import Corpus
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Unknown words beside one of the notes."""
    yield from findings(rule, corpus, Evidence.NOTES)


RULE = Rule("T102", "slip", Severity.WARNING, Corpus, check)
