"""A word is cut in two by the hyphen of a line that is no longer there.

A page breaks words at the end of a line, and a copy of its text keeps the hyphen; on a card it
stands within the line. Reported when both halves make a usual word; `pre- and post-` is left
alone.

Bad:

```markdown
# Regions

- A Region gives you avail- ability zones to choose from
```

Good:

```markdown
# Regions

- A Region gives you availability zones to choose from
- Pre- and post-migration steps
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.lint import lexicon
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Edit, Finding, Fix, Severity, Span

_CUT = re.compile(
    r"(?<![\w-])(?P<left>[A-Za-z]{2,})[-\u2010](?P<gap> +|\s*$)(?P<right>[a-z]{2,}\b)?"
)
_BETWEEN = ("and", "or", "to")  # pre- and post-, two- or three-tier
_GOES_ON = re.compile(r"\s*(?P<right>[a-z]{2,})\b(?!-)")


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Halves on one line of English prose, or at the end of one and the beginning of the next."""
    lines = file.prose if file.english else ()
    for number, line in enumerate(lines, 1):
        for match in _CUT.finditer(line):
            below = _GOES_ON.match(lines[number]) if number < len(lines) else None
            right = match["right"] or (below["right"] if below and match.end() == len(line) else "")
            if right and _is_cut(match["left"], right):
                yield _finding(rule, Span(file.source.path, number), match, right)


def _is_cut(left: str, right: str) -> bool:
    usual = lexicon.rank(f"{left}{right}".lower()) <= lexicon.USUAL
    return usual and right not in _BETWEEN


def _finding(rule: Rule[File], place: Span, match: re.Match[str], right: str) -> Finding:
    start, end = match.start(), match.end() if match["right"] else match.end("left") + 1
    span = Span(place.path, place.line, start + 1, end_column=end + 1)
    whole = match["left"] + right
    message = f'"{match[0].rstrip()}" is a half of "{whole}", which a line break cut in two'
    fix = None
    if match["right"]:
        message = f'"{match[0]}" should be "{whole}", which a line break cut in two'
        fix = Fix(False, f'Write "{whole}"', (Edit(span, whole),))
    return rule.finding(span, message, whole, fix=fix)


RULE = Rule("T205", "split-word", Severity.WARNING, File, check)
