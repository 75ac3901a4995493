"""A picture or a sound beside the notes is shown nowhere.

It lies below a folder of notes, or in one from which notes take pictures, and no source names
it, nor does an adopted note show it. It may be left over from a page that is gone, or the page
that should show it names another.

Bad:

```markdown
--- notes/vpc.md
# Amazon VPC

![An internet gateway](images/gateway.png)
--- notes/images/gateway.png
--- notes/images/peering.png
```

Good:

```markdown
--- notes/vpc.md
# Amazon VPC

![An internet gateway](images/gateway.png)
--- notes/images/gateway.png
```
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from factdeck.cards.media import locator
from factdeck.lint.links import is_media, links
from factdeck.lint.media_links import media_links
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus, File
from factdeck.model import Finding, Severity, Span
from factdeck.package import adopted


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Media files that no source names."""
    named = {name for file in corpus.files for name in _named(file)}
    text = cache(lambda: "\n".join(file.source.text for file in corpus.files))
    kept = cache(lambda: frozenset(_adopted(corpus.root)))
    for path in sorted(_media(_folders(corpus))):
        if path.name in named or path in kept():
            continue
        # in another way of writing than those we know, perhaps
        if path.name not in text() and unquote(path.name) not in text():
            span = Span(_shown(path, corpus.files[0]), 1)
            yield rule.finding(span, f'no source shows "{path.name}"', path.name)


def _named(file: File) -> Iterator[str]:
    """The names of all that the file shows or links to."""
    for written, _ in media_links(file):
        yield PurePosixPath(unquote(written)).name
    for link in links(file):
        yield PurePosixPath(link.path).name


def _adopted(root: Path) -> Iterator[Path]:
    """The media of adopted notes, which their fields may show though no source does."""
    for note in adopted.read(root / adopted.FILE).notes.values():
        yield from (root / path for _, path in note.media)


def _folders(corpus: Corpus) -> frozenset[Path]:
    """The folders below those of the notes, and those that media are taken from.

    Below the project's own folder there is much else; of it only the folder itself counts.
    """
    found: set[Path] = set()
    for folder in sorted({Path(file.source.file).parent for file in corpus.files}):
        if folder not in found:
            below = [] if folder == corpus.root else _below(folder)
            found.update((folder, *below))
    locate = locator((file.source for file in corpus.files), corpus.root)
    for file in corpus.files:
        media = (locate(file.source.path, written) for written, _ in media_links(file))
        found.update(path.parent for path in media if path)
    return frozenset(found)


def _below(top: Path) -> Iterator[Path]:
    for folder, folders, _ in os.walk(top):
        folders[:] = [name for name in folders if name[0] != "." and name != "node_modules"]
        yield Path(folder)


def _media(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in folder.iterdir():
            # a name with _ before it is that of a file which Anki's templates show
            if path.name[0] != "_" and is_media(path.name) and path.is_file():
                yield path


def _shown(path: Path, file: File) -> str:
    """The path from the root that the paths of sources begin at."""
    way = Path(os.path.relpath(path, Path(file.source.file).parent)).as_posix()
    return posixpath.normpath(posixpath.join(posixpath.dirname(file.source.path), way))


RULE = Rule("M103", "media-unused", Severity.WARNING, Corpus, check)
