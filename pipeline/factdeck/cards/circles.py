"""What answers with the words of its own question: "X? X forms X with …"; "Add X? `get x`"."""

from __future__ import annotations

import re

_ARTICLE = r"(?:(?:an?|the|ein|eine|der|die|das)\s+)?"
_GOES_ON = re.compile(
    r"(?:\s+\w+)?\s+(?:is|are|ist|sind)\s+(?:(?:like|basically|just)\s+)?"
    r"(?:an?|the|any|one|those|what|where|when|how|short|eine?|der|die|das)\b"
    r"|\s+(?:means|refers\s+to|stands\s+for|consists?\s+of|heißt|bedeutet)\b"
    r"|\s+(?:of|for|in|on|at|with|that|which|whose|where|from|to|von|für|mit)\b",
    re.I,
)
"""What makes a meaning of a sentence that begins with its own term: "A VPN is a …"."""
_NO_VERB = frozenset(
    "as is was has does its this thus various across us plus less unless always sometimes "
    "towards besides perhaps whereas vs das was als aus bis des es".split()
)
_NO_NOUN = (
    r"(?=\s*(?:[.,;:()]|\Z)|\s(?:with|to|in|on|for|by|from|of|between|at|and|or|when|if|as|"
    r"which|that|through|during|via|into|across|over|while)\b)"
)
"""What stands before this is no part of a longer name: "runs Docker containers"."""
_CODE = re.compile(r"\W*(?:```.*```|`[^`]+`)\W*", re.S)
_WORD = re.compile(r"[^\W\d_]+")
_CHANGES = re.compile(
    r"(?:add|apply|assign|attach|configure|create|define|delete|deploy|disable|enable|insert|"
    r"modify|move|remove|restart|restore|save|set|start|stop|update|upgrade|upload)\b",
    re.I,
)
_READS = frozenset("get list show describe display".split())
_SHORTEST = 3


def is_circular(term: str, meaning: str) -> bool:
    """Whether a plain meaning begins with its term, or has it as the object of a verb."""
    if not term.strip() or term.split()[-1].removesuffix("s").lower() not in meaning.lower():
        return False  # without a pattern of its own: nearly all end here
    words = [re.escape(word) for word in term.split()]
    same = r"\s+".join([*words[:-1], rf"{words[-1].removesuffix('s')}(?:e?s)?"])
    begins = re.match(rf"{_ARTICLE}{same}(?![\w/-])", meaning, re.I)
    if begins and not _GOES_ON.match(meaning, begins.end()):
        return True
    verbs = re.finditer(rf"\b([a-z]{{3,}}s)\s+{_ARTICLE}(?i:{same}){_NO_NOUN}", meaning)
    return any(found[1] not in _NO_VERB for found in verbs)


def answers_with_command(label: str, answer: str) -> bool:
    """Whether a command is what an instruction asks for; true of an answer that is no code.

    They share a word ("Save the configuration": `copy running-config …`), and what only
    reads changes nothing ("Add a user": `list users`).
    """
    if not _CODE.fullmatch(answer):
        return True
    asked, said = _words(label), _words(answer)
    if _CHANGES.match(label) and said & _READS and asked.isdisjoint(said & _READS):
        return label.split()[0].lower() in said
    return any(one.startswith(other) or other.startswith(one) for one in asked for other in said)


def _words(text: str) -> set[str]:
    return {word for word in map(str.lower, _WORD.findall(text)) if len(word) >= _SHORTEST}
