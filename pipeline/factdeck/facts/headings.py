"""Which headings and labels name a thing, and which only say what kind of text follows."""

from __future__ import annotations

import re

from factdeck.facts.counts import count_in
from factdeck.facts.text import name

_GENERIC = frozenset(
    """
    difference differences related ref refs source sources link see
    scenario option options please output result
    readme index changelog todo license contributing advantages advantage agenda answer
    answers appendix background basics benefit benefits best caveats chapter characteristics
    components concept concepts conclusion considerations contents cost costs definition
    definitions description details disadvantages example examples exam exercise exercises
    facts faq feature features further general glossary goals good guide hands-on highlights
    how important info information intro introduction key lecture lesson limitations limits
    links list main misc miscellaneous more note notes objectives other overview part points
    practice preface prerequisites pricing primary pros purpose question questions quick
    quiz reading recap references related remarks resources review revision scenario
    scenarios section see short some steps study summary takeaway takeaways terminology
    terms theory things tip tips to topic topics types useful use uses case cases week what
    why work works it does know remember the a an and of for in on with is are cons
    instructions vs lesson overall day explanation explanations explained detailed detail function
    functions usage structure grammar vocabulary grammatik wortschatz vokabeln erklärung erklärungen
    allgemeines anmerkung anmerkungen aufgaben begriffe
    beispiel beispiele definitionen einführung einleitung fazit grundlagen hinweis hinweise
    inhalt kapitel merkmale nachteile notizen quellen thema themen überblick übersicht
    vorteile wichtig ziele zusammenfassung
    """.split()
)
_TAIL = re.compile(
    r"\s*(?:[-–—:|]\s*)?(?:\((?:cont\.?|continued|\d+\s*/\s*\d+|part \d+)\)|\d+\s*/\s*\d+"
    r"|(?<!\w)(?:overview|summary|section|introduction|intro|basics|notes|recap|exam tips|"
    r"übersicht|überblick|zusammenfassung))\s*$",
    re.I,
)
_WHAT_IS = re.compile(
    r"(?:what(?:['’]s| is| are| was| were)|wh(?:o is|o are)|was (?:ist|sind))\s+"
    r"(?:(?:an?|the|ein|eine|der|die|das)\s+)?(?P<what>.+?)\s*\?",
    re.I,
)
_SUMMARY = re.compile(r"\b(?:summary|recap|takeaways?|zusammenfassung)\b", re.I)
_FACET = re.compile(
    r"(?:(?:key|main|common|typical)\s+)?(?P<facet>benefits?|features?|(?:dis)?advantages?|"
    r"limitations?|use cases?|types?|kinds?|components?|characteristics|challenges|examples?|"
    r"comparisons?|differences?|overview|explanations?|structure|functions?|purpose|vorteile|nachteile|merkmale|arten)\s+(?P<of>of|for|in|with|to|between|von|für|mit|zu)\s+"
    r"(?:(?:the|an?|using)\s+)?(?P<what>.+)",
    re.I,
)
_GROUP = re.compile(
    r"\b(?:benefits?|features?|(?:dis)?advantages?|limitations?|use cases?|uses|types?|units?|"
    r"components?|concepts?|steps|goals|objectives|costs?|terms|tools|vorteile|nachteile|merkmale|"
    r"ziele|begriffe)\b",
    re.I,
)
_BESIDES = re.compile(r"(?:other|more|further|additional|various|weitere|sonstige)\b", re.I)
_APPROACH = re.compile(
    r"(?:understanding|introduction to|intro to|introducing|implementing|configuring|"
    r"(?:[\w-]+\s){0,3}notes (?:on|about|related to)|"
    r"(?:chapter|lecture|lesson|module|kapitel)\s\d[\d.]*\s*[-–:]?)\s(?:(?:an?|the|some)\s)?(?=\S)",
    re.I,
)
_ASKS = re.compile(r"(?:how|why|when|where|which|what|wie|warum|wann|wo)\s(?:\w+\s){3}", re.I)
_FILE_WORDS = 5
_FILE_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-'’.+&/]\w+)*")
_NUMBER = re.compile(r"[\d.]+")
_EXPANDED = re.compile(r"^(?P<acronym>[A-Z][A-Za-z0-9&/-]{1,9})\s+=\s+(?P<words>.+)$")


def thing(heading: str) -> str:
    """The thing that a heading names ("S3 – Objects (cont.)" → "S3 – Objects"), or ""."""
    text = name(heading)
    if text.endswith("?"):
        asked = _WHAT_IS.fullmatch(text)
        text = asked["what"] if asked else ""
    if is_summary(text) and not _TAIL.search(text):
        return ""
    while (shorter := _TAIL.sub("", text)) != text:
        text = shorter
    if match := _EXPANDED.match(text):
        text = match["acronym"]
    text = _APPROACH.sub("", text)
    if match := _FACET.fullmatch(text):  # "Benefits of X" are about X; "in" does not say whose
        text = match["what"] if match["of"].lower() in ("of", "for", "von", "für") else ""
    if (count := count_in(text)) and count.what:
        text = count.what
    if _BESIDES.match(text) or _ASKS.match(text):
        return ""
    return "" if is_generic(text) else name(text)


def resets(heading: str) -> bool:
    """Whether what stands below is not about the thing of the headings above ("Other services")."""
    text = name(heading)
    if is_generic(text):
        return False
    return bool(_BESIDES.match(text) or (is_summary(text) and not _TAIL.search(text)))


def is_summary(heading: str) -> bool:
    """Whether a heading calls what follows a summary, of whatever."""
    return bool(_SUMMARY.search(heading))


def names_group(label: str) -> bool:
    """Whether a label says what its list is a list of: "Use cases", "Ports", but not "Summary"."""
    return not is_generic(label) or bool(_GROUP.search(label))


def facet(heading: str) -> str:
    """What a heading says of the thing that it names: "Benefits of X" → "Benefits", else ""."""
    text = name(heading)
    while (shorter := _TAIL.sub("", text)) != text:
        text = shorter
    match = _FACET.fullmatch(text)
    return match["facet"] if match else ""


def of_file(path: str) -> str:
    """The thing that a file is named after ("IP/OSPF areas.md" → "OSPF areas"), or ""."""
    stem = re.sub(r"^[\d\W_]+", "", path.rpartition("/")[2].rpartition(".")[0])
    text = re.sub(r"[_\s]+|(?<=[a-z])-(?=[a-z])", " ", stem).strip(" ,.-")
    is_name = all(_FILE_WORD.fullmatch(word) for word in text.split())
    if not is_name or len(text.split()) > _FILE_WORDS or not text[:1].isupper():
        return ""
    return thing(text)


def is_generic(text: str) -> bool:
    """Whether a heading or label says only what kind of text follows ("Key Features")."""
    found = re.findall(r"[^\W_][\w'’-]*", text.lower())
    return all(word in _GENERIC or _NUMBER.fullmatch(word) for word in found)
