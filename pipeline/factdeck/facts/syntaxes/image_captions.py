"""A picture with a caption: the picture is shown and asked for what its caption says.

The caption is a line in italics, or one that begins with "Figure" or "Abbildung", right below a
picture that stands alone. Words in the brackets of a picture (``![words]``)
describe it and are a fact, without a card: they often name no more than the file.

Notes:

```markdown
# OSI

![[osi.png]]
*The seven OSI layers*

![IAM users](https://example.org/i.png)
```

Facts:

```text
question | OSI | What does this picture show? ⏎  ⏎ ![[osi.png]] | The seven OSI layers
statement | OSI | | ![IAM users](https://example.org/i.png) | no card: the description of a picture
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import plain, words
from factdeck.model import BlockKind, FactKind

_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\((?P<file>[^)\n]*)\)|!\[\[[^\]\n]+\]\]")
_CAPTION = re.compile(
    r"(?P<mark>\*|_)(?=[^\s*_])(?P<italic>[^*_\n]+)(?P=mark)"
    r"|(?:fig(?:ure|\.)?|abb(?:ildung|\.)?)\s*\d*\s*[:.–-]?\s*(?P<numbered>\S[^\n]*)",
    re.I,
)
_FILE = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp)\b|\b(?:image|screen ?shot|img|pasted|untitled|alt text|bild)\b",
    re.I,
)
_CAPTION_WORDS = range(2, 16)


def read(piece: Piece) -> Iterator[Draft]:
    """The picture with its caption, or what its brackets say of it."""
    image, _, rest = piece.text.partition("\n")
    match = _IMAGE.fullmatch(image.strip())
    if not match:
        return
    below = piece.body[:1]
    caption, end_line = _caption(rest.strip()), piece.end_line
    if not rest and below and below[0].kind is BlockKind.PARAGRAPH:
        caption, end_line = _caption(below[0].text), below[0].end_line
    alt = match["alt"] or ""
    if caption:
        question = f"What does this picture show?\n\n{match[0]}"
        yield Draft(
            FactKind.QUESTION, piece.context.subject, question, caption,
            f"{match[0]}\n{caption}", piece, end_line=end_line,
        )  # fmt: skip
    elif not rest and words(plain(alt)) in _CAPTION_WORDS and not _FILE.search(alt):
        yield Draft(
            FactKind.STATEMENT, piece.context.subject, "", match[0],
            match[0], piece, no_card="the description of a picture",
        )  # fmt: skip


def _caption(text: str) -> str:
    match = _CAPTION.fullmatch(text)
    words_of_it = (match["italic"] or match["numbered"]).strip(" .") if match else ""
    return words_of_it if words(plain(words_of_it)) in _CAPTION_WORDS else ""


SYNTAX = Syntax("image-captions", 15, Shape.CARD, read)
