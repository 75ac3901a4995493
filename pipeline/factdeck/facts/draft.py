"""What a syntax reads, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from factdeck.model import Block, FactKind, FactObject, Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """What stands above a piece of text.

    ``subject`` is the nearest heading or list item that names a thing; ``label`` the line
    that governs a list ("Use cases"); ``parents`` the list items above, outermost first;
    ``common`` are the words that the source writes small: no names. ``list``, ``table`` and
    ``number`` as in :class:`factdeck.model.Place`.
    """

    headings: tuple[str, ...] = ()
    subject: str = ""
    label: str = ""
    parents: tuple[str, ...] = ()
    list: str = ""
    table: str = ""
    number: int = 0
    sentence: Sentence = Sentence.STATEMENT
    common: frozenset[str] = frozenset()

    def under(self, **changes: object) -> Context:
        """The same with some of it replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the fields are known to the caller


class Shape(StrEnum):
    """What a syntax is asked about."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    DEFINITIONS = "definitions"
    CODE = "code"
    HEADING = "heading"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a document in its context.

    For TEXT (one item, sentence, line) ``text`` is all there is; PARAGRAPH is one of
    several lines, asked about before its lines or sentences are. For LIST ``text`` is the
    line that governs it ("" without one) and ``block`` the list; ``line`` is that of the
    governing line and ``body`` are the blocks after the list, up to the next heading. For
    HEADING ``block`` is none and ``body`` are the blocks below it. CARD is a paragraph, an
    item or a callout (``block``) with what may be its answer: ``body`` are the blocks inside
    it, or for a paragraph those below it; the draft's ``end_line`` says how many it takes.
    """

    shape: Shape
    text: str
    line: int
    end_line: int
    context: Context
    block: Block | None = None
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact before it has its key, tags and exact place.

    ``piece`` is where it was read; ``line`` and ``end_line`` are narrower than the
    piece's when the fact is a part of it. ``row`` and ``column`` are heads of a cell.
    """

    kind: FactKind
    subject: str
    predicate: str
    object: FactObject
    text: str
    piece: Piece
    line: int = 0
    end_line: int = 0
    row: str = ""
    column: str = ""
    both_ways: bool = False
    no_card: str = ""
    listed: int = 0
    sentence: Sentence | None = None
    syntax: str = ""


@dataclass(frozen=True, slots=True)
class Syntax:
    """One way of writing a fact.

    ``read`` gets a piece of the given shape and yields drafts, or nothing when the piece
    is not written this way. Syntaxes are asked in ``order``; the first that yields takes
    the piece. ``explicit``: the author wrote a card on purpose.
    """

    name: str
    order: int
    shape: Shape
    read: Callable[[Piece], Iterable[Draft]]
    explicit: bool = False
