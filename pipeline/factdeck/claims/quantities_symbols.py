"""What is written in figures and is no quantity: versions, ports, years, networks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_network

from factdeck.claims.quantities_context import is_label

_DIGIT = re.compile(r"[0-9]")
_VERSION = re.compile(
    r"(?<![\w./-])(?:(?i:v|versions?|release)[ .]?|(?P<name>[A-Z][A-Za-z]*)[ /-]v?)"
    r"(?P<version>[0-9]{1,4}(?:\.[0-9]{1,4}){0,3}(?:\.[x*])?)(?![\w%]|\.[0-9]|[:,][0-9])"
)
_NUMBERED = re.compile(r"[0-9]+\.[0-9x]")
_PORTS = re.compile(
    r"(?<![\w-])(?i:(?:tcp|udp|sctp)(?:/udp)?(?: on)?(?:[ -]ports?)?|ports?)"
    r"(?i: (?:numbers?|range|no\.?))?(?: (?:is|are|of|from))?[ :#*`/-]{1,4}"
    r"(?P<list>[0-9]{1,5}"
    r"(?:(?: ?[,/&] ?|, (?:and|or) | (?:and|or|to|und|bis) | ?[-–] ?)[0-9]{1,5})*)"
    r"(?![\w%]|[.,][0-9]| ?[kKMGT]i?[bB])"
)
_PORT = re.compile(r"(?P<low>[0-9]{1,5})(?:(?: to | bis | ?[-–] ?)(?P<high>[0-9]{1,5}))?")
_GREATEST_PORT = 65535
_YEAR = re.compile(
    r"(?<![\w.,:/#$€£+=])(?:(?<!-)|(?<=[0-9]{4}-))(?P<year>(?:1[0-9]|20)[0-9][0-9])"
    r"(?![\w%]|[.,:/][0-9]|-[0-9][0-9]?\b| ?(?:[%$€°]|[kKMGT]i?[Bb]))"
)
_IN_YEAR = re.compile(
    r"(?i:\b(?:in|since|by|until|till|before|after|around|from|during|year|of|to|and|im|seit|ab|"
    r"jahr|jahre|nach|vor|bis|founded|born|died|launched|released)|[0-9],|[([–—©'’-])[ ]?$"
)
_NOT_COUNTING = re.compile(r"(?! [a-z])")
_MODERN = ("19", "20")
_BACK = 12  # characters in which a word of time stands
_CIDR = re.compile(
    r"(?<![\w.:])(?P<net>[0-9]{1,3}(?:\.[0-9]{1,3}){3}/[0-9]{1,2}|[0-9a-fA-F:]{2,39}/[0-9]{1,3})"
    r"(?![\w/]|\.[0-9])"
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A value that is the same or another, never more or less.

    ``value``: in one form ("443", "1024-65535", "10.0.0.0/16"); ``start``, ``end``: offsets.
    """

    value: str
    text: str
    start: int
    end: int


def versions(text: str) -> tuple[Symbol, ...]:
    """Versions: "v1.2", "version 3", "TLS 1.2", "HTTP/2"; a name and a whole number is none."""
    return tuple(
        _symbol(match, "version")
        for match in _found(_VERSION, text)
        if not match["name"] or _is_version_of(match["name"], match["version"], match[0])
    )


def ports(text: str) -> tuple[Symbol, ...]:
    """Port numbers and ranges of them: "port 443", "TCP 22", "ports 80 and 443"."""
    return tuple(
        Symbol(
            "-".join(str(int(end)) for end in (port["low"], port["high"]) if end),
            port[0],
            listed.start("list") + port.start(),
            listed.start("list") + port.end(),
        )
        for listed in _found(_PORTS, text)
        for port in _PORT.finditer(listed["list"])
        if int(port["high"] or port["low"]) <= _GREATEST_PORT
    )


def years(text: str) -> tuple[Symbol, ...]:
    """Years: four figures after a word of time, or from 1900 to 2099 where nothing is counted."""
    return tuple(
        _symbol(match, "year")
        for match in _found(_YEAR, text)
        if _IN_YEAR.search(text[max(0, match.start() - _BACK) : match.start()])
        or (match["year"].startswith(_MODERN) and _NOT_COUNTING.match(text, match.end()))
    )


def cidrs(text: str) -> tuple[Symbol, ...]:
    """Networks: "10.0.0.0/16", "::/0", written in full as ipaddress does."""
    found = []
    for match in _found(_CIDR, text):
        try:
            network = ip_network(match["net"], strict=False)
        except ValueError:  # a fraction, a time of day, an address that is none
            continue
        found.append(Symbol(str(network), match[0], match.start(), match.end()))
    return tuple(found)


def _is_version_of(name: str, version: str, text: str) -> bool:
    """Whether a figure after a name is its version: "TLS 1.2", "HTTP/2", not "Chapter 3.1"."""
    return (bool(_NUMBERED.match(version)) and not is_label(name)) or (
        name.isupper() and "/" in text
    )


def _found(pattern: re.Pattern[str], text: str) -> Iterable[re.Match[str]]:
    """The matches of a pattern that needs a digit."""
    return pattern.finditer(text) if _DIGIT.search(text) else ()


def _symbol(match: re.Match[str], group: str) -> Symbol:
    return Symbol(match[group], match[0], match.start(), match.end())
