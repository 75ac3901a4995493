"""A link in double brackets leads to a source or a heading that is not there.

``[[name]]`` is looked for as Obsidian does: anywhere in the project, by name or path, with or
without ``.md``, in any capitals; ``[[name#heading]]`` by the words of the heading. Many people
link to pages that they have yet to write, so this rule runs only when it is selected.

Bad:

```markdown
# Amazon VPC

See [[Gatways]] and [[#Subnets]].
```

Good:

```markdown
--- vpc.md
# Amazon VPC

See [[Gateways|the gateways]] and [[Gateways#NAT gateway]].
--- aws/Gateways.md
# Gateways

## NAT gateway
```
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from factdeck.lint.links import Link, letters, wikilinks, words_of_headings
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus, File
from factdeck.model import Finding, Severity

_FOLDERS = ("node_modules",)


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Wikilinks that no file of the project answers to."""
    found = [(file, link) for file in corpus.files for link in wikilinks(file)]
    if not found:
        return
    names = _names(corpus.root)
    pages = _pages(corpus)
    for file, link in found:
        name = PurePosixPath(link.path.strip()).name.casefold()
        page = pages.get(_bare(name)) if name else file
        if name and name not in names and _bare(name) not in pages:
            yield rule.finding(link.span, f'"{link.written}" is not there', link.written)
        elif page and not _has(page, link):
            message = f'there is no heading "{link.anchor}" in {page.source.path}'
            yield rule.finding(link.span, message, link.written)


def _has(page: File, link: Link) -> bool:
    """Whether there is the heading of the link; of ``#a#b`` that is b, and ``#^a`` is a block."""
    heading = link.anchor.rpartition("#")[2]
    return heading.startswith("^") or letters(heading) in {"", *words_of_headings(page)}


def _pages(corpus: Corpus) -> dict[str, File]:
    return {_bare(PurePosixPath(file.source.path).name.casefold()): file for file in corpus.files}


def _bare(name: str) -> str:
    return name.removesuffix(".md").removesuffix(".markdown")


def _names(root: Path) -> frozenset[str]:
    """The names of all files of a project, small; hidden folders left out."""
    found: set[str] = set()
    for _, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name[0] != "." and name not in _FOLDERS]
        for name in names:
            found.update((name.casefold(), _bare(name.casefold())))
    return frozenset(found)


RULE = Rule("E303", "broken-wikilink", Severity.WARNING, Corpus, check, default=False)
