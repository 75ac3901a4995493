"""An acronym that is written out in two ways that cannot both be right.

"Software Developer Kit" here, "Software Development Kit" there. Two things that merely
share their letters are left alone, and so are spelling variants (organisation,
organization), hyphens, capitals and a plural at the end. Nor can the words be right when the
acronym has a letter that they lack and is written out nowhere else: "Local Area Cable (LAN)".

Bad:

```
--- sdk.md
SDK = Software Developer Kit
--- tools.md
SDK = Software Development Kit
```

Good:

```
--- sdk.md
SDK = Software Development Kit
--- tools.md
Use a Software Development Kit (SDK).
--- art.md
CEO = Chief Executive Officer
--- votes.md
CEO = Chief Electoral Officer
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factdeck.claims.claim import Claim
from factdeck.claims.frames import words_of
from factdeck.claims.words import american, light, singular, stands_within, stem
from factdeck.corpus import Corpus
from factdeck.facts.acronyms import fitting
from factdeck.facts.headings import is_generic
from factdeck.facts.text import plain
from factdeck.lint import lexicon
from factdeck.lint.places import named, related
from factdeck.lint.rule import Rule
from factdeck.model import Finding, Severity

_AFTER_HEAD = frozenset({"", "as", "of", "per", "for", "in"})
_LEFT_OUT = frozenset({"of", "for", "the"})
_ABBREVIATED = 4
_STEM = 4
_SHARED = 0.55
_RUN_TOGETHER = 0.8
_WORDS = 3
_ARTICLE = re.compile(r"^(?:the|an?|as)\s+", re.I)
_ALIAS = re.compile(
    r"\b(?:aka|a\.k\.a|also (?:known|called|referred)|formerly|previously|or simply)\b", re.I
)


def check(rule: Rule[Corpus], corpus: Corpus) -> Iterable[Finding]:
    """Each rarer expansion against the most frequent one of the same acronym."""
    for (subject, _), claims in corpus.claims_by("expansions").items():
        groups = _grouped(claim for claim in claims if not _has_alias(claim))
        for index, group in enumerate(groups[1:], 1):
            others = [claim for usual in groups[:index] if _apart(usual, group) for claim in usual]
            if others:
                yield _finding(rule, subject[0], others, group)
    yield from _misfits(rule, corpus)


def _misfits(rule: Rule[Corpus], corpus: Corpus) -> Iterator[Finding]:
    """Words that lack a letter of the acronym behind them, which no other words explain."""
    explained = {claim.subject for claim in corpus.claims_of("expansions")}
    for claim in corpus.claims_of("misfits"):
        if (claim.name,) not in explained:  # "Private Gateway (VPN)" is a remark
            message = f'{claim.name} does not fit "{claim.value.text}", which lacks a letter of it'
            yield rule.finding(claim.span, message, claim.name, claim.value.text.lower())


def _apart(usual: list[Claim], other: list[Claim]) -> bool:
    """Whether the two expansions are of one thing, and not the same."""
    if _titles_of_their_own(usual, other) or _siblings(usual, other):
        return False
    mine, theirs = _words(usual[0]), _words(other[0])
    if any(_cut(*pair) or _participle(*pair) for pair in _differing(mine, theirs)):
        return False
    return _slip(mine, theirs) or _rivals(usual, other)


def _siblings(usual: list[Claim], other: list[Claim]) -> bool:
    """Whether items of one list, or headings of one file, give both: their author knows both."""
    items = [
        {(claim.span.path, _group(claim), claim.fact.headings[:-1]) for claim in claims}
        for claims in (usual, other)
    ]
    return any(group for _, group, _ in items[0] & items[1])


def _group(claim: Claim) -> str:
    """What an acronym stands in with others of its kind: a list, the headings, or nothing."""
    return "headings" if claim.fact.syntax == "heading-expansions" else claim.fact.place.list


def _has_alias(claim: Claim) -> bool:
    """Whether the line gives the acronym other words as well ("also known as …")."""
    text = plain(claim.fact.text)
    after = (text[match.end() :].strip() for match in _ALIAS.finditer(text))
    fits = (fitting(claim.subject[0], _ARTICLE.sub("", rest), from_start=True) for rest in after)
    return any(words and words != claim.value.text for words in fits)


def _grouped(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims of each expansion, that with most places first; each place once."""
    groups: dict[tuple[str, ...], dict[tuple[str, int], Claim]] = {}
    for claim in claims:
        places = groups.setdefault(_words(claim), {})
        places.setdefault((claim.span.path, claim.span.line), claim)
    found = [list(places.values()) for places in groups.values()]
    return sorted(found, key=lambda group: (-len(group), group[0].fact.span))


def _words(claim: Claim) -> tuple[str, ...]:
    """The words without what spelling alone changes.

    Only a head noun may be plural: the last word, and one before "as", "of" or "per". "Of",
    "for" and "the" may be left out.
    """
    text = re.sub(r"[-/&]|\band\b|^(?:the|an?)\b", " ", claim.value.text.lower())
    found = [american(word) for word in re.findall(r"[^\W_]+", text)]
    after = [*found[1:], ""][: len(found)]
    return tuple(
        singular(word) if following in _AFTER_HEAD else word
        for word, following in zip(found, after, strict=True)
        if word not in _LEFT_OUT
    )


