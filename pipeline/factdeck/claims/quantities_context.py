"""What the words around a number make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factdeck.claims.units import unit

_BACK = 48  # characters before a number in which its bound stands

_LINK = (
    r"(?:(?!\w)\.?[ ]?(?:of|is|are|to|[:=])?(?!\w)[ ]?"
    r"(?:(?:only|an?|the|about|around|approximately)[ ])?"
    r")[ *_~(≈]{0,4}$"
)
_BEFORE = re.compile(
    r"(?i:"
    r"(?P<most>(?<!\w)(?:up ?to|up until|as (?:much|many|high|large|long|far) as|at (?:the )?most|"
    r"(?:no|not) (?:more|longer|greater|larger|higher|bigger|later) th[ae]n|max(?:imum|imal)?|"
    r"(?:can ?not|not) exceed|capped(?: at)?|limit(?:ed)?|bis zu|höchstens)|<=|≤)"
    r"|(?P<least>(?<!\w)(?<![0-9] )(?:min|minimum|minimal))"
    r"|(?P<under>(?<!\w)(?:(?:less|fewer|lower|smaller|shorter) th[ae]n|under|below|"
    r"within|weniger als|unter)|(?<![<-])<)"
    r"|(?P<over>(?<!\w)(?:at (?:the )?least|(?:no|not) (?:less|fewer|lower|smaller) th[ae]n|"
    r"(?:more|greater|larger|bigger|longer|higher|older) th[ae]n|over|above|beyond|"
    r"exceed(?:s|ing)?|"
    r"starting (?:at|from)|mindestens|mehr als|über)|(?<![=>-])(?:>=|(?<=.)>|>(?! ))|≥)"
    r"|(?P<about>(?<!\w)(?:about|around|approx|approximately|roughly|circa|ca|nearly|almost|some|"
    r"etwa|ungefähr|rund)|[~≈])"
    r"|(?P<exact>(?<!\w)(?:only|exactly|precisely|genau|nur))"
    r"|(?P<from>(?<!\w)(?:between|zwischen|from|von))"
    rf"){_LINK}"
)
_AFTER = re.compile(
    r"[ *_]{0,4}(?i:"
    r"(?P<over>(?<! )\+(?!\w|\+| ?[0-9])|"
    r"(?:or|and|oder|und) (?:more|greater|higher|above|longer|older|up|mehr)\b|"
    r"at least\b)"
    r"|(?P<under>or (?:less|fewer|lower|below|under|shorter)\b|oder weniger\b)"
    r"|(?P<most>\(max(?:imum)?\)|max(?:imum|imal)?\b\.?|at (?:the )?most\b|(?:hard |soft )?limit\b)"
    r"|(?P<least>min(?:imum|imal)\b)"
    r")"
)
_BOUND = {
    "most": ("at most", True),
    "under": ("at most", False),
    "least": ("at least", True),
    "over": ("at least", False),
    "about": ("about", False),
    "exact": ("exact", False),
    "from": ("from", False),
}

_DENIED = {"over": "at most", "under": "at least"}
_NOT = re.compile(
    r"\b(?i:can ?not|can['’]?t|not|never|won['’]t|doesn['’]t|don['’]t|nicht)(?: [a-z]+){0,2} $"
)

_STOP = (
    "a|an|and|are|as|at|be|because|before|but|by|can|could|do|does|during|each|else|every|for|"
    "from|had|has|have|if|in|inside|into|is|it|its|may|might|must|not|of|on|or|out|per|plus|shall|"
    "should|since|so|such|than|that|the|then|there|these|they|this|those|through|times|to|under|"
    "until|up|via|was|we|were|when|where|which|while|who|will|with|within|without|would|x|you|your|"
    "aus|bei|bis|das|den|der|die|für|im|ist|mit|oder|pro|sind|und|von|zu"
)
_NOUN = rf"(?!(?i:{_STOP})\b)[^\W\d_][\w'’&-]*(?:/[A-Z][\w/]*)?"
_COUNTED = re.compile(rf"[ *_]{{1,4}}(?P<noun>{_NOUN}(?: {_NOUN}){{0,4}})")
_PLURAL = re.compile(
    r"(?!(?:series|species)$)[\w/-]*[^\Wsui0-9_]s$|(?:people|children|men|women|criteria|phenomena)$"
)
_EACH = re.compile(
    rf"(?:[*_]{{0,3}} of (?:{_NOUN}[ ]){{1,2}}|[ *_]{{0,4}})(?:\((?=per|each))?"
    r"(?:(?i:per|pro|for each|for every|in each|each)[ ](?:(?:single|individual|each)[ ])?|/[ ]?)"
    r"[*_]{0,3}"
    rf"(?P<each>[0-9]{{1,4}} [^\W\d_]+|{_NOUN}(?: {_NOUN}){{0,2}})",
)
_A_TIME = re.compile(r"[ *_]{1,4}an? (?P<each>second|minute|hour|day|week|month|year)\b")

_LABEL = re.compile(
    r"(?P<word>[^\W\d_][\w/&+-]*)(?P<colon>:)?[ ][#*_]{0,3}$"
    r"|(?:#|№|\b(?i:no|nr|fig|vol|ch|sec|pp?)\.)[ ]?$"
)
_LABELS = frozenset(
    """
    abschnitt answer appendix article aufgabe bullet case category chapter class column day
    ebene example exercise fig figure gen generation grade group id item kapitel klasse lab
    layer lecture lesson level line lvl meeting metric mode module no nr number nummer option
    page part phase pin point port priority punkt question release rfc room row rule scenario
    schicht schritt section seite slide stage step stufe table task teil term tier topic typ
    type unit v ver version vlan vol volume week weight woche zone
    """.split()
)
_OPENERS = frozenset(
    """
    a about across add after all alle allow allows and any are around as at before between bis
    both by can choose consists contain contains costs create creates das default defines der
    die each ein eine es every first for from für get gets give gives haben has hat have holds
    in includes is ist its keep keeps last lasts make makes maximum minimum mit most nach need
    needs nur of offer offers on only or over provide provides require requires run runs seit
    sind store stores support supports takes than the their there these they this those to top
    total und under use uses using with within you your
    """.split()
)
_CLOCK = re.compile(r"[ ]?(?:[ap]\.?m\b\.?|[AP]\.?M\b|o['’]clock|Uhr\b|(?i:BCE?|AD|CE)\b)")
_FACTOR = re.compile(r"[ ]?[x×*+=][ ]?[0-9]")
_LONG_LIST = 2  # figures of the last number in a list
_PRODUCT = re.compile(r"[0-9][ ]?[x×*][ ]?$")
_LETTER = re.compile(r"\w")
_LISTED = re.compile(r"\.?[.):](?:[ ]|$)|[ ][A-Z]")
_MASK = re.compile(
    r"`[^`\n]{0,400}`"
    r"|(?:\b(?:https?|ftp|s3|file)://|\bwww\.|\barn:)[^\s)>\]]+"
    r"|\]\([^)\n]{0,400}\)|\[\[[^\]\n]{0,200}\]\]|<[a-zA-Z/!][^>\n]{0,200}>"
    r"|(?<!\w)\+[0-9][0-9 ()/-]{5,20}[0-9]|(?<![\w.])802\.[0-9]{1,2}\w*"  # telephones, IEEE
    r"|\$[^$\n]{0,200}[\\^_{][^$\n]{0,200}\$"  # formulas
    r"|\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}"
)
_MONTH = (
    r"(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|"
    r"Juli|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Oktober|Nov(?:ember)?|De[cz](?:ember)?)\b\.?"
)
_DATE = re.compile(
    rf"[0-9]{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}(?:,? [0-9]{{4}})?"
    rf"|\b{_MONTH} (?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? [0-9]{{4}})?\b(?! ?[%a-z]))"
)
_VALUE_IN_CODE = re.compile(
    r"`[~<>=]{0,2} ?[$€£]?[0-9][0-9.,]*(?: ?(?:[a-zA-Zµ%]{1,12}|°[CF])(?:/s)?)?`"
)
_PROSE_IN_CODE = re.compile(r"`(?=[^`]*[ ](?:is|are|the|of|per|can|by) )[\w ,.'’%$+-]+`")
_BLANK = "\0"
_FEW = 2  # words of a singular noun: where it ends is not to be seen


@dataclass(frozen=True, slots=True)
class Around:
    """Words beside a number: what they say, and the offset at which they begin or end."""

    value: str
    offset: int
    limit: bool = False


def masked(text: str) -> str:
    """The text with code, addresses, telephone numbers and dates blanked, offset for offset."""
    return _DATE.sub(_blank, _MASK.sub(_blank, text))


def bound_before(text: str, start: int) -> Around | None:
    """The bound that ends where a number starts: "up to", "minimum of", "~"."""
    back = max(0, start - _BACK)
    found = _BEFORE.search(text[back:start])
    if not found:
        return None
    offset = back + found.start()
    kind = str(found.lastgroup)
    if kind in _DENIED and (denied := _NOT.search(text[max(0, offset - _BACK) : offset])):
        return Around(_DENIED[kind], offset - len(denied[0]), limit=True)
    return _bound(found, offset)


def bound_after(text: str, end: int) -> Around | None:
    """The bound that follows a number or its unit: "+", "or more", "max"."""
    found = _AFTER.match(text, end)
    return _bound(found, found.end()) if found else None


def counted(text: str, end: int, several: bool) -> Around | None:
    """What a number counts: the words to the first plural ("read replicas"), in the singular.

    ``several``: no plural, nothing counted; else the first words are taken ("1 read replica").
    """
    found = _COUNTED.match(text, end)
    if not found:
        return None
    words = found["noun"].split()
    plural = next((place for place, word in enumerate(words, 1) if _PLURAL.match(word)), 0)
    if several and not plural:
        return None
    noun = " ".join(words[: plural if several else _FEW])
    return Around(_singular(noun), found.start("noun") + len(noun))


def each(text: str, end: int) -> Around | None:
    """What a quantity is given for: "per AWS account", "/month", "a day"."""
    found = _EACH.match(text, end) or _A_TIME.match(text, end)
    if not found:
        return None
    first = found["each"].split()[0]
    what = first if unit(first) else found["each"]
    return Around(what, found.start("each") + len(what))


def marks(text: str, start: int, end: int) -> bool:
    """Whether a bare number is a list number, a footnote, a factor or a time of day."""
    if _CLOCK.match(text, end) or _FACTOR.match(text, end):
        return True
    if _PRODUCT.search(text, max(0, start - _BACK), start):
        return True
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        return True
    if end - start > _LONG_LIST and "." not in text[start:end]:
        return False
    return bool(_LISTED.match(text, end)) and not _LETTER.search(text, max(0, start - _BACK), start)


def named(text: str, start: int, plain: bool) -> bool:
    """Whether a number is part of a name: "Layer 7", "Windows 10", "RFC 1918", "#5".

    ``plain``: a figure without separators, the only kind that names of things have.
    """
    found = _LABEL.search(text[max(0, start - _BACK) : start])
    if not found:
        return False
    word = found["word"] or "#"
    if word == "#" or is_label(word):
        return True
    return plain and not found["colon"] and word[0].isupper() and word.lower() not in _OPENERS


def is_label(word: str) -> bool:
    """Whether a number after the word says which, not how many: "layer", "chapters"."""
    lower = word.lower()
    return lower in _LABELS or lower.removesuffix("s") in _LABELS


def _bound(found: re.Match[str], offset: int) -> Around:
    bound, limit = _BOUND[str(found.lastgroup)]
    return Around(bound, offset, limit)


def _blank(match: re.Match[str]) -> str:
    """Blanks for a match; a value or a sentence in code (`900 seconds`) only loses its ticks."""
    if _VALUE_IN_CODE.fullmatch(match[0]) or _PROSE_IN_CODE.fullmatch(match[0]):
        return f" {match[0][1:-1]} "
    return _BLANK * len(match[0])


def _singular(noun: str) -> str:
    """A plural noun in the singular, as far as its ending tells."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if re.search(r"(?:ss|sh|[nrt]ch|x|z)es$", noun) else noun.removesuffix("s")
