"""A heading that ends in ``?`` is a question, and its short section the answer.

The section is a paragraph, a list, code, a table or several of these, of a few lines and at most
sixty words: a longer one is no answer but a text, and is read as such.

Notes:

```markdown
## Which services run containers without servers?

AWS Fargate.
```

Facts:

```text
question | | Which services run containers without servers? | AWS Fargate.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import name, words
from factdeck.facts.written import READABLE, markdown
from factdeck.model import FactKind

_ANSWER_WORDS, _ITEMS = 60, 5


def read(piece: Piece) -> Iterator[Draft]:
    """The heading with its section, when all of that can be an answer."""
    question = name(piece.text)
    if not question.endswith("?") or words(question) < 2 or not piece.body:
        return
    if all(block.kind in READABLE for block in piece.body):
        answer = markdown(piece.body)
        if words(answer) > _ANSWER_WORDS or any(len(b.children) > _ITEMS for b in piece.body):
            return
        end_line = piece.body[-1].end_line
        yield Draft(FactKind.QUESTION, "", question, answer, question, piece, end_line=end_line)


SYNTAX = Syntax("heading-questions", 10, Shape.HEADING, read, explicit=True)
