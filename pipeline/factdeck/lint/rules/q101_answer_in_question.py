"""The answer stands in the question.

Whoever reads such a card repeats words instead of remembering, and believes to know. Ask for
something that the question does not name. Questions that offer several answers to choose from
are left alone.

Bad:

```markdown
# Amazon S3

Q: Which class does S3 Glacier Deep Archive belong to?
A: Glacier Deep Archive
```

Good:

```markdown
# Amazon S3

Q: Which storage class is the cheapest one?
A: Glacier Deep Archive

Q: Is a bucket regional or global?
A: regional
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.cards import Deck
from factdeck.cards.words import words
from factdeck.lint.rule import Rule
from factdeck.model import Finding, NoteKind, Sentence, Severity
from factdeck.package.text import plain

_CHOICE = re.compile(
    r"\b(?:or|oder|vs|versus|which of|welche von|between|zwischen)\b|[^\s]/[^\s]", re.I
)
_NAME = re.compile(r"[^\W\d_]{3}")
_WORDS = range(2, 9)
"""A single word ("16", "AWS") may stand in its question by chance."""


def check(rule: Rule[Deck], deck: Deck) -> Iterator[Finding]:
    """Notes with a short back whose words stand in the front."""
    for note, fact in zip(deck.notes, deck.origins, strict=True):
        front, back = plain(note.front), plain(note.back)
        if note.kind is NoteKind.CLOZE or fact.place.sentence is Sentence.QUIZ:
            continue
        if _CHOICE.search(front) or not _NAME.search(back):
            continue
        if (
            len(words(back)) in _WORDS
            and f" {' '.join(words(back))} " in f" {' '.join(words(front))} "
        ):
            message = f'the answer "{back.strip()}" stands in the question "{front.strip()}"'
            yield rule.finding(note.span, message, front, back)


RULE = Rule("Q101", "answer-in-question", Severity.WARNING, Deck, check)
