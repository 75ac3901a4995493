"""A heading has the plural of another heading.

"Security Group" and "Security Groups" are one topic under two names: its facts are spread over
both, and are not compared with each other. This is a hint, so it runs only when it is selected.

Bad:

```markdown
--- ec2.md
# Security Group

- A Security Group allows, and never denies
--- vpc.md
# Security Groups

- Security Groups are stateful
```

Good:

```markdown
--- ec2.md
# Security Groups

- Security Groups allow, and never deny
--- vpc.md
# Security Groups

- Security Groups are stateful
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.text import name
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus
from factdeck.model import BlockKind, Finding, Related, Severity, Span


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Headings of which there is a plural, where each of them stands first."""
    first: dict[str, tuple[str, Span]] = {}
    for file in corpus.english:
        for block in file.blocks(BlockKind.HEADING):
            heading = name(block.text)
            if " " in heading:  # "Example" and "Examples" are no topics
                place = (heading, Span(file.source.path, block.line))
                first.setdefault(heading.casefold(), place)
    for one, (singular, span) in first.items():
        for many in _plurals(one):
            if many in first:
                plural, where = first[many]
                related = [Related(where, "the plural is here")]
                message = f'the headings "{singular}" and "{plural}" are of one topic'
                yield rule.finding(span, message, one, related=related)


def _plurals(word: str) -> tuple[str, ...]:
    if not word or not word[-1].isalpha():
        return ()
    return (f"{word[:-1]}ies",) if word[-1] == "y" else (f"{word}s", f"{word}es")


RULE = Rule("N105", "name-plural", Severity.WARNING, Corpus, check, default=False)
