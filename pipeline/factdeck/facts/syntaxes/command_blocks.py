"""A sentence "To …, run:" above a short block of code: what to do is asked, the code answers.

The sentence begins with "To" (or "Use … to") and ends in a word that announces a command, and the
block has at most three lines. Any other code below a sentence is an example or an output, and
says too little by itself.

Notes:

````markdown
# kubectl

To follow the log of a pod, run:

```
kubectl logs -f web
```
````

Facts:

````text
question | kubectl | To follow the log of a pod, run … | ``` ⏎ kubectl logs -f web ⏎ ```
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import plain
from factdeck.facts.written import markdown
from factdeck.model import BlockKind, FactKind

_ANNOUNCES = re.compile(
    r"(?:to|in order to)\s+\w+.*\b(?:run|use|type|enter|execute|issue|ausführen)\b"
    r"(?: (?:this|the|the following|following)(?: \w+)?)?\s*:?",
    re.I,
)
_BACKWARDS = re.compile(r"\b(?:this|these|it|them|that|above|below|following example)\b", re.I)
_LINES = 3


def read(piece: Piece) -> Iterator[Draft]:
    """The sentence as a question, the code right below it as the answer."""
    below = piece.body[:1]
    if not below or below[0].kind is not BlockKind.CODE or "\n" in piece.text:
        return
    code = below[0]
    asked = plain(piece.text)
    what = asked.rpartition(",")[0] or asked
    if not _ANNOUNCES.fullmatch(asked) or _BACKWARDS.search(what):
        return
    if code.line - piece.end_line <= 2 and 0 < len(code.text.strip().split("\n")) <= _LINES:
        yield Draft(
            FactKind.QUESTION,
            piece.context.subject,
            f"{piece.text.rstrip(' :')} …",
            markdown(below),
            f"{piece.text}\n\n{markdown(below)}",
            piece,
            end_line=code.end_line,
        )


SYNTAX = Syntax("command-blocks", 30, Shape.CARD, read)
