"""Things and headings that are called something else now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from factdeck.package.matching.questions import Group, Question

_LEAST = 2
_ALIKE = 0.6
_MOST_ALIKE = 20
"""What is asked of more groups than that tells none of them from the others."""

Votes = Mapping[tuple[Group, Group], float]


def renames(
    new: Sequence[Question], old: Sequence[Question], kept: Iterable[tuple[Group, Group]] = ()
) -> Mapping[Group, Group]:
    """Old groups and what they are called now: most of what was asked of one is asked of the other.

    ``kept`` are the groups, old and new, of questions that are known to be the same.
    """
    votes = _votes(new, old, kept)
    sizes = Counter(question.group for question in old)
    sizes |= Counter(question.group for question in new)
    best_old, best_new = _best(votes, 0), _best(votes, 1)
    return {
        before: after
        for (before, after), count in votes.items()
        if before != after
        and best_old[before] == best_new[after] == (before, after)
        and _are_enough(count, sizes[before], _alike(before, after))
    }


def moved_files(new: Iterable[Question], kept: Sequence[tuple[Group, Group]]) -> Mapping[str, str]:
    """The paths that are gone, and where most of what was known of them stands now."""
    present = {question.group[0] for question in new} | {after[0] for _, after in kept}
    votes = Counter((before[0], after[0]) for before, after in kept if before[0] not in present)
    sizes = Counter(before[0] for before, _ in kept)
    return {
        before: after
        for (before, after), count in votes.items()
        if count >= max(_LEAST, sizes[before] / 2)
    }


def _are_enough(votes: float, size: int, alike: float) -> bool:
    """Whether a group is called something else: a new name that is unlike has to have most."""
    if alike:
        return votes >= max(_LEAST, size / 2)
    return votes >= max(_LEAST + 1, 0.7 * size)


def _votes(
    new: Sequence[Question], old: Sequence[Question], kept: Iterable[tuple[Group, Group]]
) -> Votes:
    """One for each question that has the same answer in both; less than one for a similar name."""
    votes: Counter[tuple[Group, Group]] = Counter(kept)
    known = _by_rest(old)
    for rest, groups in _by_rest(new).items():
        there = known.get(rest, set())
        if len(groups) * len(there) <= _MOST_ALIKE:
            votes.update((before, after) for before in there for after in groups)
    return {pair: count + _alike(*pair) for pair, count in votes.items()}


def _by_rest(questions: Iterable[Question]) -> Mapping[Hashable, set[Group]]:
    groups: dict[Hashable, set[Group]] = defaultdict(set)
    for each in questions:
        if each.rest and each.answered:
            groups[frozenset(each.rest), frozenset(each.answered)].add(each.group)
    return groups


def _alike(before: Group, after: Group) -> float:
    """How alike two names are, below 1; 0 when they only happen to share letters."""
    alike = 0.99 * fuzz.token_sort_ratio(before[-1], after[-1]) / 100
    return alike if alike >= _ALIKE else 0.0


def _best(votes: Votes, side: int) -> Mapping[Group, tuple[Group, Group] | None]:
    """The pair with the most votes of each group on one side; None when two have as many."""
    best: dict[Group, tuple[Group, Group] | None] = {}
    most: dict[Group, float] = defaultdict(float)
    for pair, count in votes.items():
        group = pair[side]
        if count > most[group]:
            most[group], best[group] = count, pair
        elif count == most[group]:
            best[group] = None
    return best
