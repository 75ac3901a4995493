"""Why what was read out of free notes is better not asked: no card is better than a poor one.

A term or label must name something, and what is said of it must be an answer. Tables and what an
author wrote as a card are never doubted.
"""

from __future__ import annotations

import re

from factdeck.cards.circles import answers_with_command, is_circular
from factdeck.cards.draft import NoCard
from factdeck.cards.origin import LABEL_WORDS
from factdeck.cards.words import stems
from factdeck.facts.headings import is_generic
from factdeck.facts.text import chain, inline_list, lead, plain, words
from factdeck.model import Fact, FactKind

_LINK = re.compile(
    r"(?:\W*(?:(?:ref|see|docs?|link|siehe)\W+)?"
    r"(?:https?://\S+|\[[^\[\]]*\]\([^)]*\)|<https?://[^>]*>|\[\[[^\[\]]*\]\]))+\W*",
    re.I,
)
_KEY = re.compile(r"\b(?:answers?|antwort(?:en)?|lösung(?:en)?)$", re.I)
MEANING = re.compile(r"descriptions?|definitions?|explanations?|beschreibung|erklärung", re.I)
"""Heads of a table and labels that ask what something is."""
_FRAGMENT = re.compile(
    r"(?:it|he|she|we|you|i|they|this|that|these|those|there|here|if|when|while|because|and|or|but|"
    r"so|then|also|who|whose|per|via|on|in|as|for|to|of|at|by|from|with|without|into|once|after|"
    r"before|during|until|now|not|no|too|es|wir|wenn|dann|und|oder|aber|auch)(?:['’]\w+)?\s(?![-–—:])"
    r"|(?:it|we|you|they|that|there|here|let|i)['’]",
    re.I,
)
_COUNTED = re.compile(r"\d+\s+[a-zäöü]|(?:one|each|every|any|all|ein|jede\w*|alle)\s", re.I)
_QUOTED = re.compile(r"[\"'].*[\"']\s*,?")
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))