def _differing(usual: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, str]]:
    """The words that stand in the place of each other."""
    return [(a, b) for a, b in zip(usual, other, strict=False) if a != b]


def _slip(usual: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is a slip of the other: one word differs, and only after its stem."""
    from rapidfuzz.fuzz import ratio

    if len(usual) != len(other):
        joined, joined_ = "".join(usual), "".join(other)
        part = joined.startswith(joined_) or joined_.startswith(joined)
        return (
            not part
            and min(len(usual), len(other)) > 1
            and ratio(joined, joined_) > 100 * _RUN_TOGETHER
        )
    apart = _differing(usual, other)
    if len(usual) < 2 or len(apart) != 1 or min(map(len, apart[0])) < _ABBREVIATED:
        return False
    at_end = usual[-1] != other[-1]
    return _one_stem(*apart[0]) and not (at_end and _inflected(*apart[0]))


def _rivals(usual: list[Claim], other: list[Claim]) -> bool:
    """Whether all words but one are the same, and both are the same thing.

    That is so when they only end in another word (Key Management Service, System), or are used
    in one context: two things that share their letters (Chief Executive, Chief Electoral
    Officer) are not.
    """
    mine, theirs = _words(usual[0]), _words(other[0])
    together = _titles(usual) & _titles(other)
    if len(mine) != len(theirs) or len(mine) < (2 if together else _WORDS):
        return False
    apart = [pair for pair in _differing(mine, theirs) if not _inflected(*pair)]
    if len(apart) != 1:
        return False
    if len(mine) >= _WORDS and mine[:-1] == theirs[:-1] and not _abbreviated(*apart[0]):
        return not (_title_of_its_own(usual) or _title_of_its_own(other))
    if min(map(len, apart[0])) < _ABBREVIATED:
        return False
    spoken = {stem(word) for word in (*mine, *theirs, usual[0].subject[0].lower())}
    return bool(together or _context(usual) & _context(other) - spoken)


def _titles(claims: Iterable[Claim]) -> set[str]:
    """The nearest headings."""
    return {heading for claim in claims for heading in claim.fact.headings[-1:]}


def _titles_of_their_own(usual: list[Claim], other: list[Claim]) -> bool:
    """Whether both stand in files that are named after them: these are two things."""
    mine, theirs = set(_words(usual[0])), set(_words(other[0]))
    return bool((mine - theirs) & _file(usual) and (theirs - mine) & _file(other))


def _title_of_its_own(claims: list[Claim]) -> bool:
    """Whether a file is named after the words alone."""
    named_ = _file(claims)
    return set(_words(claims[0])) <= named_ and claims[0].subject[0].lower() not in named_


def _file(claims: Iterable[Claim]) -> set[str]:
    """The words that the files of claims are named with."""
    return {word for claim in claims for word in re.findall(r"[^\W_]+", claim.scope[-1].lower())}


def _context(claims: Iterable[Claim]) -> set[str]:
    """The telling words of the lines that write an acronym out, and of what stands above them."""
    texts = (text for claim in claims for text in (claim.fact.text, *claim.scope))
    return {stem(word) for word in words_of(texts) if not light(word) and not is_generic(word)}


def _inflected(one: str, other: str) -> bool:
    """balancing, balancer; masks, masking: two forms of a last word, both in use."""
    stems = [re.sub(r"(?:ing|er|or|s|ed)$", "", word) for word in (one, other)]
    return stems[0] == stems[1]


def _cut(one: str, other: str) -> bool:
    """Whether one word is the other cut short, and none in itself: cert, certificate."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and lexicon.RARE < lexicon.rank(shorter) < lexicon.UNKNOWN


def _abbreviated(one: str, other: str) -> bool:
    """Whether the shorter is made of letters of the longer: mgmt, management."""
    shorter, longer = sorted((one, other), key=len)
    return stands_within(shorter, longer)


def _participle(one: str, other: str) -> bool:
    """square, squared; personal, personally: the same with another ending, both in use."""
    shorter, longer = sorted((one, other), key=len)
    return longer in (
        f"{shorter}d",
        f"{shorter}ed",
        f"{shorter}ly",
        f"{shorter}al",
        f"{shorter}ally",
    )


def _one_stem(one: str, other: str) -> bool:
    """developer, development; email, emails: the greater part of both is the same."""
    from rapidfuzz.distance import Prefix

    shared, shorter = Prefix.similarity(one, other), min(len(one), len(other))
    return shared >= min(_STEM, shorter - 1) and shared >= _SHARED * shorter


def _finding(rule: Rule[Corpus], acronym: str, usual: list[Claim], rarer: list[Claim]) -> Finding:
    first, *rest = rarer
    return rule.finding(
        first.span,
        f'{acronym} is "{first.value.text}" here, but "{usual[0].value.text}" in {named(usual)}',
        acronym,
        *sorted({" ".join(_words(usual[0])), " ".join(_words(first))}),
        related=[
            *related((claim.fact for claim in usual), f'"{usual[0].value.text}" here'),
            *related((claim.fact for claim in rest), f'"{first.value.text}" here too'),
        ],
    )


RULE = Rule("C304", "acronym-expansions", Severity.ERROR, Corpus, check)
