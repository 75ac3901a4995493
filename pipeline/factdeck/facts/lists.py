"""The members of a list that could be asked for as a whole."""

from __future__ import annotations

import re

from factdeck.facts.text import lead, plain, words
from factdeck.model import Block

_MEMBER_WORDS = 8
_REMARK = re.compile(
    r"\W*(?:note|nb|tip|hint|remember|important|all|both|these|they|you|it|this|alle|hinweis)\b",
    re.I,
)
_ORDINAL = re.compile(r"\W*(?:the\s+)?(?:first|second|third|last)\b(?!\W*[:–-])", re.I)
_SENTENCE = re.compile(r"[.!?]\s+\S|[.!?]$")


def members(block: Block) -> tuple[str, ...]:
    """What the items of a list name, as Markdown, in order; () when they are sentences.

    An item "Term: meaning" names its term. A list has at least two members.
    """
    named = tuple(_head(item) for item in block.children)
    if len(named) < 2 or not all(named) or len(set(map(plain, named))) < len(named):
        return ()
    return named


def listed(block: Block) -> int:
    """How many things a list lists, 0 when that is not clear.

    A remark at its end ("Note that …") is none of them; when items are of different makes,
    some with a lead term and some sentences, nobody can tell. Nor when an item counts by itself
    ("the first two …"), or has swallowed the label of another list, for want of a blank line.
    """
    if any(_ORDINAL.match(plain(item.text)) for item in block.children) or _swallows(block):
        return 0
    items = [item for item in block.children if plain(item.text) or item.children]
    while items and _REMARK.match(plain(items[-1].text)):
        items.pop()
    makes = {bool(_head(item)) for item in items}
    open_ended = items and re.search(r"(?:…|\.{3}|\betc\.*|\busw\.*)$", plain(items[-1].text))
    return len(items) if len(items) > 1 and len(makes) == 1 and not open_ended else 0


def _swallows(block: Block) -> bool:
    """Whether a line that ends in a colon goes on an item, however deep."""
    return any(
        ("\n" in child.text and child.text.rstrip().endswith(":")) or _swallows(child)
        for child in block.children
    )


def _head(item: Block) -> str:
    text = " ".join(item.text.split())
    if split := lead(text):
        text = split[0]
    text = re.sub(r"[:;,]\W*$", "", text).strip()
    bare = plain(text)
    return text if bare and words(bare) <= _MEMBER_WORDS and not _SENTENCE.search(bare) else ""
