"""The words of questions in the languages that notes are written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates of one language; ``{}`` stands for the thing that is asked about."""

    lang: str
    what_is: str
    what_are: str
    stands_for: str
    how_many: str
    which_of: str
    part: str
    also: str


_NEUTRAL = Phrases(
    lang="",
    what_is="{}: ?",
    what_are="{}: ?",
    stands_for="{} = ?",
    how_many="…",
    which_of="{} ?",
    part="{}/{}",
    also="+",
)
_LANGUAGES = {
    "en": Phrases(
        lang="en",
        what_is="What is {}?",
        what_are="What are {}?",
        stands_for="What does {} stand for?",
        how_many="how many",
        which_of="which of {}?",
        part="part {} of {}",
        also="Also",
    ),
    "de": Phrases(
        lang="de",
        what_is="Was ist {}?",
        what_are="Was sind {}?",
        stands_for="Wofür steht {}?",
        how_many="wie viele",
        which_of="welche von {}?",
        part="Teil {} von {}",
        also="Außerdem",
    ),
}


def phrases(lang: str) -> Phrases:
    """The phrases of a language (``en``, ``de-AT``); signs instead of words for one not known."""
    return _LANGUAGES.get(lang.replace("_", "-").split("-")[0].lower(), _NEUTRAL)
