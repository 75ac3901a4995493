"""A link leads to a heading that is not there.

What stands behind ``#`` is compared with the headings of that source, as GitHub makes
anchors of them (small letters, ``-`` for spaces, no punctuation, ``-1`` behind a repeated one)
and as GitLab, Pandoc and kramdown do, with the ids that the author gave, and, when it is no
such anchor, with the words of the headings, as Obsidian does.

Bad:

```markdown
# Amazon VPC

See [the gateways](#gatways).

## Gateways
```

Good:

```markdown
# Amazon VPC

See [the gateways](#internet--nat-gateways).

## Internet & NAT gateways
```
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from factdeck.lint.links import Link, anchors, folded, letters, links, words_of_headings
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus, File
from factdeck.lint.targets import by_file, file_of
from factdeck.model import Edit, Finding, Fix, Severity

_SLUG = re.compile(r"[^\WA-Z_]+(?:-+[^\WA-Z_]+)+")


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Anchors that no heading and no id of the source has that the link leads to."""
    known = by_file(corpus.files)
    there: dict[str, frozenset[str]] = {}
    for file in corpus.files:
        for link in links(file):
            target = file_of(link, file, known) if link.anchor else None
            if target and target.document:
                path = target.source.path
                there[path] = there.get(path) or anchors(target)
                if not _is_there(link.anchor, there[path], target):
                    yield _finding(rule, link, path, there[path])


def _is_there(anchor: str, there: frozenset[str], target: File) -> bool:
    """Whether it is one of the anchors, or a heading or block (``^``) in the way of Obsidian."""
    if folded(anchor).removeprefix("user-content-") in there:
        return True
    of_obsidian = anchor.startswith("^") or letters(anchor) in words_of_headings(target)
    return of_obsidian and not _SLUG.fullmatch(anchor)


def _finding(rule: Rule[Corpus], link: Link, path: str, there: frozenset[str]) -> Finding:
    message, fix = f'there is no heading "#{link.anchor}" in {path}', None
    near = _near(link.anchor, there)
    if near:
        message += f'; did you mean "#{near}"?'
        written = link.written.partition("#")[0] + "#" + near
        fix = Fix(False, f'Link to "#{near}"', (Edit(link.span, written),))
    return rule.finding(link.span, message, link.written, fix=fix)


def _near(anchor: str, there: frozenset[str]) -> str:
    """The anchor that has the same letters, or else nearly the same ones."""
    same = sorted(each for each in there if letters(each) == letters(anchor))
    near = same or difflib.get_close_matches(folded(anchor), sorted(there), n=1, cutoff=0.8)
    return near[0] if near else ""


RULE = Rule("E302", "broken-anchor", Severity.WARNING, Corpus, check)
