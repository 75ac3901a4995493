"""Code → HTML with the classes of Pygments, coloured by the style of the note type."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factdeck.cards.escape import escape_code, hide_backslashes

if TYPE_CHECKING:
    from pygments.lexer import Lexer

_LONGEST = 20_000
"""Characters; what is longer is no card to study and not worth the time of colouring."""


def highlight(code: str, language: str = "") -> str:
    """A block of code; plain when the language is not known."""
    code = code.strip("\n")
    lexer = _lexer(language) if language and len(code) <= _LONGEST else None
    html = _coloured(code, lexer) if lexer else escape_code(code)
    return f'<div class="highlight"><pre><code>{html}</code></pre></div>'


def _coloured(code: str, lexer: Lexer) -> str:
    import pygments
    from pygments.formatters import HtmlFormatter

    return hide_backslashes(
        pygments.highlight(code, lexer, HtmlFormatter(nowrap=True)).rstrip("\n")
    )


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language.lower(), stripnl=False)
    except ClassNotFound:
        return None
