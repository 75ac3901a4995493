"""A link leads to a file that is not there.

A relative link of the notes is followed as GitHub and editors follow it: from the folder of
its source, with ``%20`` as a space. Web addresses, links out of the project and those of site
generators (``/about``, ``{{ site.url }}``) are not looked at; the name of a page may leave
out ``.md``.

Bad:

```markdown
# Amazon VPC

See [the page on gateways](gatways.md).
```

Good:

```markdown
--- vpc.md
# Amazon VPC

See [the page on gateways](gateways.md).
--- gateways.md
# Gateways
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from factdeck.lint.links import Link, links
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus, File
from factdeck.lint.targets import exists, is_inside
from factdeck.model import Edit, Finding, Fix, Severity

_ANYWHERE = ("readme", "index")


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Relative links to files that are not below their folder, nor elsewhere in the project."""
    named = _named(corpus)
    for file in corpus.files:
        folder = Path(file.source.file).parent
        for link in links(file):
            if not link.path or link.path.startswith("/"):
                continue
            target = folder / link.path
            if is_inside(target, corpus.root) and not exists(target):
                near = named.get(PurePosixPath(link.path).name.casefold(), ())
                yield _finding(rule, link, file, near)


def _named(corpus: Corpus) -> dict[str, list[str]]:
    """The sources by their names, but for those that every folder may have."""
    found = defaultdict(list)
    for file in corpus.files:
        path = PurePosixPath(file.source.path)
        if path.stem.lower() not in _ANYWHERE:
            found[path.name.casefold()].append(str(path))
    return found


def _finding(rule: Rule[Corpus], link: Link, file: File, near: Sequence[str]) -> Finding:
    """With the way to the one source of that name, where there is one."""
    message, fix = f'"{link.written}" is not there', None
    if len(near) == 1:
        way = _relative(near[0], file.source.path)
        message += f', but "{way}" is'
        anchor = f"#{link.written.partition('#')[2]}" if link.anchor else ""
        edit = Edit(link.span, way.replace(" ", "%20") + anchor)
        fix = Fix(False, f'Link to "{way}"', (edit,))
    return rule.finding(link.span, message, link.written, fix=fix)


def _relative(path: str, source: str) -> str:
    """The way from a source to another path of the same root."""
    to, folder = PurePosixPath(path).parts, PurePosixPath(source).parts[:-1]
    pairs = zip(to, folder, strict=False)
    shared = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(to) - 1, len(folder)))
    return "/".join((*[".."] * (len(folder) - shared), *to[shared:]))


RULE = Rule("E301", "broken-link", Severity.WARNING, Corpus, check)
