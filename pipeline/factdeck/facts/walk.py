"""Document → drafts: goes through the blocks in order and asks the syntaxes about each piece."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factdeck.facts import headings as titles
from factdeck.facts.draft import Context, Draft, Piece, Shape
from factdeck.facts.prose import below_pictures, one_line, pieces
from factdeck.facts.text import lead, name, plain, sentences, words
from factdeck.model import Block, BlockKind, FactKind, Sentence, Use


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that give no fact, and why."""

    first: int
    last: int
    use: Use
    why: str


Reader = Callable[[Piece], Sequence[Draft]]
Event = Draft | Lines

_LABEL_END = re.compile(
    r"(?:\b(?:are|is|as|of|with|by|for|to|from|include[sd]?|including|supports?|contains?|"
    r"provides?|consists?|using|has|have|sind|ist|umfasst|enthält)|:)\W*$",
    re.I,
)
_EXAMPLE = re.compile(
    r"\W*(?:e\.g\.|ex(?:ample|amples)?\b|for example|for instance|z\.\s?b\.|(?:zum )?beispiel)",
    re.I,
)
_CODE = re.compile(r"\W*(`+)[^`]+\1\W*")
_DATA = re.compile(r"\s*[{\[]?\s*[\"'][^\"']+[\"']\s*:\s*\S.*[,}\]\"'{\[\d]\s*")
_SUPPOSED = re.compile(
    r"^examples?\b|^beispiele?\b|\b(?:for example|for instance|zum beispiel)\b|"
    r"^(?:consider|suppose|imagine|assume|let's say|given|angenommen)\b|"
    r"\bfollowing (?:setup|scenario|example|network|topology|configuration)\b",
    re.I,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SUMMARY = re.compile(r"\b(?:summary|recap|zusammenfassung)\b", re.I)
_QUESTION = re.compile(r"\?(?:\s*\([^()]*\))?[^\w?]*$")
_OPTION = re.compile(r"\W*[A-Ha-h][.)]\s+\S")
_BOLD = re.compile(r"[^\w*]*(?:\*\*|__)(?P<text>[^*]+?)(?:\*\*|__)\W*")
_LINK = re.compile(r"\W*(?:\[[^\]]*\]\([^)]*\)|\[\[[^\]]*\]\]|(?:https?://|www\.)\S+)\W*")
_NAME_WORDS, _LABEL_WORDS = 7, 16
_PICTURE = "image without words"
_ANSWER_LINES = 8
_LONGEST = 3000
_AHEAD = 100
"""So many blocks below a paragraph are looked at: to look at all takes quadratic time."""


def walk(blocks: Sequence[Block], read: Reader, context: Context) -> Iterator[Event]:
    """Drafts and structure of a document, in order; ``read`` asks the syntaxes.

    ``context`` is what is known of the document as a whole.
    """
    yield from _Walk(read).through(blocks, context)


@dataclass(frozen=True, slots=True)
class _Walk:
    read: Reader

    def through(self, blocks: Sequence[Block], context: Context) -> Iterator[Event]:
        stack: tuple[tuple[int, str], ...] = ()
        outer = context
        index = 0
        while index < len(blocks):
            block = blocks[index]
            if block.kind is BlockKind.HEADING:
                stack = (*(h for h in stack if h[0] < block.level), (block.level, block.text))
                context = _under_headings(outer, [text for _, text in stack])
                taken, events = self._heading(block, _section(blocks, index), context)
                yield from events
                index += taken
            elif block.kind is BlockKind.PARAGRAPH:
                if index and blocks[index - 1].kind is BlockKind.RULE and _sums_up(block.text):
                    context = context.under(subject="")
                below = blocks[index + 1 : index + 1 + _AHEAD]
                context, governs, events = self._paragraph(block, below, context)
                yield from events
                index += governs
            else:
                if block.kind is BlockKind.RULE:
                    context = context.under(label="")
                yield from self._other(block, context)
            index += 1

    def _heading(
        self, block: Block, body: Sequence[Block], context: Context
    ) -> tuple[int, Iterable[Event]]:
        """A heading; as a question it takes its section with it."""
        piece = Piece(
            Shape.HEADING, block.text, block.line, block.end_line, context, None, tuple(body)
        )
        drafts = self.read(piece)
        if drafts and max(draft.end_line for draft in drafts) > block.end_line:
            return len(body), drafts
        why = "heading" if name(block.text) else "empty heading"
        return 0, [*drafts, Lines(block.line, block.end_line, Use.STRUCTURE, why)]

    def _paragraph(
        self, block: Block, below: Sequence[Block], context: Context
    ) -> tuple[Context, int, Iterable[Event]]:
        """A paragraph, or the label of what follows: (context from here, blocks taken, events)."""
        *prose, last = block.text.split("\n")
        label_line = block.end_line
        if self._labels_list(block, below, context):
            events = [*self._prose("\n".join(prose), block.line, context)] if prose else []
            labelled = context.under(label=name(last))
            return context, 1, [*events, *self._list(below, last, label_line, labelled)]
        if _stands_alone(block.text) and not self.read_text(block.text, block, context):
            heading = name(block.text)
            subject = titles.thing(block.text) or context.subject
            labelled = context.under(label=heading)
            if not titles.is_generic(heading) and not block.text.rstrip("*_ ").endswith(":"):
                labelled = context.under(subject=subject, label="")
            return labelled, 0, [Lines(block.line, block.end_line, Use.STRUCTURE, "label")]
        return context, 0, self._prose(block.text, block.line, context)

    def _labels_list(self, block: Block, below: Sequence[Block], context: Context) -> bool:
        """Whether the last line of a paragraph is the label of a list, and not of a card."""
        prose, _, last = block.text.rpartition("\n")
        if not below or below[0].kind is not BlockKind.LIST or not is_label(last):
            return False
        if not prose:
            return True
        whole = Piece(Shape.PARAGRAPH, block.text, block.line, block.end_line, context)
        return all(draft.kind is not FactKind.QUESTION for draft in self.read(whole))

    def read_text(self, text: str, block: Block, context: Context) -> Sequence[Draft]:
        """What the syntaxes make of a text; that it is a statement does not count."""
        drafts = self.read(Piece(Shape.TEXT, text, block.line, block.end_line, context))
        return [draft for draft in drafts if draft.kind is not FactKind.STATEMENT]

    def _prose(self, text: str, line: int, context: Context) -> Iterator[Event]:
        shown, text = below_pictures(text)
        if shown:
            yield Lines(line, line + shown - 1, Use.SKIPPED, _PICTURE)
            line += shown
        whole = Piece(Shape.TEXT, text, line, line + text.count("\n"), context)
        if "\n" in text and (drafts := self.read(replace(whole, shape=Shape.PARAGRAPH))):
            yield from drafts
            return
        for first, last, part in pieces(text):
            yield from self._text(part, line + first, line + last, context)

    def _text(self, text: str, line: int, end_line: int, context: Context) -> Iterator[Event]:
        if len(text) > _LONGEST:
            yield Lines(line, end_line, Use.SKIPPED, f"a sentence of over {_LONGEST} characters")
            return
        if not plain(text):
            why = _PICTURE if "![" in text else "no words"
            yield Lines(line, end_line, Use.SKIPPED, why)
            return
        piece = Piece(
            Shape.TEXT, text, line, end_line, context.under(sentence=_sentence(text, context))
        )
        drafts = self.read(piece)
        yield from drafts
        if not drafts:
            why = "a link only" if _LINK.fullmatch(text) else "says nothing that could be asked"
            yield Lines(line, end_line, Use.SKIPPED, why)

    def _list(
        self, below: Sequence[Block], label: str, label_line: int, context: Context
    ) -> Iterator[Event]:
        """The list at the head of ``below``, with the line that governs it ("" without one)."""
        block, *after = below
        context = context.under(list=f"L{block.line}")
        if len(block.children) > 2 and all(_OPTION.match(item.text) for item in block.children):
            context = context.under(sentence=Sentence.QUIZ)
        body = _until_heading(after)
        piece = Piece(Shape.LIST, label, label_line, block.end_line, context, block, body)
        drafts = self.read(piece)
        yield from drafts
        if label and not drafts:
            yield Lines(label_line, label_line, Use.STRUCTURE, "label")
        listed = {
            member for draft in drafts if isinstance(draft.object, tuple) for member in draft.object
        }
        for item in block.children:
            if item.children or " ".join(item.text.split()) not in listed:
                yield from self._item(item, context)

    def _item(self, item: Block, context: Context) -> Iterator[Event]:
        inner = item.children
        below = inner[0] if inner and inner[0].kind is BlockKind.LIST else None
        end_line = item.line + item.text.count("\n")
        shown, text = below_pictures(item.text)
        line, text = item.line + shown, one_line(text)
        if shown:
            yield Lines(item.line, line - 1, Use.SKIPPED, _PICTURE)
        inside = context.under(parents=(*context.parents, plain(text)))
        if below and text and is_label(text):
            labelled = _labelled(inside, text)
            yield from self._list(inner, text, end_line, labelled)
            inner = inner[1:]
        elif below and text and _is_name(text):
            inside = inside.under(subject=name(text), label="")
            yield from self._named(text, line, end_line, context)
        elif text:
            numbered = context.under(number=item.number or 0)
            piece = Piece(Shape.TEXT, text, line, end_line, numbered, item)
            yield from self._item_text(piece)
            if term := lead(text):
                inside = inside.under(subject=name(term[0]), label="")
        yield from self.through(inner, inside)

    def _item_text(self, piece: Piece) -> Iterator[Event]:
        context = piece.context.under(sentence=_sentence(piece.text, piece.context))
        parts = list(sentences(piece.text))
        if len(parts) > 1 and all(words(part) > 3 for _, part in parts) and not lead(piece.text):
            for _, part in parts:
                yield from self._text(part, piece.line, piece.end_line, context)
        else:
            yield from self._text(piece.text, piece.line, piece.end_line, context)

    def _named(self, text: str, line: int, end_line: int, context: Context) -> Iterator[Event]:
        """An item that only names what its own list is about; it may still expand an acronym."""
        drafts = self.read_text(text, Block(BlockKind.ITEM, line, end_line), context)
        yield from drafts
        if not drafts:
            yield Lines(line, end_line, Use.STRUCTURE, "names the items below it")

    def _other(self, block: Block, context: Context) -> Iterator[Event]:
        kind = block.kind
        if kind is BlockKind.LIST:
            yield from self._list([block], "", block.line, context)
        elif kind in (BlockKind.TABLE, BlockKind.DEFINITIONS, BlockKind.CODE, BlockKind.MATH):
            yield from self._whole(block, context)
        elif kind is BlockKind.QUOTE:
            yield from self.through(block.children, context.under(sentence=Sentence.QUOTATION))
        elif kind is BlockKind.CALLOUT:
            yield Lines(block.line, block.line, Use.STRUCTURE, "callout")
            label = name(block.text) or block.info
            yield from self.through(block.children, context.under(label=label))
        elif kind is BlockKind.HTML:
            yield Lines(block.line, block.end_line, Use.SKIPPED, "HTML")
        else:
            yield Lines(block.line, block.end_line, Use.STRUCTURE, kind.value)

    def _whole(self, block: Block, context: Context) -> Iterator[Event]:
        shapes = {BlockKind.TABLE: Shape.TABLE, BlockKind.DEFINITIONS: Shape.DEFINITIONS}
        shape = shapes.get(block.kind, Shape.CODE)
        context = context.under(table=f"T{block.line}") if shape is Shape.TABLE else context
        drafts = self.read(Piece(shape, block.text, block.line, block.end_line, context, block))
        yield from drafts
        if not drafts:
            why = "code" if block.kind is BlockKind.CODE else f"{block.kind} without a question"
            yield Lines(block.line, block.end_line, Use.SKIPPED, why)


def is_label(text: str) -> bool:
    """Whether a line only governs the list below it: "Use cases:", "**Features**", "It has"."""
    bare = plain(text)
    if not bare or words(bare) > _LABEL_WORDS:
        return False
    return (
        bool(_LABEL_END.search(bare))
        or titles.is_generic(bare)
        or bool(_BOLD.fullmatch(text.strip()))
    )


def _is_name(text: str) -> bool:
    bare = plain(text)
    return words(bare) <= _NAME_WORDS and not bare.endswith((".", "?", "!")) and not lead(text)


def _stands_alone(text: str) -> bool:
    """A bold line, or a short one with a colon at its end: a label for what follows."""
    if "\n" in text:
        return False
    bare = plain(text)
    return bool(_BOLD.fullmatch(text.strip())) or (
        bare.endswith(":") and words(bare) <= _NAME_WORDS
    )


def _sums_up(text: str) -> bool:
    """Whether a label after a rule announces a summary of all that stands above."""
    return _stands_alone(text) and bool(_SUMMARY.search(text))


def _labelled(context: Context, text: str) -> Context:
    """The context of a list below "Features:" (a label) or "Lambda:" (a thing)."""
    bare = name(text)
    short = _BRACKETS.sub("", bare)
    capitals = all(not word[0].islower() for word in re.findall(r"[^\W_]\S{3,}|^\S+", short))
    if titles.is_generic(bare) or words(short) > 4 or not capitals or _LABEL_END.search(bare):
        return context.under(label=bare)
    return context.under(subject=bare, label="")


def _under_headings(outer: Context, texts: Sequence[str]) -> Context:
    above = tuple(name(text) for text in texts if name(text))
    subject = outer.subject
    for text in texts:
        subject = titles.thing(text) or ("" if titles.resets(text) else subject)
    last = name(texts[-1])
    label = last if titles.is_generic(last) else titles.facet(last)
    return outer.under(
        headings=(*outer.headings, *above),
        subject=subject,
        label=label,
    )


def _section(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """The blocks under a heading when they are few enough for an answer, else none."""
    body = []
    for block in blocks[index + 1 :]:
        if block.kind is BlockKind.HEADING or block.kind is BlockKind.RULE:
            break
        body.append(block)
        if block.end_line - body[0].line >= _ANSWER_LINES:
            return ()
    return body


def _until_heading(blocks: Sequence[Block]) -> tuple[Block, ...]:
    headings = (n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADING)
    return tuple(blocks[: next(headings, len(blocks))])


def _sentence(text: str, context: Context) -> Sentence:
    if context.sentence is not Sentence.STATEMENT:
        return context.sentence
    if _CODE.fullmatch(text) or _DATA.fullmatch(text):
        return Sentence.CODE
    if _QUESTION.search(plain(text)):
        return Sentence.QUESTION
    if _EXAMPLE.match(text) or _SUPPOSED.search(context.label):
        return Sentence.EXAMPLE
    return Sentence.STATEMENT
