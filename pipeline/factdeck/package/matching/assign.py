"""One to one: which question of today is which of those that are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factdeck.package.matching.differences import difference, has_other_numbers, is_turned
from factdeck.package.matching.likeness import likeness, reads_the_same
from factdeck.package.matching.questions import Group, Question
from factdeck.package.matching.renames import moved_files, renames

MARGIN = 0.04
"""A pair is taken when no other pair of one of its two is as alike, less this."""

_RARE, _COMPARED = 5, 20
"""Compared are the first so many of those that share one of the rarest features."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Pairs of indexes, new and old; ``unsure`` are those of which only one can be right."""

    pairs: tuple[tuple[int, int], ...]
    unsure: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Scored:
    """How alike a new and an old question are."""

    likeness: float
    new: int
    old: int


def assign(
    new: Sequence[Question], old: Sequence[Question], kept: Sequence[tuple[Group, Group]] = ()
) -> Assignment:
    """The pairs that ask the same, the most alike first.

    ``kept`` are the groups, old and new, of questions that are known to be the same.
    """
    files = moved_files(new, kept)
    kept = [(_moved(before, files), after) for before, after in kept]
    old = [replace(question, group=_moved(question.group, files)) for question in old]
    certain = tuple(in_place(new, old))
    kept = [*kept, *((old[o].group, new[n].group) for n, o in certain)]
    left = _without(range(len(new)), (n for n, _ in certain))
    known = _without(range(len(old)), (o for _, o in certain))
    found = _choose([new[n] for n in left], [old[o] for o in known], kept)
    pairs = ((left[n], known[o]) for n, o in found.pairs)
    taken = [*found.pairs, *found.unsure]
    remaining_new = _without(range(len(left)), (n for n, _ in taken))
    remaining_old = _without(range(len(known)), (o for _, o in taken))
    alike = _answered_alike(
        {left[n]: new[left[n]] for n in remaining_new},
        {known[o]: old[known[o]] for o in remaining_old},
    )
    unsure = ((left[n], known[o]) for n, o in found.unsure)
    return Assignment((*certain, *pairs), (*unsure, *alike))


def _answered_alike(
    new: Mapping[int, Question], old: Mapping[int, Question]
) -> Iterator[tuple[int, int]]:
    """What alone has its answer below its headings, before and now: it may be reworded."""
    there, here = _by_answer(old), _by_answer(new)
    for place, indexes in here.items():
        known = there.get(place, ())
        if len(indexes) == len(known) == 1 and not _asks_other(old[known[0]], new[indexes[0]]):
            yield indexes[0], known[0]


def _asks_other(old: Question, new: Question) -> bool:
    """Whether what was reworded makes it another question for sure."""
    asked = difference(old.asked, new.asked)
    return is_turned(asked) or has_other_numbers(asked)


def _by_answer(questions: Mapping[int, Question]) -> Mapping[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index, question in questions.items():
        if question.answered and not question.counted:
            found[question.group[:-1], frozenset(question.answered.items())].append(index)
    return found


def in_place(new: Sequence[Question], old: Sequence[Question]) -> Iterator[tuple[int, int]]:
    """Pairs that ask the same in the same place, and nothing else does."""
    there, here = _by_place(old), _by_place(new)
    for place, indexes in here.items():
        if len(indexes) == len(there.get(place, ())) == 1:
            yield indexes[0], there[place][0]


def _by_place(questions: Sequence[Question]) -> Mapping[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index, question in enumerate(questions):
        if not question.counted:
            found[question.group, frozenset(question.asked.items())].append(index)
    return found


def _without(indexes: Iterable[int], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [index for index in indexes if index not in gone]


def _choose(
    new: Sequence[Question], old: Sequence[Question], kept: Iterable[tuple[Group, Group]]
) -> Assignment:
    scored = sorted(
        _scored(new, old, renames(new, old, kept)),
        key=lambda pair: (-pair.likeness, pair.new, pair.old),
    )
    of_new, of_old = _by(scored, "new"), _by(scored, "old")
    done_new: set[int] = set()
    done_old: set[int] = set()
    pairs: list[tuple[int, int]] = []
    unsure: list[tuple[int, int]] = []
    for pair in scored:
        if pair.new in done_new or pair.old in done_old:
            continue
        alike = {
            (other.new, other.old)
            for other in (*of_new[pair.new], *of_old[pair.old])
            if other.likeness > pair.likeness - MARGIN
            and other.new not in done_new
            and other.old not in done_old
        }
        if len(alike) == 1 or _are_twins(new, old, alike):
            alike = {(pair.new, pair.old)}
            pairs += alike
        else:
            unsure += sorted(alike)
        done_new |= {n for n, _ in alike}
        done_old |= {o for _, o in alike}
    return Assignment(tuple(pairs), tuple(unsure))


def _moved(group: Group, files: Mapping[str, str]) -> Group:
    return (files.get(group[0], group[0]), *group[1:])


def _are_twins(
    new: Sequence[Question], old: Sequence[Question], pairs: Iterable[tuple[int, int]]
) -> bool:
    """Whether it makes no difference which of them is taken: all of one side read the same."""
    sides = ({n: new[n] for n, _ in pairs}, {o: old[o] for _, o in pairs})
    several = [list(side.values()) for side in sides if len(side) > 1]
    return any(all(reads_the_same(side[0], other) for other in side[1:]) for side in several)


def _by(scored: Iterable[_Scored], side: str) -> Mapping[int, list[_Scored]]:
    found: dict[int, list[_Scored]] = defaultdict(list)
    for pair in scored:
        found[getattr(pair, side)].append(pair)
    return found


def _scored(
    new: Sequence[Question], old: Sequence[Question], renamed: Mapping[Group, Group]
) -> Iterator[_Scored]:
    for n, o in _comparable(new, old, renamed):
        before, now = old[o], new[n]
        score = likeness(before, now)
        if renamed.get(before.group) == now.group:
            score = max(score, likeness(before.under(now.group), now))
        if score:
            yield _Scored(score, n, o)


def _comparable(
    new: Sequence[Question], old: Sequence[Question], renamed: Mapping[Group, Group]
) -> Iterator[tuple[int, int]]:
    """Pairs that share something rare; never all with all."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for o, question in enumerate(old):
        for feature in _features(question, renamed.get(question.group, question.group)):
            index[feature].append(o)
    for n, question in enumerate(new):
        known = [index[each] for each in _features(question, question.group) if each in index]
        there: dict[int, None] = {}
        for rare in sorted(known, key=len)[:_RARE]:
            there.update(dict.fromkeys(rare[:_COMPARED]))
        yield from ((n, o) for o in there)


def _features(question: Question, group: Group) -> list[Hashable]:
    """Words of question and answer, the whole question, and the question within its group."""
    words: dict[Hashable, None] = dict.fromkeys((*question.asked, *question.answered))
    return [(group, frozenset(question.rest)), question.words, *words]
