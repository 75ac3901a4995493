"""A picture or a sound is not there.

The source refers to a file that does not exist beside it, nor anywhere in the project under
that name, or that lies outside of the project. The card would show a broken picture, so it is
left out.

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
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from factdeck.cards.media import SUFFIXES, locator
from factdeck.lint.media_links import is_remote, media_links
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus
from factdeck.model import Finding, Severity


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Links to local files of a kind that Anki can show."""
    locate = locator((file.source for file in corpus.files), corpus.root)
    for file in corpus.files:
        for written, span in media_links(file):
            if is_remote(written) or PurePosixPath(written).suffix.lower() not in SUFFIXES:
                continue
            spellings = (written, unquote(written))
            if not any(locate(span.path, spelling) for spelling in spellings):
                folder = Path(file.source.file).parent
                is_outside = any(_is_file(folder, spelling) for spelling in spellings)
                what = "lies outside of the project" if is_outside else "is not there"
                yield rule.finding(span, f'"{written}" {what}', written)


def _is_file(folder: Path, written: str) -> bool:
    try:
        return (folder / written).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


RULE = Rule("M101", "media-missing", Severity.WARNING, Corpus, check)
