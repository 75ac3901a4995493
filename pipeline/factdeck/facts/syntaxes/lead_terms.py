"""A lead term and what is said of it: ``Term: …``, ``**Term** – …``, ``Term = …``, ``Term -> …``.

A term that names a thing is defined; one that names an attribute ("Max size: 5 TB",
"Use cases: a, b, c") belongs to the thing of the heading above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.counts import count_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.headings import is_generic
from factdeck.facts.text import chain, inline_list, lead, name, plain, words
from factdeck.model import FactKind, FactObject, Quantity, Sentence

_TERM_WORDS = 7
_ARROW_WORDS = 4
_MEMBER_WORDS = 5
_MEMBERS = 3
_ATTRIBUTE = re.compile(
    r"\b(?:max(?:imum)?|min(?:imum)?|default|limit|size|duration|timeout|time|price|pricing|costs?|port|protocols?|"
    r"layer|range|speed|throughput|latency|retention|durability|availability|capacity|storage|location|scope|owner|"
    r"access|methods?|frequency|format|syntax|examples?|use cases?|benefits?|features?|types?|"
    r"kinds?|sources?|"
    r"destinations?|channels?|requirements?|support(?:s|ed)?|works?|integrat\w+|note|purpose|"
    r"größe|dauer|preis|anschluss|schicht|bereich|bedeutung|verwendung|arten?|beispiele?)\b",
    re.I,
)
_FACET = re.compile(
    r"\b(?:benefits?|features?|(?:dis)?advantages?|use cases?|characteristics|limitations?|"
    r"pros|cons|"
    r"how it works|vorteile|nachteile|merkmale)\b",
    re.I,
)
"""Labels whose lists say something of the thing above, whatever their items begin with."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|can|must|should|will|has|have|does|do|ist|sind|kann|muss|hat)\b", re.I
)
_REMARK = re.compile(
    r"(?:note|notes|nb|tip|exam tip|hint|important|remember|warning|caution|achtung|hinweis|"
    r"merke)$",
    re.I,
)


def read(piece: Piece) -> Iterator[Draft]:
    """The term and the rest of the line."""
    split = lead(piece.text) or _arrow(piece.text)
    if not split:
        return
    term, rest, mark = split
    bare = name(term)
    if not bare or words(bare) > _TERM_WORDS or bare.endswith((".", "!")) or not plain(rest):
        return
    if _EXAMPLE.match(bare) or _REMARK.match(bare):
        yield _remark(piece, bare, rest)
    elif not (_VERB.search(bare) or "://" in term):
        yield _draft(piece, bare, rest, bold=term.startswith(("**", "__")), defines=mark == "=")


_EXAMPLE = re.compile(r"(?:e\.g|ex|for example|for instance|examples?|beispiele?|z\.b)\b", re.I)


def _arrow(text: str) -> tuple[str, str, str] | None:
    links = chain(text)
    if len(links) != 2 or words(plain(links[0])) > _ARROW_WORDS:
        return None
    return links[0].strip(), links[1].strip(), "->"


def _remark(piece: Piece, term: str, rest: str) -> Draft:
    example = bool(_EXAMPLE.match(term))
    context = piece.context
    sentence = Sentence.EXAMPLE if example else context.sentence
    reason = "an example" if example else ""
    return Draft(
        FactKind.STATEMENT, context.subject, term.lower(), rest, piece.text, piece,
        sentence=sentence, no_card=reason,
    )  # fmt: skip


def _draft(piece: Piece, term: str, rest: str, *, bold: bool, defines: bool) -> Draft:
    subject = piece.context.subject
    attribute = is_generic(term) or bool(_ATTRIBUTE.search(term)) or not _is_thing(term, bold)
    attribute = attribute or bool(_FACET.search(piece.context.label))
    if not defines and attribute and subject and subject.lower() != term.lower():
        kind, value = _value(rest)
        return Draft(kind, subject, term, value, piece.text, piece)
    predicate = (
        piece.context.label if piece.context.label and not is_generic(piece.context.label) else "is"
    )
    return Draft(FactKind.DEFINITION, term, predicate, rest, piece.text, piece)


def _is_thing(term: str, bold: bool) -> bool:
    """Whether a term names a thing of its own: bold, an acronym, or capitals in most words."""
    found = [
        word for word in re.findall(r"[^\W_][\w.&/-]*", term) if len(word) > 3 or word.isupper()
    ]
    capitals = sum(not word[0].islower() for word in found)
    return (
        bold
        or bool(re.search(r"[A-Z0-9]{2}|[a-z][A-Z]", term))
        or (len(found) > 1 and capitals == len(found))
    )


def _value(rest: str) -> tuple[FactKind, FactObject]:
    listed = inline_list(rest)
    if len(listed) >= _MEMBERS and all(words(plain(part)) <= _MEMBER_WORDS for part in listed):
        return FactKind.ENUMERATION, listed
    if (count := count_in(plain(rest))) and words(plain(rest)) <= _MEMBER_WORDS:
        return FactKind.COUNT, Quantity(count.number, count.noun, count.text)
    return FactKind.PROPERTY, rest


SYNTAX = Syntax("lead-terms", 40, Shape.TEXT, read)
