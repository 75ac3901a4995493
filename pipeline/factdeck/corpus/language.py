"""Whether a text is English, told by the little words that every sentence needs."""

from __future__ import annotations

from collections.abc import Mapping

_ENGLISH = (
    "the of and to is a for in with are be it that on as can by this or from you when not your "
    "which will at have has"
)
# Words of other languages that are no English ones; languages may share some.
_OTHERS = {
    "de": "der das und ist nicht ein eine einen ich sie wir auf mit für von zum den dem sich auch",
    "fr": "le la les est et dans que qui sur pas avec sont aux cette il nous vous",
    "es": "el la los las una es que por para con del se como más pero su al lo",
    "it": "il che di della del una non sono gli nel alla con più è lo anche",
    "pt": "os um uma não para que da dos na por mais é ao em como seu",
    "nl": "het een van niet zijn voor dat op de wordt ook ik maar aan",
    "sv": "och att är som för det på inte av ett den jag ikke til og",
    "pl": "nie jest się na że jak przez są oraz dla jego ale",
}
_SHARE = 0.15  # bilingual vocabulary lists have more, English notes with foreign names less
_ENOUGH = 3  # different words: "la la la" is not French


def is_english(words: Mapping[str, int]) -> bool:
    """Whether the words (with their counts) are those of an English text; True when unsure."""
    return language(words) == "en"


def language(words: Mapping[str, int]) -> str:
    """The language of the words (with their counts), as in ``de``; ``en`` when unsure.

    The Scandinavian languages are all ``sv``.
    """
    counts: dict[str, int] = {}
    for word, count in words.items():
        if not word.isupper():  # DES, ES and LA are names
            counts[word.lower()] = counts.get(word.lower(), 0) + count
    english = sum(_found(counts, _ENGLISH))
    found = {lang: _found(counts, little) for lang, little in _OTHERS.items()}
    sums = {lang: sum(each) if len(each) >= _ENOUGH else 0 for lang, each in found.items()}
    likeliest = max(sums, key=lambda lang: sums[lang])
    other = sums[likeliest]
    return "en" if not other or other < _SHARE * (english + other) else likeliest


def reads_as_english(words: Mapping[str, int]) -> bool:
    """Whether the words (with their counts) are sentences in English, and no code."""
    found = _found(words, _ENGLISH)
    return len(found) >= _ENOUGH and sum(found) >= _SHARE * sum(words.values())


def _found(counts: Mapping[str, int], words: str) -> list[int]:
    """The counts of those of the words that are there at all."""
    return [counts[word] for word in words.split() if word in counts]
