"""The prose of a document: everything that no person reads as words is masked.

Code, formulas, URLs, paths, identifiers, link targets, mentions and the like become
:data:`MASK`, character for character, so that lines and columns stay those of the source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from factdeck.corpus.language import reads_as_english
from factdeck.model import Block, BlockKind, Document
from factdeck.parse.dialects.directives import directives

_LONGEST_WORD = 60
MASK = "\ufffc"  # the object replacement character: neither a word, nor white space

WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’][^\W\d_]+)*(?![^\W_])")
"""A word: letters with apostrophes inside, and no digit beside them."""

_FENCE = re.compile(r"[\s>*+\-\d.)]*(?:```|~~~)")
_CODE_SIGN = re.compile(r"[{}=$|\\<>]|\w[(\[]")  # sentences have none, most code has
_NOT_PROSE = frozenset(
    {
        BlockKind.CODE,
        BlockKind.MATH,
        BlockKind.COMMENT,
        BlockKind.REFERENCE,
        BlockKind.FRONT_MATTER,
    }
)

# What a mask needs to be worth trying, and the mask; in this order, because a code span
# may hold a link and a link an underscore. None of them crosses a line, and none takes
# quadratic time: each begins where the last try could not, or looks a bounded way ahead.
_CODE_MASKS = tuple(
    (needs, re.compile(pattern))
    for needs, pattern in (
        ("``", r"``[^\n]{1,999}?``"),
        ("`", r"`[^`\n]+`\w*"),  # with the rest of a word: `S`imple
        ("<!--", r"<!--[^\n]{0,999}?-->"),
    )
)
_MASKS = tuple(
    (needs, re.compile(pattern))
    for needs, pattern in (
        ("$", r"\$\$[^$\n]+\$\$|\$(?! )[^$\n]*[^$\s]\$(?!\d)"),
        ("\\(", r"\\\([^\n]{1,999}?\\\)"),
        ("\\[", r"\\\[[^\n]{1,999}?\\\]"),
        ("[[", r"!\[\[[^\[\]\n]*\]\]|(?<=\[\[)[^\[\]|\n]*\||\[\[[^\[\]|\n]*\]\]"),
        ("](", r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)"),
        ("][", r"(?<=\])\[[^\[\]\n]*\]"),
        ("[^", r"\[\^[^\[\]\s]+\]"),
        ("://", r"(?<![\w+.-])[A-Za-z][\w+.-]*://[^\s<>\"')\]]+"),
        # a letter picked out of its word: (E)lastic, <b>E</b>lastic
        ("(", r"(?<!\w)\(\w{1,2}\)\w+"),
        ("</", r"(?<!\w)(?:</?(?:b|i|u|em|strong)>|\w)*\w</?(?:b|i|u|em|strong)>\w+"),
        ("<", r"</?[A-Za-z][^<>\n]*>"),
        ("&", r"&#?\w+;"),
        ("$", r"\$\{?[A-Za-z_]\w*\}?"),
        # a chunk that is an identifier, an address, a file, a pair, a call, or **E**lastic
        (
            "",
            r"(?<!\S)\S*?(?:[_:=](?<=\w.)\w|[@\\]\w|\.(?<=\w.)[a-z0-9_]|\((?<=\w.)\)|\*(?<=\w.)\**\w)\S*",
        ),
        ("/", r"(?:~|\.{1,2})?/(?<![^\s(\[\"'~.]/)\w\S*"),
        ("-", r"-(?<!\S-)(?:-[A-Za-z]|[A-Za-z](?!\w))[\w-]*"),
        ("#", r"#(?<!\S#)[\w/-]+"),
        (".", r"\.(?<!\w\.)[a-z]\w*"),
    )
)


def outside_code(document: Document) -> tuple[str, ...]:
    """The lines of the document's source with code, comments, directives and formulas masked."""
    lines = document.source.lines
    for first, last in _hidden(document.blocks, document.source.lines):
        for number in range(first - 1, min(last, len(lines))):
            lines[number] = MASK * len(lines[number])
    for each in directives(document.source.lines):
        line, start, end = lines[each.line - 1], each.column - 1, each.end_column - 1
        lines[each.line - 1] = line[:start] + MASK * (end - start) + line[end:]
    return _masked(lines, _CODE_MASKS)


def prose(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines outside code, with all else masked that is no prose."""
    return _masked(lines, _MASKS)


def words(lines: Iterable[str]) -> Counter[str]:
    """How often each word stands in the lines; ``’`` counts as ``'``."""
    found = Counter(WORD.findall("\n".join(lines).replace("’", "'")))
    for word in [word for word in found if len(word) > _LONGEST_WORD]:
        del found[word]  # no language has it; whoever looks for its neighbours looks for ever
    return found


def _masked(lines: Sequence[str], masks: Iterable[tuple[str, re.Pattern[str]]]) -> tuple[str, ...]:
    text = "\n".join(lines)
    for needs, pattern in masks:
        if needs in text:
            text = pattern.sub(_cover, text)
    return tuple(text.split("\n")) if lines else ()


def _cover(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _hidden(blocks: Iterable[Block], lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line of each stretch that is no prose."""
    for block in blocks:
        if block.kind not in _NOT_PROSE:
            yield from _hidden(block.children, lines)
        elif _is_indented_prose(block, lines):
            numbers = range(block.line, block.end_line + 1)
            yield from ((each, each) for each in numbers if _CODE_SIGN.search(lines[each - 1]))
        else:
            yield block.line, block.end_line


def _is_indented_prose(block: Block, lines: Sequence[str]) -> bool:
    """Whether it is code only because somebody indents sentences far."""
    if block.kind is not BlockKind.CODE or _FENCE.match(lines[block.line - 1]):
        return False
    return reads_as_english(words([block.text]))
