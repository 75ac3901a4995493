"""HTML that stands in notes: which names make a tag; all else in angle brackets is text.

So ``<pod>`` in a command is a word, as authors mean it.
"""

from __future__ import annotations

import re

_INLINE = "b code del em i ins kbd mark q s small strong sub sup u"
_LAYOUT = """
    a abbr address article aside audio big blockquote body center cite dd details dfn div dl dt
    figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr html label li main nav ol p picture
    pre samp section source span summary table tbody td tfoot th thead tr tt ul var video wbr
"""
INLINE = frozenset(_INLINE.split())
"""Tags that mean something in a line."""
LAYOUT = frozenset(_LAYOUT.split())
"""Tags that only lay out a page."""

_NAMES = "|".join(sorted((*INLINE, *LAYOUT, "br", "img")))
MARKUP = re.compile(
    rf"</?(?:{_NAMES})(?:[\s/][^>\n]*)?>"
    r"|<[a-z][\w-]*\s[^>\n]*=[^>\n]*>"  # what has attributes is a tag, whatever its name
    r"|<(?:[a-z][a-z0-9+.-]+:|[^\s<>@]+@)[^\s<>]*>",
    re.I,
)
"""Tags, and addresses in angle brackets."""
