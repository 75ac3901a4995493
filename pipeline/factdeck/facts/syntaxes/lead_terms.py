"""A lead term and what is said of it: ``Term: …``, ``**Term** – …``, ``Term = …``, ``Term -> …``.

A term that names a thing is defined; one that names an attribute ("Max size: 5 TB",
"Use cases: a, b, c") belongs to the thing of the heading above.

Notes:

```markdown
# Amazon S3

- **Bucket** – a container for objects
- Max size: 5 TB
```

Facts:

```text
definition | Bucket | is | a container for objects
property | Amazon S3 | Max size | 5 TB
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdeck.facts.counts import count_in
from factdeck.facts.draft import Draft, Piece, Shape, Syntax
from factdeck.facts.headings import is_generic, is_summary, thing
from factdeck.facts.text import chain, inline_list, lead, name, plain, words
from factdeck.model import FactKind, FactObject, Quantity, Sentence

_TERM_WORDS = 7
_OPTION = re.compile(r"\W?[A-Za-z]\W?")
"""A letter of its own is no term: "C: false" is one of several answers."""
_ARROW_WORDS = 4
_MEMBER_WORDS = 5
_MEMBERS = 3
_UNLIKE = 4
_ATTRIBUTE = re.compile(
    r"\b(?:max(?:imum)?|min(?:imum)?|default|limit|size|duration|timeout|time|price|pricing|costs?|port|protocols?|"
    r"layer|range|speed|throughput|latency|retention|durability|availability|capacity|storage|location|scope|owner|"
    r"access|methods?|frequency|format|syntax|examples?|use cases?|benefits?|features?|types?|"
    r"kinds?|sources?|options|strategies|models|modes|classes|levels|tiers|settings|states|"
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
_NAMES = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*")
_SAYS = re.compile(
    r"(?P<verb>requires|uses|supports|needs|allows|provides|contains|stores|sends|receives|"
    r"includes|returns|(?:used|protected|attached|applied|connected|integrated|stored|managed|"
    r"defined|charged|billed|backed|located|hosted) (?:for|to|in|by|with|on|from|as)|based on)\s+"
    r"(?P<rest>\S.*)",
    re.I | re.S,
)
_AMOUNT = re.compile(
    r"\W*(?:\d|millions?\b|billions?\b|up to\b|at (?:least|most)\b|max\b|min\b)", re.I
)
_NO_TERM = re.compile(
    r"(?:to|from|by|in|on|at|for|with|of|as|von|zu|bei|mit|für|nach)$|"
    r"(?:it|it['’]s|this|that|these|those|they|there|es|dies|das ist)\b(?!\w)",
    re.I,
)
_NUMBERED = re.compile(
    r"(?P<noun>layer|port|level|tier|version|phase|stage|class|schicht|ebene|stufe)\s+"
    r"(?P<number>[\w.]+)",
    re.I,
)
_VERSUS = re.compile(r"\b(?:vs|versus)\b", re.I)
_OF_NOTHING = re.compile(
    r"(?:for|by|via|through|with|without|when|if|in|on|at|to|from|as|between|while|after|before|"
    r"during|für|bei|mit|ohne|wenn|im|in|zu)\s",
    re.I,
)
"""No term begins like this, and no meaning."""
_RANGE = re.compile(r".*\d\s*\S{0,4} - \W?\d+\b", re.S)
"""A dash between two numbers is a range ("1850 - 1910"), not what a term means."""
_MEASURE = re.compile(r"\d[\d.,]*\s?[^\W\d_]{1,5}(?:/s)?")
_BESIDE = re.compile(
    r"\([^()]*\)$|(?:this|that|these|those|it|they|which|so|and|but|or|then|also|das|dies|diese|es)\b",
    re.I,
)
"""What follows a dash when the words before it are no term: a remark, or the rest of a sentence."""
_IMPERATIVE = re.compile(
    r"(?:\(?optional\)?:?\s+)?(?:add|analy[sz]e|calculate|combine|convert|determine|divide|flip|"
    r"insert|replace|split|apply|assign|build|change|check|choose|click|configure|confirm|connect|copy|"
    r"create|define|delete|deploy|disable|display|edit|enable|estimate|forecast|ensure|enter|exit|find|get|go|identify|install|"
    r"launch|make|mark|modify|manage|monitor|move|obtain|open|plan|press|remove|restart|review|run|save|select|set|show|specify|"
    r"start|stop|test|turn|update|upload|use|verify|view|write)\s+\S",
    re.I,
)
"""Terms that tell what to do are no names: "Enable the port: no shutdown"."""
_REMARK = re.compile(
    r"(?:please note|note|notes|nb|tip|exam tip|(?:option|step|part|case|scenario)\W*\d*|"
    r"hint|important|remember|warning|caution|achtung|hinweis|"
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
    if (
        _OPTION.fullmatch(term)
        or not bare
        or words(bare) > _TERM_WORDS
        or bare.endswith((".", "!"))
        or not plain(rest)
    ):
        return
    named = sum(
        bool(_NAMES.fullmatch(word)) for word in re.findall(r"\S+", re.sub(r"[^\w\s]", "", bare))
    )
    if 2 * named < words(bare) or _EXAMPLE.match(plain(rest)):
        return
    if mark in "-–—" and (_OF_NOTHING.match(rest) or _RANGE.match(f"{bare} - {plain(rest)}")):
        return
    if _NO_TERM.match(bare):
        return
    if _BESIDE.match(plain(rest)) or not _NAMES.search(bare) or _VERSUS.search(bare):
        return
    if _EXAMPLE.match(bare) or _REMARK.match(bare):
        yield _remark(piece, bare, rest)
    elif not (_VERB.search(bare) or "://" in term):
        yield _draft(piece, bare, rest, bold=term.startswith(("**", "__")), defines=mark == "=")


_EXAMPLE = re.compile(r"(?:e\.g|ex|for example|for instance|examples?|beispiele?|z\.b)\b", re.I)


def _arrow(text: str) -> tuple[str, str, str] | None:
    links = chain(text)
    if re.match(r"\W*[-=]*[>→⇒➔]", text):
        return None
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
    attribute = is_generic(term) or bool(_ATTRIBUTE.search(term))
    attribute = attribute or not _is_thing(term, bold) or term.lower() in piece.context.common
    attribute = attribute or bool(_FACET.search(piece.context.label) or _IMPERATIVE.match(term))
    attribute = attribute or bool(_AMOUNT.match(rest) or _MEASURE.fullmatch(term))
    attribute = attribute or len(_listed(rest)) >= _MEMBERS
    if _in_summary(piece) and not _ATTRIBUTE.search(term):
        attribute = False
    if not defines and attribute and subject and subject.lower() != term.lower():
        kind, value = _value(term, rest)
        return Draft(kind, subject, term, value, piece.text, piece)
    if numbered := _NUMBERED.fullmatch(plain(rest)):
        noun, number = numbered["noun"].lower(), numbered["number"]
        return Draft(FactKind.PROPERTY, term, noun, number, piece.text, piece)
    if _IMPERATIVE.match(term) or _OF_NOTHING.match(term) or _OF_NOTHING.match(rest):
        return Draft(FactKind.STATEMENT, subject, "", piece.text, piece.text, piece)
    if said := _SAYS.fullmatch(rest):
        return Draft(FactKind.PROPERTY, term, said["verb"].lower(), said["rest"], piece.text, piece)
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


def _in_summary(piece: Piece) -> bool:
    """Whether the label or heading is a summary of no one thing: its lead terms are the things."""
    context = piece.context
    above = context.label or (context.headings[-1] if context.headings else "")
    return is_summary(above) and not thing(above)


def _listed(rest: str) -> tuple[str, ...]:
    """The members when the rest of a line is a list of short, alike members."""
    parts = inline_list(rest)
    lengths = [words(plain(part)) for part in parts] or [0]
    if any(_VERB.search(part) for part in parts):
        return ()
    alike = max(lengths) <= _MEMBER_WORDS and not (min(lengths) == 1 and max(lengths) >= _UNLIKE)
    return parts if alike else ()


def _value(term: str, rest: str) -> tuple[FactKind, FactObject]:
    listed = _listed(rest)
    many = term.lower().rstrip(")").endswith("s") or bool(_ATTRIBUTE.search(term))
    if len(listed) >= _MEMBERS and many:
        return FactKind.ENUMERATION, listed
    if (count := count_in(plain(rest))) and words(plain(rest)) <= _MEMBER_WORDS:
        return FactKind.COUNT, Quantity(count.number, count.noun, count.text)
    return FactKind.PROPERTY, rest


SYNTAX = Syntax("lead-terms", 40, Shape.TEXT, read)
