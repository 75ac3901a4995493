"""A picture or sound that a note lists and does not show, or shows and does not list.

Anki copies from a package the files that a field refers to, by `src="…"` or `[sound:…]`. One
that no field shows is left out; one that is shown and not in the package is a broken picture.

Bad: a field with `<img src="map.png">` in a note without media.

Good: the same field in a note with the media file `map.png`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, IdentifiedNote, Severity
from factdeck.package import Package
from factdeck.package.notetypes import named_fields

_SHOWN = re.compile(r"""\[sound:([^\[\]]+)\]|<[a-z]+\s[^<>]*?\bsrc="([^"<>]*)\"""", re.IGNORECASE)
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every file on one side alone."""
    for identified in package.notes:
        note = identified.note
        shown, listed = _shown(identified), {media.name for media in note.media}
        for name in sorted(shown - listed):
            message = f'"{note.key}" shows "{name}", which is not in the package'
            yield rule.finding(note.span, message, note.front, name)
        for name in sorted(listed - shown):
            message = f'"{note.key}" lists "{name}" and does not show it: Anki leaves it out'
            yield rule.finding(note.span, message, note.front, name)


def _shown(identified: IdentifiedNote) -> set[str]:
    """The names of the files that the fields of a note refer to."""
    text = "\n".join(named_fields(identified).values())
    names = {html.unescape(sound or source) for sound, source in _SHOWN.findall(text)}
    return {name for name in names if not _REMOTE.match(name)}


RULE = Rule("P111", "media-not-shown", Severity.WARNING, Package, check)
