"""Commands under a comment that says what they do: the comment is asked, the command answers.

A block of shell is read so when it is a list of commands and not the log of a session: each
command, on one to three lines, stands under a comment of its own. Comments of fewer than three
words and those that only go on from the command above ("Output: …", "then …", "or …") ask
nothing. One that names no task ("on the other nodes"), or that stands in a demonstration, has no
card. Any other code stays code, which nobody asks for.

Notes:

````markdown
# kubectl

```sh
# List all pods
kubectl get pods -A

# Output: 3 pods
```
````

Facts:

````text
question | kubectl | List all pods: which command? | ```sh ⏎ kubectl get pods -A ⏎ ```
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.text import words
from factdeck.model import BlockKind, FactKind

_SHELLS = ("", "sh", "bash", "shell", "console", "zsh", "fish", "powershell", "shellsession")
_COMMENT = re.compile(r"\s*#+\s+(?P<text>[A-Za-z].*)")
_COMMAND = re.compile(r"(?:[$>]\s+)?(?:sudo\s+)?[a-z][\w.-]*(?:\s+\S.*)?|\s+\S.*")
_GOES_ON = re.compile(
    r"(?:output|outputs|result|results|returns?|expected|example|note|or|and|then|after|before|now|"
    r"this|these|that|it|we|you|i|see|the|should|same|also|todo|alternatively|optional\w*|here)\b",
    re.I,
)
_COMMENT_WORDS = range(3, 16)
_COMMAND_LINES = range(1, 4)


def read(piece: Piece) -> Iterator[Draft]:
    """Each comment with its command."""
    block = piece.block
    if not block or block.kind is not BlockKind.CODE or block.info.lower() not in _SHELLS:
        return
    lines = piece.text.split("\n")
    begin = piece.line + (block.end_line - block.line >= len(lines))  # after the fence, if any
    parts = list(_parts(lines))
    if not all(_COMMENT.fullmatch(part[0]) for _, part in parts):
        return
    for first, part in parts:
        match = _COMMENT.fullmatch(part[0])
        comment = match["text"].rstrip(" \t:") if match else ""
        if _asks(comment, part[1:]):
            yield _draft(piece, comment, part, begin + first)


def _parts(lines: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Runs of lines that blank lines part, and comments; each with its first index."""
    start = 0
    for index, line in enumerate([*lines, ""]):
        if not line.strip() or _COMMENT.fullmatch(line):
            if index > start:
                yield start, lines[start:index]
            start = index + (not line.strip())


_TELLS = re.compile(r"\b(?:now|again|try|tries|back|first|then|finally|here|this|it)\b", re.I)
"""A comment that tells what goes on in a session, not what its command is for."""
_TRIVIAL = re.compile(r"\s*\$?\s*(?:exit|cd|ls|ll|su|clear|pwd|whoami|logout)\b")


def _asks(comment: str, command: Sequence[str]) -> bool:
    """Whether the comment says what one command does; several commands would be several answers."""
    if words(comment) not in _COMMENT_WORDS or _GOES_ON.match(comment):
        return False
    if _TELLS.search(comment) or any(map(_TRIVIAL.match, command)):
        return False
    whole = len(command) in _COMMAND_LINES and all(map(_COMMAND.fullmatch, command))
    return whole and all(line.rstrip().endswith("\\") for line in command[:-1])


_TRIAL = re.compile(
    r"\b(?:demos?|labs?|example(?! commands)|exercises?|walk-?through|hands[- ]on)\b", re.I
)
_NO_TASK = re.compile(
    r"(?:on|in|at|for|from|with|without|if|when|while|once|always|only|extra|more|all|another|no|not|"
    r"as|by|default|on|via|because|since|\d+)\b(?!-)|(?!check|verify|ensure|see|show|find|test|make)"
    r"[\w./-]+(?:\s+[\w./-]+){0,3}\s+(?:is|are|was|were|has|have|can|must|should|will)\b|"
    r"test\b.*\bassum",
    re.I,
)
"""A comment that says where, when or how things are, not what its command is for."""


def _why_not(piece: Piece, comment: str) -> str:
    if any(map(_TRIAL.search, piece.context.headings[-2:])):
        return "part of an example or a demonstration"
    return "its comment names no task" if _NO_TASK.match(comment) else ""


def _draft(piece: Piece, comment: str, part: Sequence[str], line: int) -> Draft:
    info = piece.block.info if piece.block else ""
    return Draft(
        FactKind.QUESTION,
        piece.context.subject,
        f"{comment}: which command?",
        "\n".join([f"```{info}", *part[1:], "```"]),
        "\n".join(part),
        piece,
        line=line,
        end_line=line + len(part) - 1,
        no_card=_why_not(piece, comment),
    )


SYNTAX = Syntax("commands", 10, Shape.CODE, read)
