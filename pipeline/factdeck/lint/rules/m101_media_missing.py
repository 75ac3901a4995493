"""A picture or a sound is not there.

The source refers to a file that does not exist beside it, nor anywhere in the project under
that name. The card would show a broken picture, so it is left out.

Bad:

```markdown
# Amazon VPC

![An internet gateway](images/gateway.png)
```

Good:

```markdown
--- vpc.md
# Amazon VPC

![An internet gateway](images/gateway.png)
--- images/gateway.png
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from factdeck.cards.media import SUFFIXES, finder
from factdeck.lint.media_links import is_remote, media_links
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Links to local files of a kind that Anki can show."""
    find = finder((file.source for file in corpus.files), corpus.root)
    for file in corpus.files:
        for written, span in media_links(file):
            if is_remote(written) or PurePosixPath(written).suffix.lower() not in SUFFIXES:
                continue
            if not find(span.path, written) and not find(span.path, unquote(written)):
                yield rule.finding(span, f'"{written}" is not there', written)


RULE = Rule("M101", "media-missing", Severity.WARNING, Corpus, check)