_DOES = re.compile(
    r"(?:add|analy[sz]e|attach|avoid|calculate|combine|configure|connect|convert|create|define|"
    r"delete|deploy|describe|determine|disable|divide|enable|ensure|enter|explain|generate|identify|"
    r"implement|improve|increase|insert|install|keep|maintain|make|manage|modify|obtain|prevent|"
    r"provide|protect|reduce|remove|restart|restore|save|select|specify|summari[sz]e|understand|"
    r"verify)\s",
    re.I,
)
_DOES_THAT = re.compile(
    r"(?:apply|assign|block|build|change|check|choose|click|copy|display|edit|exit|filter|"
    r"find|forward|get|go|launch|mark|monitor|move|open|plan|press|replace|review|run|send|set|"
    r"show|split|start|stop|store|test|turn|update|upgrade|upload|use|view|write)\s"
    r"(?:an?|the|your|our|all|any|each|every|it|them|one|two|new|existing|from|to|on|off|up|via|"
    r"with|for|in|by|if|down|back|out)\b",
    re.I,
)
"""Words that may be nouns as well ("Use case") tell what to do only before an object."""
_SMALL_WORD = re.compile(
    r"\b(?:an?|the|your|our|its?|to|of|for|in|on|at|by|with|from|via|and|or)\b"
)
_QUALITY = re.compile(
    r"(?:is|are|fully|highly|very|more|less|easily|easy|no|not|higher|lower|larger|smaller)\s.*"
    r"|(?:[\w-]+[- ])?(?!t?able\b|(?:vari|en|dis)able)\w+[ai]ble"
    r"(?:\s(?:by|to|in|for|with|system)\b.*)?"
    r"|limited (?:by|to|in)\s.*|(?:cheap|secure|fast|simple)(?:\s\w+ed)?",
    re.I,
)
"""Labels that say what a thing is like: as questions they ask for yes or no."""
_ABOUT_TEXT = re.compile(
    r"related|see also|tags?|refs?|references?|links?|author|updated|previous|problem|solution|"
    r"situation|score|quelle|siehe auch|datum",
    re.I,
)
_PRAISE = re.compile(
    r"\b(?:benefits?|(?:dis)?advantages?|pros|cons|drawbacks?|why|goals?|challenges|risks|"
    r"use cases?|best practices|vorteile|nachteile)\b",
    re.I,
)
_HARD = re.compile(r"\d|`")
"""A number or code: what a benefit can be asked for."""
_REMARK = re.compile(
    r"\([^()]*\)\W*|.*!|less common\b.*"
    r"|(?:we|you|i|they)\s(?!to\b).*|(?:just|also|then|so|if|because|good|great|best|same|similar\w*|like|still|"
    r"don['’]t|and|or|but|very|too|see|refer|e\.g|i\.e|etc|hence|thus|therefore|however|which|important|"
    r"especially|typically|generally|gut|"
    r"auch|siehe)\s.*",
    re.I | re.S,
)
_LABELLED = re.compile(r"[.;]\s+[-•*]\s+\S|(?:\A|[.:\s])[A-ZÄÖÜ][\w-]+(?: \w+)?:\s+(?=\S)")
_NAME = re.compile(r"(?:[^\W\d_a-zäöüß]|\d)\S*|and|&|/")
_NO_MEANING = re.compile(
    r"(?:no|not|can|cannot|will|has|needs?|requires?|operates?|works?|should|must|scales?|"
    r"defaults?|up to|max\w*|min\w*|at (?:least|most)|supports? up|ensures?|optimi[sz]ed|"
    r"calculated|allocates?)\s",
    re.I,
)
"""What begins so is said of a thing, but does not say what it is."""
_NUMBER = re.compile(r"\W*\d[\d.,]*\s?%?\W*")
_LINKED = re.compile(r"(?:\S+\s+){0,3}(?:<?https?://\S+|\[[^\]]*\]\(http\S+\))\W*")
_USED_FOR = re.compile(r"\bus(?:ed|es|age)\b(?:\s\w+)*?\s(?:for|to|in|of)\b", re.I)
_PART_OF_TEXT = re.compile(
    r"(?:roles?|functions?|behaviou?rs?|operations?|process(?:es)?|usage|result|results|configuration|"
    r"verification|commands?|syntax|implementation|importance|impact|outcome|setup|formula|structure|"
    r"capacity|format|size|learning|mitigations?|prevention|detection)",
    re.I,
)
_ASKS_FOR_NAME = re.compile(
    r"\s(?:of|for|by|with|in|on|from|to|that|which|used|von|für|mit)\s|(?<=[a-rt-z])s$"
)
"""Terms that ask for names: "Query language of X", "API styles"."""
_ACRONYM = re.compile(r"[A-Z]{2}|[a-z][A-Z]|\d")
_NAME_WORDS, _MANY_NAMES = 3, 3
_STEPS = 3
CIRCULAR = "its meaning says its term again"
_LABEL_WORDS, _ANSWER_WORDS, _BENEFIT_WORDS = 9, 80, 9


def refuse(fact: Fact, subject: str) -> NoCard | None:
    """Why what is said of this subject cannot be asked for, or None."""
    if not re.search(r"[^\W\d_]|`\S", subject):
        return NoCard("it does not say of what")
    if fact.place.table and re.fullmatch(r"[^\W\d_]", fact.place.column):
        return NoCard("a letter heads its column")
    if says_nothing(subject):
        return NoCard("its term says nothing by itself")
    if _KEY.search(subject):
        return NoCard("an answer to a question that stands elsewhere")
    if _LINK.fullmatch(str(fact.object)):
        return NoCard("a link is no answer")
    return NoCard(why) if (why := _doubt(fact)) else None


def says_nothing(term: str) -> bool:
    """Whether a term only says what kind of text follows."""
    return is_generic(term) or bool(MEANING.fullmatch(plain(term)))


