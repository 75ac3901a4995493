"""A picture or a sound lies on the web.

Cards show nothing from the web: it would be gone without a connection, or altogether one
day, and would tell its owner who studies what. Save the file beside the notes.

Bad:

```markdown
# Amazon VPC

![An internet gateway](https://example.org/gateway.png)
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
from urllib.parse import urlsplit

from factdeck.lint.media_links import is_remote, media_links
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Finding, Severity


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Links that begin with a protocol."""
    for written, span in media_links(file):
        if is_remote(written):
            host = urlsplit(written).netloc
            message = f"this lies on the web, at {host}, and no card will show it"
            yield rule.finding(span, message, written)


RULE = Rule("M102", "media-remote", Severity.WARNING, File, check)
