"""Why two statements in nearly the same words say two things.

Each veto is true of language, whatever the notes are about: a number, a negation, an opposite,
a name, an order, or one word in the place of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from factdeck.corpus.duplicates.words import NEGATIONS, Words, is_number, stem

_OPPOSITES = """
able unable | accept reject | active passive | add remove | add delete | advantage disadvantage
can cannot | enable unable
after before | all none | allow deny | always never | asynchronous synchronous | attach detach
back front | begin end | best worst | big small | bottom top | buy sell | cheap expensive
child parent | client server | close open | closed open | cold hot | cold warm | consumer producer
create delete | daily hourly | daily weekly | day hour | day month | day week | decrease increase
decreased increased | decrement increment | decrypt encrypt | decryption encryption | deep shallow
destination source | disable enable | disabled enabled | down up | download upload | dry wet
dynamic static | early late | earlier later | east west | egress ingress | end start | enter exit
even odd | export import | external internal | fail pass | failure success | fall rise | fast slow
faster slower | female male | fewer more | first last | full incremental | full partial
gain lose | global local | global regional | hard soft | heavy light | high low | higher lower
highest lowest | horizontal vertical | horizontally vertically | hour minute | in out
inbound outbound | incoming outgoing | increasing decreasing | inner outer | input output
inside outside | large small | larger smaller | least most | left right | less more | local remote
logical physical | long short | longer shorter | lock unlock | lose win | lossless lossy
lower upper | mandatory optional | manual automatic | manually automatically | master replica
master slave | max min | maximum minimum | may must | minute second | monthly weekly
monthly yearly | month week | month year | mount unmount | multiple single | must optional
negative positive | new old | newer older | north south | offline online | one many | one multiple
optional required | permanent temporary | permit deny | primary secondary | private public
pro con | publish subscribe | publisher subscriber | pull push | read write | reader writer
receive send | received sent | receiver sender | request response | start stop | source target
strength weakness | strong weak | symmetric asymmetric | sync async | thick thin
downstream upstream
alt neu | groß klein | hoch niedrig | immer nie | maximal minimal | mehr weniger | nach vor
"""
_PREFIXES = frozenset(
    "a ab anti de dis hyper hypo il im in inter intra ir mis multi non post pre semi sub super un"
    " un- non-".split()
)
_PREFIXED = 4
"""Letters of a word that may have a prefix: "into" is no opposite of "to"."""
_DIRECTIONS = frozenset(
    "to from into onto before after over than behind then → > < -> => von nach vor zu".split()
)
_SLOT = 2
"""So many words in the place of so many others, between the same words, make it another case."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The words of two statements.

    ``only_one`` and ``only_other`` are the stems that each has alone, without what is known
    anyway; ``proper``: whether a stem is written as a name in the notes.
    """

    one: Words
    other: Words
    only_one: frozenset[str]
    only_other: frozenset[str]
    proper: Callable[[str], bool]


def vetoes(pair: Pair) -> Iterator[str]:
    """The names of the vetoes that speak against the two being one statement."""
    return (name for name, speaks in VETOES.items() if speaks(pair))


def numbers(pair: Pair) -> bool:
    """Each has a number that the other does not have, or one number has two units."""
    one, other = (frozenset(filter(is_number, each.stems)) for each in (pair.one, pair.other))
    if not (one <= other or other <= one):
        return True
    units, others = _units(pair.one, pair.only_one), _units(pair.other, pair.only_other)
    return any(units[number] != others[number] for number in units.keys() & others.keys())


def _units(words: Words, alone: frozenset[str]) -> dict[str, str]:
    """What follows each number and is said by this statement alone."""
    following = zip(words.stems, words.stems[1:], strict=False)
    return {number: unit for number, unit in following if is_number(number) and unit in alone}


def negation(pair: Pair) -> bool:
    """One says no, and the other does not."""
    said, other = _words(pair.one), _words(pair.other)
    return said & NEGATIONS != other & NEGATIONS


def opposites(pair: Pair) -> bool:
    """One has a word, and the other its opposite."""
    said, told = _words(pair.one), _words(pair.other)
    only, others = said - told, told - said
    known, stems = _opposites(), frozenset(map(stem, others)) - frozenset(map(stem, said))
    if any(known.get(stem(word), frozenset()) & stems for word in only):
        return True
    return any(_opposed(*sorted((one, two), key=len)) for one in only for two in others)


def _opposed(short: str, long: str) -> bool:
    """Whether the longer word is the shorter with a prefix, or lacks what the shorter has."""
    if long.endswith(short) and len(short) >= _PREFIXED:
        return long.removesuffix(short) in _PREFIXES
    return long.endswith("less") and long.removesuffix("less") == short.removesuffix("ful")


def names(pair: Pair) -> bool:
    """Each has a name that the other does not have."""
    return any(map(pair.proper, pair.only_one)) and any(map(pair.proper, pair.only_other))


def order(pair: Pair) -> bool:
    """The links of a chain, or names that something goes to and from, in another order."""
    directed = [_words(each) & _DIRECTIONS for each in (pair.one, pair.other)]
    chain = all("→" in each or any(w.endswith(">") for w in each) for each in directed)
    return any(directed) and _order(pair.one, pair, chain) != _order(pair.other, pair, chain)


def _order(words: Words, pair: Pair, chain: bool) -> list[str]:
    shared = pair.one.content & pair.other.content
    told = dict.fromkeys(each for each in words.stems if each in shared)
    return [each for each in told if chain or pair.proper(each)]


def slot(pair: Pair) -> bool:
    """But for a word or two in one place, which are others, the two are the same."""
    one, other = pair.one.stems, pair.other.stems
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    apart = [each[start : len(each) - end] for each in (one, other)]
    return start + end >= _SLOT and all(
        0 < len(each) <= _SLOT and only.issuperset(each)
        for each, only in zip(apart, (pair.only_one, pair.only_other), strict=True)
    )


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many stems both begin with."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _words(words: Words) -> frozenset[str]:
    return frozenset(token.lower().replace("’", "'") for token in words.tokens)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Under each stem those of its opposites."""
    found: dict[str, set[str]] = {}
    for pair in _OPPOSITES.replace("\n", "|").split("|"):
        words = [stem(word) for word in pair.split()]
        for word in words:
            found.setdefault(word, set()).update(set(words) - {word})
    return {word: frozenset(others) for word, others in found.items()}


VETOES: dict[str, Callable[[Pair], bool]] = {
    "numbers": numbers,
    "negation": negation,
    "opposites": opposites,
    "names": names,
    "order": order,
    "slot": slot,
}
