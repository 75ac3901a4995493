"""Which headings and labels name a thing, and which only say what kind of text follows."""

from __future__ import annotations

import re

from factdeck.facts.text import name

_GENERIC = frozenset(
    """
    advantages advantage agenda answer answers appendix background basics benefit
    benefits best caveats chapter characteristics components concept concepts conclusion
    considerations contents core cost costs definition definitions description details
    disadvantages example examples exam exercise exercises facts faq feature features
    further general glossary goals good guide hands-on highlights how important info
    information intro introduction key lab lecture lesson limitations limits links list
    main misc miscellaneous module more note notes objectives other overview part points
    practice preface prerequisites pricing primary pros purpose question questions quick
    quiz reading recap references related remarks resources review revision scenario
    scenarios section see short some steps study summary takeaway takeaways terminology
    terms theory things tip tips to topic topics types unit useful use uses case cases
    week what why work works it does know remember the a an and of for in on with is are
    cons process procedure procedures instructions setup task tasks vs lesson overall day
    allgemeines anmerkung anmerkungen aufgaben begriffe
    beispiel beispiele definitionen einführung einleitung fazit grundlagen hinweis
    hinweise inhalt kapitel merkmale nachteile notizen quellen thema themen überblick
    übersicht vorteile wichtig ziele zusammenfassung
    """.split()
)
_TAIL = re.compile(
    r"\s*(?:[-–—:|]\s*)?(?:\((?:cont\.?|continued|\d+\s*/\s*\d+|part \d+)\)|\d+\s*/\s*\d+"
    r"|(?<!\w)(?:overview|summary|section|introduction|intro|basics|notes|recap|"
    r"übersicht|überblick|zusammenfassung))\s*$",
    re.I,
)
_NUMBER = re.compile(r"[\d.]+")
_EXPANDED = re.compile(r"^(?P<acronym>[A-Z][A-Za-z0-9&/-]{1,9})\s+=\s+(?P<words>.+)$")


def thing(heading: str) -> str:
    """The thing that a heading names ("S3 – Objects (cont.)" → "S3 – Objects"), or ""."""
    text = name(heading).rstrip("?")
    while (shorter := _TAIL.sub("", text)) != text:
        text = shorter
    if match := _EXPANDED.match(text):
        text = match["acronym"]
    return "" if is_generic(text) else name(text)


def is_generic(text: str) -> bool:
    """Whether a heading or label says only what kind of text follows ("Key Features")."""
    found = re.findall(r"[^\W_][\w'’-]*", text.lower())
    return all(word in _GENERIC or _NUMBER.fullmatch(word) for word in found)
