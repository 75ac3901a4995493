"""The words that a project says are spelled right: ``words.txt`` at its root.

That is beside its configuration, or in the working folder without one. One word a line; what
follows a ``#`` is a comment. Words of the settings count as well.
"""

from __future__ import annotations

from collections.abc import Iterable

from factdeck.config import WORDS, Config
from factdeck.errors import UserError
from factdeck.formats.staging import staging
from factdeck.sources.ignore import words_file


def known(config: Config) -> frozenset[str]:
    """The words that are right, of the settings and of ``words.txt``.

    Raises UserError, with the line, when the file cannot be read or a line holds two words.
    """
    return frozenset((*config.lint.words, *filter(None, map(_word, _lines(config)))))


def add(config: Config, words: Iterable[str]) -> tuple[str, ...]:
    """Write the words that are new into ``words.txt``, in the order of the alphabet.

    Gives those that were added. What stands in the file already stays where it is. Raises
    UserError when it cannot be read or written, and when there are no settings that it could
    lie beside while a note has its name.
    """
    file = words_file(config)
    if file is None:
        raise UserError(f"{WORDS} is a note here. Give it another name, or make a factdeck.toml.")
    have = {word.casefold() for word in known(config)}
    new = {word.casefold(): word for word in sorted(words)}
    added = tuple(word for key, word in sorted(new.items()) if key not in have)
    if added:
        lines = _lines(config)
        for word in added:
            lines.insert(_place(lines, word), word)
        with staging() as stage:
            stage(file).write_bytes("".join(f"{line}\n" for line in lines).encode())
    return added


def _place(lines: list[str], word: str) -> int:
    """Where a word goes: before the first that comes after it, else at the end."""
    after = (at for at, line in enumerate(lines) if _word(line).casefold() > word.casefold())
    return next(after, len(lines))


def _word(line: str) -> str:
    """The word of a line, empty when it holds none."""
    return line.partition("#")[0].strip()


def _lines(config: Config) -> list[str]:
    """The lines of the file, checked; none without a file."""
    file = words_file(config)
    if file is None:
        return []
    try:
        lines = file.read_bytes().decode("utf-8-sig").splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UserError(f"{WORDS} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        bad = error.object.count(b"\n", 0, error.start) + 1
        raise UserError(f"{WORDS}:{bad}: this is not UTF-8; save the file as UTF-8.") from error
    for number, line in enumerate(lines, 1):
        if len(_word(line).split()) > 1:
            raise UserError(f'{WORDS}:{number}: "{_word(line)}" is not one word; write one a line.')
    return lines
