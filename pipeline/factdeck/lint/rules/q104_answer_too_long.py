"""An answer is longer than anyone says from memory.

A card is learned when its answer is one thing. Of 60 words some are remembered and some not,
and nobody knows whether that was right. Split the answer into several facts, or keep the
explanation in the notes and ask for its point.

Bad:

```markdown
# Amazon EC2

Q: What is a placement group?
A: A placement group says how instances are put on the hardware below them, and there are
three kinds of it, a cluster that packs them close together in one zone so that the network
between them is fast, a spread that puts each on hardware of its own so that few of them fail
together, and a partition that keeps groups of them apart, which large distributed systems use
```

Good:

```markdown
# Amazon EC2

Q: What does a placement group decide?
A: How instances are put on the hardware below them
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.cards import Deck
from factdeck.lint.rule import Rule
from factdeck.model import Finding, NoteKind, Severity
from factdeck.package.text import plain, summary

_MOST_WORDS = 60


def check(rule: Rule[Deck], deck: Deck) -> Iterator[Finding]:
    """Notes with a back of too many words."""
    for note in deck.notes:
        count = 0 if note.kind is NoteKind.CLOZE else len(plain(note.back).split())
        if count > _MOST_WORDS:
            front = summary(note.front)
            message = f'the answer to "{front}" has {count} words (more than {_MOST_WORDS})'
            yield rule.finding(note.span, message, note.front, note.back)


RULE = Rule("Q104", "answer-too-long", Severity.WARNING, Deck, check)
