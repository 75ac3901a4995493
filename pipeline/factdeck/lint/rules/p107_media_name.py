"""A media file under a name that Anki changes, or two files under one name.

Anki drops characters that some system does not allow in a file name, and a card then looks for
a file that is not there. Of two files with one name, it keeps one. On systems that do not tell
capital letters apart, `Map.png` and `map.png` are one name, too.

Bad: a package with the media file `what?.png`.

Good: a package with the media file `what-3f2a9c01.png`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Media, Severity
from factdeck.package import Package

_SAFE = re.compile(r"[A-Za-z0-9-][A-Za-z0-9._-]*(?<!\.)")
# names that Windows keeps for its devices; Anki puts an underscore behind them
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST = 120


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every note that shows such a file."""
    first: dict[str, Media] = {}
    for note in (identified.note for identified in package.notes):
        for media in note.media:
            known = first.setdefault(media.name.lower(), media)
            if why := _why(media, known):
                message = f'the media file "{media.name}" {why}'
                yield rule.finding(note.span, message, note.front, media.name)


def _why(media: Media, known: Media) -> str:
    if not _SAFE.fullmatch(media.name) or _DEVICE.fullmatch(media.name):
        return "would get another name in Anki; use letters, digits, . _ and -"
    if len(media.name) > _LONGEST:
        return f"has a name of {len(media.name)} characters; Anki cuts it at {_LONGEST}"
    if (known.name, known.sha256) != (media.name, media.sha256):
        return f"and {known.file} have one name and are two files: {media.file}"
    return ""


RULE = Rule("P107", "media-name", Severity.ERROR, Package, check)
