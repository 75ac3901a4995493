"""A question is answered by yes or no.

Half of all guesses are right, and what is learned is a word, not a thing. Ask which, how many
or when instead.

Bad:

```markdown
# Security groups

Q: Are security groups stateful?
A: Yes
```

Good:

```markdown
# Security groups

Q: Which firewall of a VPC keeps the state of connections?
A: The security group
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.cards import Deck
from factdeck.lint.rule import Rule
from factdeck.model import Finding, NoteKind, Severity
from factdeck.package.text import plain, summary

_YES_OR_NO = re.compile(r"\W*(?:yes|no|true|false|ja|nein|wahr|falsch)\W*", re.I)
_TICK = re.compile(r"\s*[✓✔✅☑✗✘❌✖❎]\ufe0f?\s*")


def check(rule: Rule[Deck], deck: Deck) -> Iterator[Finding]:
    """Notes whose back is yes, no or a tick; a table may have good reasons for its ticks."""
    for note, fact in zip(deck.notes, deck.origins, strict=True):
        back = plain(note.back)
        if (
            note.kind is NoteKind.CLOZE
            or fact.place.table
            or not (_YES_OR_NO.fullmatch(back) or _TICK.fullmatch(back))
        ):
            continue
        message = f'the question "{summary(note.front)}" is answered by "{back.strip()}"'
        yield rule.finding(note.span, message, note.front, note.back)


RULE = Rule("Q105", "yes-no-question", Severity.WARNING, Deck, check)
