"""A card asks two questions.

Half an answer is neither right nor wrong, so that the card comes back for what was known, or
not for what was not. Make two cards of it.

Bad:

```markdown
# Amazon SQS

Q: How long does SQS keep a message, and how large may it be?
A: 14 days; 256 KB
```

Good:

```markdown
# Amazon SQS

Q: How long does SQS keep a message at most?
A: 14 days

Q: How large may a message be?
A: 256 KB
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.cards import Deck
from factdeck.lint.rule import Rule
from factdeck.model import Finding, NoteKind, Sentence, Severity
from factdeck.package.text import summary

_ASK = (
    r"(?:what|who|whom|whose|when|where|why|which|how"
    r"|was|wer|wen|wem|wann|wo|warum|welche[rsmn]?|wie)"
)
_AND = re.compile(rf"\b{_ASK}\b.*(?:,|;|\band\b|\bund\b)\s+(?:and\s+|und\s+)?{_ASK}\b.*\?", re.I)
_TWICE = re.compile(rf"\b{_ASK}\b[^?]*\?\s+(?:and\s+|und\s+)?{_ASK}\b[^?]*\?", re.I)


def check(rule: Rule[Deck], deck: Deck) -> Iterator[Finding]:
    """Notes whose front has two question words with a clause each."""
    for note, fact in zip(deck.notes, deck.origins, strict=True):
        asked = note.kind is not NoteKind.CLOZE and fact.place.sentence is not Sentence.QUIZ
        front = summary(note.front, 2000) if asked else ""
        if _AND.search(front) or _TWICE.search(front):
            yield rule.finding(note.span, f'the question "{front}" asks two things', front)


RULE = Rule("Q107", "two-questions-in-one", Severity.WARNING, Deck, check)
