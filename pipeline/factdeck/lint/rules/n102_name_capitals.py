"""A name is written with other capital letters than elsewhere.

A name that the notes write with capitals inside (``QuickSight``) has one right spelling: the
one that stands there clearly more often. ``names`` of ``[tool.factdeck.lint]`` says it for
good, also for names that stand there once or have no capitals inside:

```toml
[tool.factdeck.lint]
names = ["GitHub", "QuickSight"]
```

Code, addresses, identifiers (``configMap``) and words of up to three letters are left alone,
and so is what stands in ``words``. The fix is safe for a name of the settings.

Bad:

```markdown
# Amazon QuickSight

- QuickSight draws dashboards
- QuickSight is paid for by the session
- Quicksight reads data from Amazon S3
```

Good:

```markdown
# Amazon QuickSight

- QuickSight draws dashboards
- QuickSight is paid for by the session
- QuickSight reads data from Amazon S3
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factdeck.lint.names import right_capitals
from factdeck.lint.occurrences import occurrences
from factdeck.lint.rule import Rule
from factdeck.lint.subjects import Corpus
from factdeck.model import Edit, Finding, Fix, Severity, Span


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Names of the settings, and names learned from the notes, in other capitals."""
    yield from _against_settings(rule, corpus)
    said = {name.lower() for name in corpus.names}
    right = {
        word: best
        for word, best in right_capitals(corpus.words).items()
        if word.lower() not in said and not corpus.knows(word)
    }
    lines = {file.source.path: file.lines for file in corpus.english}
    for word, span in occurrences(corpus.english, right):
        if not _is_left_alone(word, span, lines[span.path][span.line - 1]):
            best = right[word]
            why = f", as {corpus.words[best]} times in the notes"
            yield _finding(rule, span, word, best, why, safe=False)


def _against_settings(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    right = {name.lower(): name for name in corpus.names}
    if not right:
        return
    pattern = _pattern(corpus.names)
    for file in corpus.files:
        for number, line in enumerate(file.prose, 1):
            for match in pattern.finditer(line):
                best = right.get(match[0].lower(), match[0])
                if match[0] != best:
                    start, end = match.span()
                    span = Span(file.source.path, number, start + 1, end_column=end + 1)
                    yield _finding(rule, span, match[0], best, ", as the settings say", safe=True)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """The names in any capitals, the longest first."""
    some = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{some})(?!\w)", re.IGNORECASE)


def _is_left_alone(word: str, span: Span, line: str) -> bool:
    """Whether all of the line is in capitals, or the word is a part of an identifier."""
    if word.isupper():
        return line.isupper()
    around = line[max(0, span.column - 2) : span.column - 1] + line[span.end_column - 1 :][:1]
    return word.islower() and "-" in around


def _finding(
    rule: Rule[Corpus], span: Span, wrong: str, right: str, why: str, *, safe: bool
) -> Finding:
    fix = Fix(safe, f'Write "{right}"', (Edit(span, right),))
    return rule.finding(span, f'"{wrong}" should be "{right}"{why}', wrong, right, fix=fix)


RULE = Rule("N102", "name-capitals", Severity.WARNING, Corpus, check)
