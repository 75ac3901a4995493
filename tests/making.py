"""Values for tests, made from text."""

from __future__ import annotations

from textwrap import dedent

from factdeck.corpus import Corpus, File
from factdeck.facts import read
from factdeck.model import Block, Document, Fact, Source
from factdeck.parse import parse


def source(text: str, path: str = "notes.md") -> Source:
    return Source(path, path, path, text, markdown=path.endswith(".md"))


def document(text: str, path: str = "notes.md") -> Document:
    return parse(source(dedent(text), path))


def facts(text: str, path: str = "notes.md") -> tuple[Fact, ...]:
    return read(document(text, path)).facts


def corpus(**texts: str) -> Corpus:
    """A corpus of sources by name (without ``.md``)."""
    files = []
    for name, text in sorted(texts.items()):
        parsed = document(text, f"{name}.md")
        reading = read(parsed)
        files.append(File(parsed.source, parsed, reading.facts, "", reading.lines))
    return Corpus(tuple(files))


def all_blocks(blocks: tuple[Block, ...]) -> list[Block]:
    """Blocks and all that is nested in them."""
    return [inner for block in blocks for inner in (block, *all_blocks(block.children))]
