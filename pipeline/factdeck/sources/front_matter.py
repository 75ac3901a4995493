"""The YAML head of a source: between a first line ``---`` and the next one.

Only ``deck``, ``tags``, ``lang`` (or ``language``) and ``factdeck`` are ours; other programs
keep keys of their own there. Every value is taken as it is written: ``lang: no`` is Norwegian.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factdeck.model import FrontMatter, Problem, Span

if TYPE_CHECKING:
    import yaml

HEAD = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
LONGEST = 20_000  # characters; a longer "head" is a ruled line with a text below it
KEY = re.compile(r"""\s*["']?\w[^:\n]*:(\s|$)""")
LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
OFF = {"off": True, "false": True, "no": True, "on": False, "true": False, "yes": False}


def front_matter(text: str, path: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The settings at the top of ``text``, and what is wrong with them (E102).

    A text that merely begins with a ruled line has none: between the lines there must be
    a mapping, or what was meant as one.
    """
    head = HEAD.match(text, 0, LONGEST) if text.startswith("---") else None
    if head is None:
        return FrontMatter(), ()
    import yaml  # 20 ms: most sources have no head

    end_line = text.count("\n", 0, head.end()) + 1
    try:
        root = yaml.compose(head["yaml"], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        if not KEY.match(head["yaml"]):
            return FrontMatter(), ()
        return FrontMatter(end_line=end_line), (_syntax_problem(error, head["yaml"], path),)
    if isinstance(root, yaml.MappingNode):
        return _settings(root, FrontMatter(end_line=end_line), head["yaml"], path)
    return FrontMatter(end_line=0 if head["yaml"].strip() else end_line), ()


def _settings(
    root: yaml.MappingNode, front: FrontMatter, head: str, path: str
) -> tuple[FrontMatter, tuple[Problem, ...]]:
    problems = []
    for key, node in root.value:
        field, read, wanted = KEYS.get(str(key.value), ("", _words, ""))
        if not field or node.value == "":  # a key of others, or one left empty
            continue
        value = read(node)
        if value is None:
            message = f"{key.value} in the front matter must be {wanted}"
            problems.append(_problem(message, path, head, key.start_mark.index))
        else:
            front = replace(front, **{field: value})
    return front, tuple(problems)


def _syntax_problem(error: Exception, head: str, path: str) -> Problem:
    """Where YAML stumbled: at a mark, or at a character that YAML does not allow."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = mark.index if mark else getattr(error, "position", 0)
    reason = getattr(error, "problem", None) or getattr(error, "reason", "it is nested too deeply")
    return _problem(f"the front matter is not valid YAML: {reason}", path, head, offset)


def _problem(message: str, path: str, head: str, offset: int) -> Problem:
    """A problem at a character of the head; YAML's own lines also end where an editor's do not."""
    before = head[:offset]
    line = before.count("\n") + 2  # a ruled line stands above
    return Problem("E102", Span(path, line, offset - before.rfind("\n")), message)


# --- values, None when they are of the wrong type -------------------------------------------


def _text(node: Any) -> str | None:
    return str(node.value).strip() if node.id == "scalar" else None


def _deck(node: Any) -> str | None:
    text = _text(node)
    return text if text is not None and all(part.strip() for part in text.split("::")) else None


def _lang(node: Any) -> str | None:
    text = _text(node)
    return text if text is not None and LANG.fullmatch(text) else None


def _off(node: Any) -> bool | None:
    return OFF.get((_text(node) or "").lower())


def _words(node: Any) -> tuple[str, ...] | None:
    """A list, or words with commas or spaces between them; ``#tag`` is ``tag``."""
    text = _text(node)
    if text is not None:
        words: list[str | None] = [*re.split(r"[,\s]+", text)]
    elif node.id == "sequence":
        words = [_text(member) for member in node.value]
    else:
        return None
    known = [word.removeprefix("#") for word in words if word is not None]
    return tuple(word for word in known if word) if len(known) == len(words) else None


KEYS: dict[str, tuple[str, Callable[[Any], Any], str]] = {
    "deck": ("deck", _deck, "the name of an Anki deck, such as AWS::Storage"),
    "tags": ("tags", _words, "a list of tags"),
    "lang": ("lang", _lang, "the code of a language, such as en or pt-BR"),
    "language": ("lang", _lang, "the code of a language, such as en or pt-BR"),
    "factdeck": ("off", _off, "on or off"),
}
