"""A card speaks of "it" or "they" and does not say of what.

Cards are shown alone and in another order than the notes. A sentence that begins with a
pronoun was clear after the sentence before it; on a card nobody knows what it is about.

Bad:

```markdown
--- notes.md
- It is deleted after {{c1::14 days}} at the latest.
```

Good:

```markdown
--- notes.md
- A message in SQS is deleted after {{c1::14 days}} at the latest.
- It is a message in SQS that is deleted after {{c1::14 days}}.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.cards import Deck
from factdeck.cards.origin import title
from factdeck.facts.headings import is_generic
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity
from factdeck.package.text import summary

_PRONOUN = re.compile(
    r"\W*(?P<pronoun>it|they|its|their|these|those|this|he|she|er|sie|es|diese|dieser|dieses)\s+"
    r"(?:is|are|was|were|has|have|had|does|do|did|can|cannot|can't|must|should|will|would|may|"
    r"ist|sind|war|hat|haben|kann|können|muss|müssen|wird|werden|[a-z]{3,}s)\b"
    r"(?! (?:the|an?|[A-Z])\b)",
    re.I,
)


def check(rule: Rule[Deck], deck: Deck) -> Iterator[Finding]:
    """Notes whose front begins with a pronoun and names no thing."""
    for note, fact in zip(deck.notes, deck.origins, strict=True):
        named = fact.subject or fact.headings or not is_generic(title(fact))
        match = None if named else _PRONOUN.match(summary(note.front))
        if match:
            message = f'the pronoun "{match["pronoun"]}" stands for nothing that this card names'
            yield rule.finding(note.span, message, note.front)


RULE = Rule("Q106", "pronoun-without-subject", Severity.WARNING, Deck, check)
