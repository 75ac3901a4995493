r"""A character cannot be seen.

Zero-width blanks, soft hyphens, byte order marks and control characters come along when text is
copied from a web page, a PDF or a terminal. Nobody sees them, but a search does not find the
word that holds one, and a command that is pasted fails. The fix takes them out; a separator
of lines becomes a blank. What joins emoji, or directs Arabic and Hebrew, is left alone.

Bad:

```markdown
# Amazon S3

- The header x-amz-server-side​-encryption asks for encryption
```

Good:

```markdown
# Amazon S3

- The header x-amz-server-side-encryption asks for encryption 👩‍💻
```
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from factdeck.lint.rule import Rule
from factdeck.lint.subjects import File
from factdeck.model import Edit, Finding, Fix, Severity, Span
from factdeck.parse.mojibake import damages

_SEPARATORS = "\x0b\x85\u2028\u2029"
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    f"{_SEPARATORS}{_DIRECTIONS}]+|(?<![^\x00-\x7f])[\u200c\u200d]+(?![^\x00-\x7f])"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ONLY_DIRECTIONS = re.compile(f"[{_DIRECTIONS}]+")


def check(rule: Rule[File], file: File) -> Iterator[Finding]:
    """Each run of such characters, code included; what a wrong encoding made is for T201."""
    for number, line in enumerate(file.lines, 1):
        if _HIDDEN.search(line):
            damaged = [range(damage.start, damage.end) for damage in damages(line)]
            for match in _HIDDEN.finditer(line):
                if not any(match.start() in each for each in damaged) and _is_stray(match, line):
                    yield _finding(rule, Span(file.source.path, number), match, line)


def _is_stray(match: re.Match[str], line: str) -> bool:
    return not (_ONLY_DIRECTIONS.fullmatch(match[0]) and _RIGHT_TO_LEFT.search(line))


def _finding(rule: Rule[File], place: Span, match: re.Match[str], line: str) -> Finding:
    start, end = match.span()
    span = Span(place.path, place.line, start + 1, end_column=end + 1)
    content = " " if match[0][0] in _SEPARATORS else ""
    before = (line[:start].split() or [""])[-1] if not line[:start][-1:].isspace() else ""
    behind = (line[end:].split() or [""])[0] if not line[end:][:1].isspace() else ""
    around = _HIDDEN.sub("", f"{before}{content}{behind}")
    message = f'the character {_name(match[0][0])} in "{around}" cannot be seen'
    fix = Fix(True, "Take it out", (Edit(span, content),))
    return rule.finding(span, message, match[0], around, fix=fix)


def _name(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X} ({name})" if name else f"U+{ord(char):04X}"


RULE = Rule("T202", "hidden-character", Severity.WARNING, File, check)
