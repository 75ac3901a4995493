"""Whether two notes ask the same question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import takewhile

from factdeck.package.matching.differences import (
    Difference,
    difference,
    has_other_numbers,
    is_turned,
)
from factdeck.package.matching.questions import Group, Question

_SAME_FILE, _SAME_SECTION = 0.5, 0.9
_RICH = 4
"""A question or an answer with so many words in common is no coincidence."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """What of two questions differs, and how near they stand, from 0 to 1."""

    asked: Difference
    answered: Difference
    place: float

    @property
    def said(self) -> float:
        """How alike the answers are; one that has only grown is nearly the same."""
        has_grown = self.answered.shared >= _RICH - 1
        return max(self.answered.likeness, 0.9 * self.answered.containment if has_grown else 0.0)


def likeness(old: Question, new: Question) -> float:
    """How alike two questions are, up to 1; 0 when they are not the same question."""
    if not _may_be_same(old, new):  # most pairs end here, without a closer look
        return 0.0
    answered = difference(old.answered, new.answered)
    pair = _Pair(_asked(old, new, answered), answered, _place(old.group, new.group))
    if not _is_same(old, new, pair):
        return 0.0
    return 0.45 * pair.asked.likeness + 0.3 * pair.said + 0.25 * pair.place


def _may_be_same(old: Question, new: Question) -> bool:
    if not old.asked.keys().isdisjoint(new.asked):
        return True
    return len(old.answered.keys() & new.answered.keys()) >= _RICH - 1


def reads_the_same(one: Question, other: Question) -> bool:
    """Whether a learner could not tell two questions, but for what stands above them."""
    asked = difference(one.asked, other.asked)
    answered = difference(one.answered, other.answered)
    return asked.likeness == answered.likeness == 1


def _asked(old: Question, new: Question, answered: Difference) -> Difference:
    """What is asked differently, without asides, and words that stand above the other question.

    Only one of both may say more, unless they have one answer: two things of one heading
    ("A or B") are not the same.
    """
    asked = difference(old.asked, new.asked)
    removed = _unless(asked.removed, old.aside, new.context)
    added = _unless(asked.added, new.aside, old.context)
    have_one_answer = answered.likeness == 1 and answered.shared >= _RICH - 1
    if len(removed) < len(asked.removed) and len(added) < len(asked.added) and not have_one_answer:
        return asked
    return Difference(asked.shared, removed, added)


def _unless(
    words: Iterable[str], aside: Container[str], context: Container[str]
) -> tuple[str, ...]:
    return tuple(word for word in words if word not in aside and word not in context)


def _is_same(old: Question, new: Question, pair: _Pair) -> bool:
    asked = pair.asked
    if not asked.removed and not asked.added:
        return _asks_the_same(old, pair)
    if is_turned(asked) or has_other_numbers(asked):
        return False
    if not old.cloze and _has_changed_sides(pair):
        return False
    if _has_telling_answer(pair) or (old.cloze and _is_same_sentence(old, new)):
        return True
    if asked.likeness < 0.5:
        return False
    if asked.removed and asked.added:  # a word in the place of another: the answer has to agree
        said = pair.said if asked.likeness >= 0.7 else pair.answered.likeness
        return said >= 0.6 and pair.answered.shared >= _RICH - 1
    is_near = pair.place >= _SAME_FILE and asked.likeness >= 0.7
    return pair.said >= (0.4 if is_near else 0.7)  # it only says more, or less


def _has_changed_sides(pair: _Pair) -> bool:
    """Whether a word of the question is answered now, or the other way round: a merge, a split."""
    merged = not set(pair.asked.removed).isdisjoint(pair.answered.added)
    return merged or not set(pair.asked.added).isdisjoint(pair.answered.removed)


def _has_telling_answer(pair: _Pair) -> bool:
    """Whether only this question, or one about the same thing by another name, is answered so."""
    shared = pair.answered.shared
    if pair.answered.likeness < 0.9 or shared < _RICH:
        return False
    is_near = pair.place >= _SAME_FILE or shared >= 1.5 * _RICH
    return is_near and (pair.asked.likeness >= 0.2 or shared > _RICH + 1)


def _asks_the_same(old: Question, pair: _Pair) -> bool:
    """Of two questions with the same words; a short one is only the same in the same place."""
    if pair.asked.shared > _RICH or (pair.asked.shared == _RICH and pair.place >= _SAME_FILE):
        return True
    if pair.place == 1 and not old.counted:
        return True
    return pair.said >= (0.3 if pair.place >= _SAME_SECTION else 0.6)


def _is_same_sentence(old: Question, new: Question) -> bool:
    whole = difference(
        Counter(old.asked) + Counter(old.answered), Counter(new.asked) + Counter(new.answered)
    )
    least = _RICH - 1 if whole.likeness == 1 else _RICH + 1
    return whole.likeness >= 0.6 and whole.shared >= least


def _place(old: Group, new: Group) -> float:
    """1 under the same headings, less in the same file, least elsewhere."""
    above, now = old[1:-1], new[1:-1]
    if above == now:
        return 1.0 if old[0] == new[0] else _SAME_SECTION
    same = takewhile(lambda pair: pair[0] == pair[1], zip(above, now, strict=False))
    near = len(list(same)) / max(len(above), len(now))
    return 0.4 * near + (_SAME_FILE if old[0] == new[0] else 0.0)
