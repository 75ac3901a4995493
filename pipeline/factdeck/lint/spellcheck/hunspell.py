"""A Hunspell dictionary: the words of a language, and what makes other forms of them."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from factdeck.errors import UserError

_SHORTEST_PART = 4  # letters of a part of a compound
_LINKS = ("", "s", "es", "n", "en", "er")  # letters that languages put between the parts
_PLAIN = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß"))  # keyboards without these letters

_COUNT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d+\b")


@dataclass(frozen=True, eq=False)
class Dictionary:
    """Words are looked up as they are capitalised: ``haus`` is none in German."""

    words: Any

    def has(self, word: str) -> bool:
        """Whether the word is right, in any form that the dictionary makes, compounds too."""
        return bool(self.words.lookup(word))

    def has_single(self, word: str) -> bool:
        """Whether the word is right, and capitalised so, and no compound made by rule."""
        forms = self.words.lookuper.good_forms(word, capitalization=False, compound_forms=False)
        return any(True for _ in forms)

    def accepts(self, word: str) -> bool:
        """Whether the word is right but for capitals, umlauts, or being a compound of words."""
        if self.has(word):
            return True
        spelled = {word.lower(), word.capitalize()}
        spelled |= {form.replace(plain, right) for plain, right in _PLAIN for form in spelled}
        return any(self.has(form) for form in spelled) or self._is_compound(word.lower())

    @cached_property
    def letters(self) -> str:
        """The small letters that its words are made of, sorted."""
        stems = {letter for word in self.words.dic.words for letter in word.stem.lower()}
        return "".join(sorted(filter(str.isalpha, stems)))

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Each three letters in a row of the words that it lists, in lower case."""
        return frozenset(piece for word in self.words.dic.words for piece in pieces(word.stem))

    def _is_compound(self, word: str) -> bool:
        """Whether it can be split into two or more words."""
        return any(
            self._is_part(word[:way]) and (self._is_right(rest) or self._is_compound(rest))
            for way in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
            if (rest := word[way:])
        )

    def _is_part(self, word: str) -> bool:
        return any(
            self._is_right(word.removesuffix(link)) for link in _LINKS if word.endswith(link)
        )

    def _is_right(self, word: str) -> bool:
        long = len(word) >= _SHORTEST_PART
        return long and (self.has_single(word) or self.has_single(word.capitalize()))


@lru_cache(maxsize=4)  # reading one takes a second or two
def read(dic: Path, setting: str) -> Dictionary:
    """The dictionary of a .dic file and the .aff file beside it, named by a ``setting``.

    Raises UserError when one of them is missing, unreadable or damaged.
    """
    refuse_missing(dic, setting)
    if not _COUNT.match(dic.read_bytes()):
        raise _damaged(dic, setting, "the .dic file does not begin with the number of its words")
    if b"\0" in dic.with_suffix(".aff").read_bytes():
        raise _damaged(dic, setting, "the .aff file is no text")
    try:
        words = _words(dic)
        made = Dictionary(words)
        made.has("factdeck")  # some damage shows only when a word is looked up
    except Exception as error:  # the reader checks nothing, so any error may come of bad input
        raise _damaged(dic, setting, str(error) or type(error).__name__) from error
    if not words.dic.words:
        raise _damaged(dic, setting, "it holds no words")
    return made


def _words(dic: Path) -> Any:
    """The dictionary as spylls has it, with no file left open."""
    from spylls.hunspell import Dictionary as Words  # type: ignore[import-untyped]
    from spylls.hunspell.readers import read_aff, read_dic  # type: ignore[import-untyped]
    from spylls.hunspell.readers.file_reader import (  # type: ignore[import-untyped]
        BaseReader,
    )

    class Reader(BaseReader):  # type: ignore[misc]  # it has no types
        def __init__(self, file: Path, encoding: str = "windows-1252") -> None:
            self.data = file.read_bytes()
            super().__init__(self._text(encoding))

        def reset_encoding(self, encoding: str) -> None:
            self.reset_io(self._text(encoding))

        def _text(self, encoding: str) -> io.TextIOWrapper:
            # some dictionaries that are in use have flags which are no characters
            return io.TextIOWrapper(io.BytesIO(self.data), encoding, errors="surrogateescape")

    aff, context = read_aff(Reader(dic.with_suffix(".aff")))
    return Words(aff, read_dic(Reader(dic, context.encoding), aff=aff, context=context))


def refuse_missing(dic: Path, setting: str) -> None:
    """Raise UserError when one of the files of a dictionary is not there or cannot be read."""
    for file in (dic, dic.with_suffix(".aff")):
        try:
            with file.open("rb"):
                pass
        except OSError as error:
            raise UserError(
                f"{setting}: {file.as_posix()} cannot be read: {error.strerror}. A Hunspell "
                "dictionary is a .dic file with its .aff file beside it; the path starts at the "
                "folder of the settings."
            ) from error


def _damaged(dic: Path, setting: str, reason: str) -> UserError:
    return UserError(
        f"{setting}: {dic.as_posix()} with its .aff file is no Hunspell dictionary that can be "
        f"read: {reason}. Take both files from one source, unchanged."
    )


def pieces(word: str) -> Iterator[str]:
    """Each three letters in a row, in lower case."""
    small = word.lower()
    return (small[at : at + 3] for at in range(len(small) - 2))


def near(word: str, letters: str, exists: Callable[[str], bool]) -> Iterator[str]:
    """The words that exist and are one slip inside ``word`` away from it, each once.

    Its first letter and its last are as they are: another beginning is another word, and
    another ending another form.
    """
    seen = {word}
    for made in _slips(word, letters):
        if made not in seen:
            seen.add(made)
            if exists(made):
                yield made


def _slips(word: str, letters: str) -> Iterator[str]:
    """A letter lost, doubled, swapped with the next, or one without its accent."""
    for place in range(1, len(word)):
        before, letter, behind = word[:place], word[place], word[place + 1 :]
        yield from (before + each + word[place:] for each in letters)
        if behind:
            yield from (before + each + behind for each in letters if _is_like(letter, each))
        if behind and letter == behind[0]:
            yield before + behind
        if behind[1:]:
            yield before + behind[0] + letter + behind[1:]


def _is_like(one: str, other: str) -> bool:
    """Whether two letters differ by an accent only."""
    return _bare(one) == _bare(other)


@cache
def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
