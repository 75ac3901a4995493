"""What a word that nobody knows should have been.

The noisy-channel view: a right word is the likelier the more common it is and the oftener the
notes use it; a slip is the likelier the less it changes. What cannot be told from a name, a
term, an abbreviation or a foreign word that is new to the lexicon is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factdeck.lint import lexicon
from factdeck.lint.spellcheck.edits import Slip, Undone, adjacent, alike, undone
from factdeck.lint.spellcheck.vocabulary import Vocabulary

_SHORT, _LONG = 5, 8  # letters
_OFTEN = 5
_BRITISH = ("tre", "bre", "cre", "gre", "ter", "ber", "cer", "ger")  # centre, center
_BASIC = 20  # the rank of what a beginner reads
_COST = {Slip.SWAPPED: 0.0, Slip.EXTRA: 0.5, Slip.LOST: 0.5, Slip.OTHER: 1.0}
_CLOSE = 2.5  # words whose weights differ by less are named both


def right(word: str, notes: Vocabulary) -> tuple[str, ...]:
    """What the unknown word should be, the likeliest first; nothing when that is not sure."""
    cases = [Case(word, each, notes) for each in undone(word, notes.has, notes.begins)]
    short = tuple(case.right for case in cases if "'" in case.right)
    if short:
        return short  # doesnt: however often the notes write it
    likely = [case for case in cases if not any(veto(case) for veto in _VETOES)]
    best = _best((case.weight, case.right) for case in likely)
    if any(notes.counts[each] for each in best):
        return best
    return _of_notes(word, notes) or best


def _best(weighted: Iterable[tuple[float, str]]) -> tuple[str, ...]:
    ordered = sorted(weighted, key=lambda pair: (-pair[0], pair[1]))
    return tuple(word for weight, word in ordered if weight > ordered[0][0] - _CLOSE)


@dataclass(frozen=True, slots=True)
class Case:
    """A ``word`` of the notes that nobody knows, and one that it may be a slip of."""

    word: str
    undone: Undone
    notes: Vocabulary

    @property
    def right(self) -> str:
        """The word that it may be a slip of."""
        return self.undone.word

    @property
    def slip(self) -> Slip:
        """What happened."""
        return self.undone.slip

    @property
    def times(self) -> int:
        """How often the notes use the word."""
        return self.notes.counts[self.word]

    @property
    def often(self) -> int:
        """How often the notes use the right word."""
        return self.notes.counts[self.right]

    @property
    def rank(self) -> int:
        """How common the right word is."""
        return self.notes.rank(self.right)

    @property
    def length(self) -> int:
        """How many letters the word has."""
        return len(self.word)

    @property
    def is_name(self) -> bool:
        """Whether the word is capitalised as names are."""
        return self.notes.is_name(self.word)

    @property
    def is_at_end(self) -> bool:
        """Whether only the end of the word is another."""
        return self.undone.is_at_end_of(self.word)

    @property
    def is_doubled(self) -> bool:
        """Whether one letter too many or too few stands beside its like."""
        return self.undone.doubles(self.word)

    @property
    def is_sure(self) -> bool:
        """Whether it is one of those slips that hardly make another word by chance."""
        return self.slip is Slip.SWAPPED or self.is_doubled

    @property
    def is_alike(self) -> bool:
        """Whether people take the wrong letter for the right one."""
        place = self.undone.place
        return alike(self.word[place], self.right[place])

    @property
    def weight(self) -> float:
        """How likely it is, beside other cases of the same word."""
        common = (lexicon.NAME - min(self.rank, lexicon.NAME)) / 20
        return common + min(self.often, 20) / 5 - _COST[self.slip] + self.is_doubled / 2


# --- why a word is rather one of its own than a slip -----------------------------------------


def _is_unusual(case: Case) -> bool:
    """The other word is a rare one, which people hardly meant."""
    sure = case.slip is not Slip.OTHER and case.length >= _LONG - case.is_sure
    sure = sure or case.length > _LONG + 2
    if case.rank >= lexicon.PART:  # it is known from the notes
        return case.slip is Slip.OTHER or case.length <= _SHORT or case.rank == lexicon.PART
    if case.often >= _OFTEN:
        return case.rank >= lexicon.NAME and case.length < _LONG - 2
    if case.rank >= lexicon.NAME:
        return not (sure and case.rank == lexicon.TERM)
    if case.length > _LONG and (sure or case.rank <= _BASIC):
        inserted = case.slip is Slip.EXTRA and not case.is_doubled
        return inserted and case.rank > lexicon.USUAL and not case.often
    if case.is_name:
        enough = 1 if case.is_sure or case.slip is Slip.LOST else 2
        return case.rank > lexicon.COMMON or case.often < enough
    return case.rank > lexicon.USUAL and not case.often


def _begins_otherwise(case: Case) -> bool:
    """The first letter is another: so are the names of programs and formats made."""
    if case.undone.place or case.slip is Slip.SWAPPED:
        return False
    if case.slip is Slip.EXTRA:
        return not case.is_doubled
    if case.is_name or case.times > 1 or case.rank > lexicon.COMMON:
        return True
    if case.slip is Slip.LOST:
        return not case.often
    return case.often < _OFTEN and not (case.length >= _LONG and case.rank <= _BASIC)


def _ends_otherwise(case: Case) -> bool:
    """The ending is another: an abbreviation, a foreign word, or a form that lists leave out."""
    if not case.is_at_end or case.is_doubled:
        return False
    if case.times > 1:
        return True
    last, before = case.word[-1], case.word[-2]
    match case.slip:
        case Slip.SWAPPED:
            return case.word.endswith(_BRITISH)
        case Slip.EXTRA:
            long = len(case.right) >= _LONG - 1 and case.often >= _OFTEN
            slipped = case.often > 0 and adjacent(last, before)
            return not (long or slipped) or last in "sydrn"
        case Slip.OTHER:
            enough = _OFTEN if last in "aeiou" else 0 if case.length >= _LONG else 1
            known = case.often >= enough
            slipped = known and adjacent(last, case.right[-1])
            return not slipped or case.word.endswith(("ed", "er", "es"))
    known = case.often > 1 and case.length >= _LONG - 1
    known = known or (case.rank <= _BASIC and case.length >= _LONG)
    return not known or case.right[-1] in "srdyl" or last in "aeio" or case.is_name


def _is_made_by_rule(case: Case) -> bool:
    """It is made of words that everybody knows, with an ending or a letter before them: dgraph."""
    if lexicon.is_formed(case.word):
        return case.often <= _OFTEN
    rest = case.word[1:]
    if case.undone.place and case.notes.counts[rest] > case.often:
        return lexicon.rank(rest) <= lexicon.COMMON
    return case.often < _OFTEN and lexicon.is_compound(case.word, _BASIC)


def _is_too_short(case: Case) -> bool:
    """A short word has many neighbours by chance."""
    if case.length < _SHORT:
        return not (case.rank < _BASIC and case.often > 0 and case.slip is Slip.SWAPPED)
    if case.length == _SHORT:
        return case.times > 1 or case.rank > _BASIC or case.often < _enough_of_short(case)
    if case.often:
        return (
            case.often == 1 and case.length < _LONG and case.slip is Slip.EXTRA and not case.is_sure
        )
    if case.is_sure or case.slip is Slip.LOST:
        return case.length < _LONG - 1 and case.rank > _BASIC
    known = case.slip is Slip.OTHER and case.rank < _BASIC
    return case.length < (_LONG - 1 if known else _LONG)


def _enough_of_short(case: Case) -> int:
    """How often the notes must use the right word when the wrong one is short."""
    known = case.rank < _BASIC
    if case.slip is Slip.OTHER:
        small = case.word in case.notes.forms[case.word]
        return 0 if known and small and case.is_alike else 2 * _OFTEN
    if case.is_sure:
        return int(not known)
    return 0 if case.slip is Slip.LOST and known else _OFTEN


def _is_too_frequent(case: Case) -> bool:
    """What the notes say again and again is meant."""
    if case.rank == lexicon.UNKNOWN:
        return case.often < 3 * case.times
    if case.times == 1:
        return False
    often = case.often >= max(_OFTEN, 2 * case.times)
    if case.is_name or case.times > 2 * _OFTEN:
        return case.slip is Slip.OTHER or not often
    close = case.slip is not Slip.OTHER or case.is_alike
    if close and case.often and case.length >= _LONG - (case.rank <= lexicon.COMMON):
        return case.rank > lexicon.USUAL
    return not (often and close) and not (case.times <= 3 and case.length > _LONG)


def _is_unlike(case: Case) -> bool:
    """The letters are neither neighbours on the keyboard nor alike in sound."""
    if case.slip is not Slip.OTHER or case.is_alike:
        return False
    if case.rank > lexicon.COMMON or case.length < _LONG - 2:
        return True
    if case.length < _LONG:
        return case.times > 1 or case.often < 4 * _OFTEN
    long = case.length > _LONG + 1 or (case.length > _LONG and case.rank <= _BASIC)
    return case.often < 3 and not long


_VETOES = (
    _is_unusual,
    _begins_otherwise,
    _ends_otherwise,
    _is_made_by_rule,
    _is_too_short,
    _is_too_frequent,
    _is_unlike,
)


# --- more than one slip ----------------------------------------------------------------------


def _of_notes(word: str, notes: Vocabulary) -> tuple[str, ...]:
    """The words of the notes that more than one slip makes ``word`` of."""
    if len(word) < _LONG - 1 or notes.counts[word] > 1:
        return ()
    return _same_letters(word, notes) or _two_slips(word, notes)


def _same_letters(word: str, notes: Vocabulary) -> tuple[str, ...]:
    """The words of the notes that have the same letters in another order."""
    others = notes.by_letters.get("".join(sorted(word)), ())
    return tuple(sorted(other for other in others if other[0] == word[0]))


def _two_slips(word: str, notes: Vocabulary) -> tuple[str, ...]:
    """The words of the notes that two slips make ``word`` of."""
    from rapidfuzz.distance import OSA

    if len(word) < _LONG or notes.is_name(word):
        return ()
    if lexicon.is_formed(word) or lexicon.is_compound(word, lexicon.USUAL):
        return ()
    near = (other for other in _like(word, notes) if OSA.distance(word, other, score_cutoff=2) <= 2)
    return _best((float(min(notes.counts[other], 20)) / 5, other) for other in near)


def _like(word: str, notes: Vocabulary) -> Iterator[str]:
    """Common long words of the notes that begin like ``word`` and do not only end otherwise."""
    stem = word[: len(word) - 2]
    enough = 1 if len(word) > _LONG else 2
    for other in notes.by_beginning.get(word[:2], ()):
        if len(other) >= _LONG and notes.counts[other] >= enough and not other.startswith(stem):
            yield other
