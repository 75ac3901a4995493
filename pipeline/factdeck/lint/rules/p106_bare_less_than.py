"""A `<` in a field that opens no tag.

Fields are HTML. From a bare `<` up to the next `>` a browser sees a tag that it does not know,
and shows nothing: `List<String>` is read as `List`.

Bad: a field with `if a < b`, or with `List<String>`.

Good: a field with `if a &lt; b`, or with `<b>a</b>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity
from factdeck.package import Package
from factdeck.package.notetypes import named_fields

# no `<` inside a tag: so each is looked at once, however many there are
_LESS_THAN = re.compile(r"<(?:/?([a-z][a-z0-9-]*)(?:\s[^<>]*|/)?>|!--)?", re.IGNORECASE)
_ELEMENTS = frozenset(
    """a abbr anki-mathjax article aside audio b bdi bdo big blockquote br caption center cite
    code col colgroup data dd del details dfn div dl dt em figcaption figure font footer h1 h2
    h3 h4 h5 h6 header hr i img ins kbd label li main map mark nav ol p picture pre q rp rt
    ruby s samp section small source span strike strong sub summary sup table tbody td tfoot
    th thead time tr track tt u ul var video wbr""".split()
)
_SHOWN = 20


def check(rule: Rule[Package], package: Package) -> Iterable[Finding]:
    """Every field with a bare ``<``; the first of them is named."""
    for identified in package.notes:
        note = identified.note
        for name, field in named_fields(identified).items():
            if bare := _bare(field):
                message = (
                    f'"{bare}" in the field {name} of "{note.key}" opens no tag; '
                    "a browser shows nothing up to the next >"
                )
                yield rule.finding(note.span, message, note.front, name)


def _bare(field: str) -> str:
    """The first ``<`` that begins neither a tag of HTML nor a comment, with what follows."""
    for found in _LESS_THAN.finditer(field):
        element = found[1]
        if found[0] != "<!--" and (element is None or element.lower() not in _ELEMENTS):
            return field[found.start() : found.start() + _SHOWN].split("\n")[0]
    return ""


RULE = Rule("P106", "bare-less-than", Severity.ERROR, Package, check)
