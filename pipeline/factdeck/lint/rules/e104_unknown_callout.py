"""A callout is nearly of a kind that is known.

``> [!quesiton]`` makes no card, and Obsidian and GitHub show it as a plain note. Kinds that
somebody made up are left alone: only a slip of the fingers in one that Obsidian or GitHub
knows is told.

Bad:

```markdown
# Fargate

> [!quesiton] Which service runs containers without servers?
> AWS Fargate.
```

Good:

```markdown
# Fargate

> [!question] Which service runs containers without servers?
> AWS Fargate.

> [!recipe] One of ours
> Salt and water.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.slips import is_slip
from factdeck.lint.subjects import File
from factdeck.model import Edit, Finding, Fix, Severity, Span

_CALLOUT = re.compile(r"\s*(?:>\s*)+\[!(?P<kind>[A-Za-z-]{5,})\]")
_KINDS = """
    abstract attention caution danger error example failure important missing question quote
    success summary warning
""".split()


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Heads of callouts of no known kind that is nearly one."""
    for number, line in enumerate(file.outside_code, 1):
        if "[!" in line and (match := _CALLOUT.match(line)):
            kind = match["kind"]
            meant = next((each for each in _KINDS if is_slip(kind.lower(), each)), "")
            if meant and kind.lower() not in _KINDS:
                start, end = match.span("kind")
                span = Span(file.source.path, number, start + 1, end_column=end + 1)
                fix = Fix(False, f"Write {meant}", (Edit(span, meant),))
                message = f'"{kind}" is no known kind of callout; did you mean "{meant}"?'
                yield rule.finding(span, message, kind.lower(), fix=fix)


RULE = Rule("E104", "unknown-callout", Severity.WARNING, File, check)
