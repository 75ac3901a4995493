"""Where words stand in files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from factdeck.corpus.prose import WORD
from factdeck.lint.subjects import File
from factdeck.model import Span


def occurrences(files: Iterable[File], words: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Each place in the prose of the files where one of the words stands, as capitalised."""
    for file in files:
        if any(word in file.words for word in words):
            yield from _in_file(file, words)


def _in_file(file: File, words: Collection[str]) -> Iterator[tuple[str, Span]]:
    for number, line in enumerate(file.prose, 1):
        for match in WORD.finditer(line.replace("’", "'")):
            if match[0] in words:
                start, end = match.span()
                span = Span(file.source.path, number, start + 1, end_column=end + 1)
                yield match[0], span
