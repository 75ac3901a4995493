"""The values that the stages hand on to each other.

All of them are frozen. Lines and columns count from 1, columns in code points;
an end line is inclusive, an end column exclusive. Paths use ``/``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source: from (line, column) up to (end_line, end_column)."""

    path: str
    line: int
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __post_init__(self) -> None:
        if not self.end_line:
            object.__setattr__(self, "end_line", self.line)
        if not self.end_column:
            object.__setattr__(self, "end_column", self.column)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a source that does not stop the rest; a rule of that code reports it."""

    code: str
    span: Span
    message: str


# --- sources -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the YAML head of a source may set; ``end_line`` is its last line, 0 without one."""

    deck: str = ""
    tags: tuple[str, ...] = ()
    lang: str = ""
    off: bool = False
    end_line: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    r"""One file of notes as read.

    ``path`` is what messages show and JSON holds, relative to the root of the project;
    ``name`` is what keys are made of and does not change with the working folder;
    ``file`` is where it lies. ``text`` has ``\n`` for every line end and no BOM, and keeps
    its front matter, so that line numbers are those of the file.
    """

    path: str
    name: str
    file: str
    text: str
    markdown: bool = True
    front: FrontMatter = FrontMatter()
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines, without line ends; a final line end opens no further line."""
        lines = self.text.split("\n")
        return lines[:-1] if lines[-1] == "" else lines


# --- parse -------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    QUOTE = "quote"
    CALLOUT = "callout"
    CODE = "code"
    MATH = "math"
    DEFINITIONS = "definitions"
    TERM = "term"
    MEANING = "meaning"
    RULE = "rule"
    HTML = "html"
    COMMENT = "comment"
    REFERENCE = "reference"
    FRONT_MATTER = "front-matter"


@dataclass(frozen=True, slots=True)
class Block:
    r"""A piece of a document with the lines that it stands on.

    ``text`` is the block's own inline Markdown without its marker (``#``, ``-``, ``|``),
    lines joined by ``\n``; for code it is the code. Blocks nest: LIST > ITEM > any block;
    an item's own words are its ``text``, not a child. TABLE > ROW > CELL, the first row is
    the head; DEFINITIONS > TERM, MEANING; QUOTE and CALLOUT > any block.
    ``level``: depth of a heading (1 to 6). ``number``: of an item in a numbered list.
    ``info``: language of code, kind of a callout.
    """

    kind: BlockKind
    line: int
    end_line: int
    text: str = ""
    children: tuple[Block, ...] = ()
    level: int = 0
    number: int | None = None
    info: str = ""


class Use(StrEnum):
    """What became of a line of a source."""

    FACT = "fact"
    STRUCTURE = "structure"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, order=True)
class LineUse:
    """What became of one non-blank line, and why when it is in no fact."""

    line: int
    use: Use
    why: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed source: its top-level blocks, in order.

    ``dropped`` are the lines that stand in no block, each with the reason.
    """

    source: Source
    blocks: tuple[Block, ...]
    dropped: tuple[LineUse, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- facts -------------------------------------------------------------------------------


class FactKind(StrEnum):
    """What kind of thing a fact says."""

    DEFINITION = "definition"
    PROPERTY = "property"
    ENUMERATION = "enumeration"
    COUNT = "count"
    COMPARISON = "comparison"
    STATEMENT = "statement"
    QUESTION = "question"
    CLOZE = "cloze"


class Sentence(StrEnum):
    """What kind of sentence a fact was read from."""

    STATEMENT = "statement"
    QUESTION = "question"
    QUIZ = "quiz"
    EXAMPLE = "example"
    QUOTATION = "quotation"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures: ``4``, ``kinds``, as written ``4 kinds``."""

    value: float
    unit: str
    text: str


FactObject = str | tuple[str, ...] | Quantity
"""What a fact says of its subject: Markdown text, the members of a list, or a quantity."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the structure of its source a fact stands.

    ``list`` and ``table`` are ids, unique within the source, equal for facts of one list
    or table; ``row`` and ``column`` are the heads of a table cell; ``parent`` is the text
    of the list item or label line above. ``listed``: how many members stand in the list
    that a stated count announces. ``number``: of an item in a numbered list, else 0.
    """

    list: str = ""
    table: str = ""
    row: str = ""
    column: str = ""
    parent: str = ""
    listed: int = 0
    number: int = 0
    sentence: Sentence = Sentence.STATEMENT


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a learner could be asked, with where it stands.

    ``key`` is path › headings › subject › predicate (› n), readable; ``id`` a short hash of
    it. ``predicate`` is what of the subject is said (a lead term, a column head, "types");
    for a QUESTION it is the question and ``object`` the answer. ``text`` is Markdown as
    written. ``headings`` are those above it, outermost first. ``media`` are paths as the
    source writes them. ``both_ways``: the author asks for a card in each direction.
    ``no_card``: why there is none, empty when there is one.
    """

    key: str
    id: str
    kind: FactKind
    subject: str
    headings: tuple[str, ...]
    predicate: str
    object: FactObject
    text: str
    span: Span
    syntax: str
    place: Place = Place()
    tags: tuple[str, ...] = ()
    deck: str = ""
    lang: str = ""
    media: tuple[str, ...] = ()
    both_ways: bool = False
    no_card: str = ""


# --- cards and package -------------------------------------------------------------------


class NoteKind(StrEnum):
    """Which of our note types an Anki note has."""

    BASIC = "basic"
    REVERSED = "reversed"
    CLOZE = "cloze"


@dataclass(frozen=True, slots=True, order=True)
class Media:
    """A file that a note shows: its name in Anki (with a content hash) and where it lies."""

    name: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Note:
    """An Anki note before it has an identity.

    ``front`` and ``back`` are HTML; for a cloze ``front`` is the text with its markers and
    ``back`` the extra line. ``ordinals`` are the cards that Anki will make, from 0.
    ``key`` is that of its fact, followed by what tells two notes of one fact apart.
    """

    key: str
    kind: NoteKind
    front: str
    back: str
    context: str
    source: str
    deck: str
    ordinals: tuple[int, ...]
    span: Span
    tags: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """How a note is shipped that learners have with a note type of another deck.

    ``note_type`` is the id of that note type, ``fields`` are all of its fields, as HTML.
    """

    note_type: int
    fields: tuple[str, ...]
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentifiedNote:
    """A note with its permanent GUID and the time (epoch seconds) its content last changed."""

    guid: str
    modified: int
    note: Note
    foreign: Foreign | None = None


# --- findings ----------------------------------------------------------------------------


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that a finding speaks of."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the text of a span by ``content``."""

    span: Span
    content: str


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """Edits that mend a finding; a safe one cannot change what the notes mean."""

    safe: bool
    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that a rule says about the notes.

    Findings sort by place, then code. ``fingerprint`` is made of the code and of
    what the finding speaks of, not of its line, so that it survives moved lines.
    """

    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    fix: Fix | None = field(default=None, compare=False)