def _doubt(fact: Fact) -> str:
    """Why a definition or property is no good question, in a few words; "" when it is one."""
    if fact.place.table or fact.predicate == "stands for":
        return ""
    answer = plain(str(fact.object))
    term = fact.predicate if fact.kind is FactKind.PROPERTY else fact.subject
    if len(chain(plain(term))) >= _STEPS:
        return "its term is a chain of steps"
    said = _of_label(fact) if fact.kind is FactKind.PROPERTY else _of_meaning(fact, answer)
    return _of_term(plain(fact.subject)) or said or _of_answer(answer)


def tells_what_to_do(label: str) -> bool:
    """Whether a label is an instruction ("Save the configuration"), the name of nothing."""
    is_command = label[:1].islower() and not _SMALL_WORD.search(label)  # "configure terminal"
    return not is_command and bool(_DOES.match(label) or _DOES_THAT.match(label))


def _above(fact: Fact) -> str:
    """The item or label above a fact when it names another thing than the fact is about."""
    above = plain(fact.place.parent)
    term = (lead(above) or (above,))[0]
    return "" if fact.subject.casefold() in term.casefold() else term


def _of_term(term: str) -> str:
    if _FRAGMENT.match(term) or _COUNTED.match(term):
        return "its term is a part of a sentence"
    if any(term.count(opened) != term.count(closed) for opened, closed in _BRACKETS):
        return "its term is cut off"
    return "its term is data" if _QUOTED.fullmatch(term) else ""


def _of_label(fact: Fact) -> str:
    label, answer = plain(fact.predicate).strip(" :"), str(fact.object)
    if tells_what_to_do(plain(fact.subject)):
        return "its subject is an instruction"
    if _ABOUT_TEXT.fullmatch(label):
        return "its label is about the text"
    if tells_what_to_do(label) and "`" not in answer:
        return "an instruction is no question"
    if tells_what_to_do(label) and not answers_with_command(label, answer):
        return "a command that its label does not ask for"
    if words(re.sub(r"\([^()]*\)", "", label)) > _LABEL_WORDS:
        return "its label is a sentence"
    if _QUALITY.fullmatch(label):
        return "what a thing is like asks for yes or no"
    if words(_above(fact)) > LABEL_WORDS:
        return "says something only together with the item above it"
    above = fact.place.parent or "".join(fact.headings[-1:])
    in_general = words(answer) < _BENEFIT_WORDS and not _HARD.search(answer)
    if in_general and _PRAISE.search(above):
        return "a benefit in general words"
    return "" if "`" in answer else _of_term(label)


def _of_meaning(fact: Fact, meaning: str) -> str:
    term = plain(fact.subject)
    if tells_what_to_do(term):
        return "an instruction is no question"
    if _QUALITY.fullmatch(term):
        return "what a thing is like asks for yes or no"
    if _PART_OF_TEXT.fullmatch(term):
        return "its term says nothing by itself"
    first = stems(meaning.partition(" ")[0])
    if _NO_MEANING.match(meaning) or (first and first == stems(term)):
        return "a remark is no answer"
    if is_circular(term, meaning):
        return CIRCULAR
    if _NUMBER.fullmatch(meaning):
        return "a number is no meaning"
    if _LINKED.fullmatch(str(fact.object)):
        return "a link is no answer"
    if _USED_FOR.search(fact.place.parent):
        return "a use is no meaning"
    names = _names(meaning)
    telling = len(names) >= _MANY_NAMES or any(map(_ACRONYM.search, names))
    if telling and not _ASKS_FOR_NAME.search(term):
        return "names are no meaning"
    return ""


def _names(meaning: str) -> tuple[str, ...]:
    """The names when a meaning is nothing else ("X, Y Z, etc."): capitals and numbers only."""
    listed = inline_list(re.sub(r"\([^()]*\)", "", meaning))
    split = [each.rstrip(".… ").removesuffix(" etc").split() for each in listed]
    only = all(len(name) <= _NAME_WORDS and all(map(_NAME.fullmatch, name)) for name in split)
    return listed if only else ()


def _of_answer(answer: str) -> str:
    if _REMARK.fullmatch(answer):
        return "a remark is no answer"
    if _LABELLED.search(answer):
        return "its answer has labels of its own"
    return "its answer is too long" if words(answer) > _ANSWER_WORDS else ""
