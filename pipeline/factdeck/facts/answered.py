"""The walk through a document in which a text may take the blocks below it as its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factdeck.facts.draft import Context, Draft, Piece, Shape
from factdeck.facts.text import plain
from factdeck.facts.walk import Event, Lines, Reader, _Walk
from factdeck.model import Block, BlockKind, Use

_ENDS = (BlockKind.HEADING, BlockKind.RULE)


def walk(blocks: Sequence[Block], read: Reader, context: Context) -> Iterator[Event]:
    """Drafts and structure of a document, in order; ``read`` asks the syntaxes.

    Paragraphs, items and callouts are first asked about as cards: together with the blocks
    below or inside them. Those that a card takes are not read a second time. ``context`` is
    what is known of the document as a whole.
    """
    yield from _Answered(read).through(blocks, context)


class _Answered(_Walk):
    __slots__ = ()

    def _paragraph(
        self, block: Block, below: Sequence[Block], context: Context
    ) -> tuple[Context, int, Iterable[Event]]:
        taken, drafts = self._card(block, _section(below), context)
        if drafts:
            head = Lines(block.line, block.end_line, Use.STRUCTURE, "head of a table")
            return context, taken, [head, *drafts]
        return super()._paragraph(block, below, context)

    def _item(self, item: Block, context: Context) -> Iterator[Event]:
        numbered = context.under(number=item.number or 0)
        taken, drafts = self._card(item, item.children, numbered)
        if not drafts:
            yield from super()._item(item, context)
            return
        yield from drafts
        inside = context.under(parents=(*context.parents, plain(item.text)))
        yield from self.through(item.children[taken:], inside)

    def _other(self, block: Block, context: Context) -> Iterator[Event]:
        if block.kind is BlockKind.CODE:  # what of it is in no fact stays code
            yield Lines(block.line, block.end_line, Use.SKIPPED, "code")
        if block.kind is BlockKind.CALLOUT:
            taken, drafts = self._card(block, block.children, context)
            if drafts:
                yield from drafts
                yield from self.through(block.children[taken:], context)
                return
        yield from super()._other(block, context)

    def _card(
        self, block: Block, body: Sequence[Block], context: Context
    ) -> tuple[int, Sequence[Draft]]:
        """How many blocks of the body a card takes, and its drafts."""
        if not block.text:
            return 0, ()
        end_line = block.line + block.text.count("\n")
        piece = Piece(Shape.CARD, block.text, block.line, end_line, context, block, tuple(body))
        drafts = self.read(piece)
        last = max((draft.end_line or end_line for draft in drafts), default=0)
        return sum(inner.end_line <= last for inner in body), drafts


def _section(below: Sequence[Block]) -> Sequence[Block]:
    ends = (number for number, block in enumerate(below) if block.kind in _ENDS)
    return below[: next(ends, len(below))]
