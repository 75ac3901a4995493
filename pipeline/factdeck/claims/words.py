"""Words in the form in which two notes can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from factdeck.facts.headings import is_generic

_WORD = re.compile(r"[^\W_]+(?:[.'’&/+#@-][^\W_]+)*")
_KIN = re.compile(r"\b(?P<kin>[A-Z][\w-]*) (?P<number>v?\d+(?:\.\d+)*[A-Za-z]?)(?![\w%,.-])")
_SECTIONS = frozenset(
    """
    chapter section part lesson module week day lecture unit page step figure table appendix
    question exercise task note volume kapitel teil woche tag seite
    """.split()
)
_NUMBER = re.compile(r"[\d.,]+")
_ARTICLES = frozenset(
    """
    a an the der die das ein eine
    """.split()
)
_ALIKE = dict.fromkeys(("type", "sort", "form", "variety", "art", "typ"), "kind")
_IES, _SHORT = 4, 3
_BRITISH = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("our", "or"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ences", "enses"),
    ("yse", "yze"),
    ("elling", "eling"),
    ("elled", "eled"),
)

SMALL = frozenset(
    """
    a an about above across after all also although always among an and another any are as at be
    because been before being below between both but by can cannot could did do does doing down
    during each either else etc even ever every few for from further get gets had has have
    having he her here his how however i if in into is it its itself just let like many may me
    might more most much must my near need needs neither nor not now of often on once one only
    onto or other our out over own per same shall she should since so some such than that the
    their them then there these they this those through thus to together too toward under until
    up upon us very via was we well were what when where whether which while who whom whose why
    will with within without would one two three four five six seven eight nine ten eleven
    twelve yes yet you your e.g i.e eg ie vs w also don't can't cannot doesn't isn't aren't
    won't der die das ein eine und oder ist sind war im in am an auf mit von zu für bei aus nach
    nicht
    """.split()
)
"""Words that carry no meaning of their own."""

_LIGHT = frozenset(
    """
    able across actually additional additionally allocate allocated allocation allow allowed
    allowing amount anything anyway apply approximately around automatic automatically available
    away back base based basically basics become begin billion bottom call called case certain
    change characteristic claim come common commonly compare compared concept configurable
    configure configured consist contain create created creating current currently data default
    define defined definition depend description detail details different directly easily easy
    enable end ensure essentially etc every exactly exam example expect extra far feature
    features following frequently fully further generally give given globally go going good
    great happen hard help highly hundred ideal important include included including increase
    increased increasing increment info information inside instead introduction involve involved
    key kind know known large last later least less let level limit limited limits list little
    long look lot lower main mainly major make max maximal maximum mean meaning method million
    min minimal minimum model mount mounted must new normal normally note now number occur off
    offer often once only option optional outside overall overview own part particular
    particularly period possible potentially primarily provide provided provides purpose put
    quick quickly quota range rather really recommend recommended refer remain remember require
    required resource result run running see select set several show side simply size small soft
    something soon specific specifically specify start started state stay step still store
    summary support supported take thing think thousand time tip tips today top total typical
    typically upper upto usage use used user using usually value want way week whatever whole
    work worldwide zero
    """.split()
)
"""Words that may stand on one side only without making it another thing."""


def normalised(text: str) -> tuple[str, ...]:
    """The words of a subject or attribute: lower case, singular, without articles."""
    found = (singular(word.lower()) for word in _WORD.findall(text))
    return tuple(_ALIKE.get(word, word) for word in found if word not in _ARTICLES)


@lru_cache(maxsize=1 << 14)
def content(text: str) -> tuple[str, ...]:
    """The words of a text that mean something, normalised; "a/b" are two words.

    "Category 6" is a word of its own as well, after the others.
    """
    found = (word for raw in _WORD.findall(text.lower()) for word in _parts(raw))
    kin = (
        match[0].lower()
        for match in _KIN.finditer(text)
        if match["kin"].lower() not in SMALL | _SECTIONS
        and not any(char.isdigit() for char in match["kin"])  # "S3 101"
    )
    words = (singular(word) for word in found if word not in SMALL and not _NUMBER.fullmatch(word))
    return (*words, *kin)


def light(word: str) -> bool:
    """Whether a word may be missing on the other side."""
    return word in _LIGHT or len(word) == 1 or (word.endswith("ly") and len(word) > _IES)


def telling(word: str) -> bool:
    """Whether a word tells one thing from another."""
    return not light(word) and not is_generic(word)


def _parts(word: str) -> tuple[str, ...]:
    """The words of "a/b"; a word without its possessive "s"."""
    if "/" in word:
        return tuple(word.split("/"))
    return (word.removesuffix("'s").removesuffix("’s"),)


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """An English noun in the singular, as far as its ending tells."""
    if word.endswith("ies") and len(word) > _IES:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|z)es$", word):
        return word[:-2]
    if word.endswith("s") and len(word) > _SHORT and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stands_within(letters: str, text: str) -> bool:
    """Whether all letters stand in the text, in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def american(word: str) -> str:
    """A word as it is spelled in America: organisation, colour, centre, defence."""
    for british, ending in _BRITISH:
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + ending
    return word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What the forms of a word share: "retained", "retaining" and "retain" are one."""
    for ending in ("ization", "isation", "ation", "ing", "ed", "ion", "er", "or", "ly", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _IES:
            return re.sub(r"(.)\1$", r"\1", word.removesuffix(ending))
    return word
