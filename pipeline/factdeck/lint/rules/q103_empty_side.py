"""A card has nothing on one of its sides.

Anki refuses an empty question and shows an empty answer without a word. The usual cause is a
``Q:`` without its answer, a comment in the place of words, or a cloze that is not closed.
No card is made of it until there is something to show.

Bad:

```markdown
# AWS Lambda

Default timeout :: <!-- look this up -->
```

Good:

```markdown
# AWS Lambda

Default timeout :: 3 seconds
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.cards import EMPTY_SIDE, Deck
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity


def check(rule: Rule[Deck], deck: Deck) -> Iterator[Finding]:
    """Facts that gave no note because a side of it would show nothing."""
    for fact, why in deck.without:
        if why == EMPTY_SIDE:
            asked = " ".join(f"{fact.subject} {fact.predicate}".split())
            yield rule.finding(
                fact.span, f'no card is made of "{asked}": {why}', fact.subject, asked
            )


RULE = Rule("Q103", "empty-side", Severity.WARNING, Deck, check)
