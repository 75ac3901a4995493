"""A list has more members than can be remembered at once.

Up to seven members become one note, in which each is asked while the others are seen. A longer
list is asked in parts, and one of more than 28 not at all. Parts that mean something (by
purpose, by layer, by year) are easier to learn than the first seven: give each a label.

Bad:

```markdown
# Amazon S3

**Use cases:**

- Backup
- Archive
- Hosting
- Analytics
- Data lakes
- Media
- Logs
- Software delivery
```

Good:

```markdown
# Amazon S3

**Use cases:**

- Backup
- Archive
- Hosting
- Analytics
- Data lakes
- Media
- Logs
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.cards import Deck
from factdeck.cards.kinds.enumeration import AT_ONCE, MOST
from factdeck.lint.rule import Rule
from factdeck.model import FactKind, Finding, Severity


def check(rule: Rule[Deck], deck: Deck) -> Iterator[Finding]:
    """Enumerations of more members than one note asks for."""
    for fact in deck.facts:
        members = fact.object if isinstance(fact.object, tuple) else ()
        if fact.kind is not FactKind.ENUMERATION or len(members) <= AT_ONCE or fact.no_card:
            continue
        what = f'the list "{fact.subject}: {fact.predicate}" has {len(members)} members'
        parts = -(-len(members) // AT_ONCE)
        how = "too many for cards" if len(members) > MOST else f"asked in {parts} parts"
        yield rule.finding(fact.span, f"{what}: {how}", fact.subject, fact.predicate)


RULE = Rule("Q102", "list-too-long", Severity.WARNING, Deck, check)
