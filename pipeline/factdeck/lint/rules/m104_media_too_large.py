"""A picture or a sound is too large.

Every device that studies the deck downloads it, and keeps it. The limit is 10 MB, or
``max-media-bytes`` of ``[tool.factdeck.lint]``; AnkiWeb takes no file of more than 100 MB.

Bad:

```markdown
--- vpc.md
# Amazon VPC

![An internet gateway](gateway.png)
--- gateway.png (11MB)
```

Good:

```markdown
--- vpc.md
# Amazon VPC

![An internet gateway](gateway.png)
--- gateway.png
```
"""

from __future__ import annotations

from collections.abc import Iterator

from factdeck.cards.media import locator
from factdeck.lint.media_links import media_links
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus
from factdeck.model import Finding, Severity

_MB = 1024 * 1024


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Each file over the limit, where it is first shown."""
    locate = locator((file.source for file in corpus.files), corpus.root)
    seen = set()
    for file in corpus.files:
        for written, span in media_links(file):
            media = locate(file.source.path, written)
            if media and media not in seen:
                seen.add(media)
                size = media.stat().st_size
                if size > corpus.max_media_bytes:
                    limit = f"the limit is {corpus.max_media_bytes / _MB:.3g} MB"
                    message = f'"{written}" has {size / _MB:.3g} MB, and {limit}'
                    yield rule.finding(span, message, written)


RULE = Rule("M104", "media-too-large", Severity.WARNING, Corpus, check)
