"""All sources together: their facts, their words, and look-ups over both.

The corpus is made of one :class:`File` for each source; a changed source replaces its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factdeck.claims.claim import Claim
from factdeck.claims.evidence import Evidence, evidence
from factdeck.config import MAX_MEDIA_BYTES
from factdeck.corpus.copies import Copy, copies
from factdeck.corpus.duplicates import Duplicates, find_duplicates
from factdeck.corpus.knowledge import Knowledge, knowledge
from factdeck.corpus.language import language
from factdeck.corpus.listings import list_copies
from factdeck.corpus.pins import Pin
from factdeck.corpus.prose import outside_code, prose, words
from factdeck.model import Block, BlockKind, Document, Fact, LineUse, Source


@dataclass(frozen=True)
class File:
    """One source with what was read from it.

    ``document`` is None when the source could not be read. ``lang`` is the language of the
    deck it belongs to, empty when nobody said; front matter goes before it. ``uses`` says
    what became of each non-blank line. ``kept_evidence`` is what was found by an earlier look.
    """

    source: Source
    document: Document | None = None
    facts: tuple[Fact, ...] = ()
    lang: str = ""
    uses: tuple[LineUse, ...] = ()
    kept_evidence: Evidence | None = None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the source as written."""
        return tuple(self.source.lines)

    @cached_property
    def outside_code(self) -> tuple[str, ...]:
        """The lines with code, comments and formulas masked; each as long as it is written.

        None of a source that its front matter switches off.
        """
        if self.document is None or self.source.front.off:
            return ()
        return outside_code(self.document)

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The lines with all that nobody reads as words masked; each as long as it is written."""
        return prose(self.outside_code)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the prose, as it is capitalised there."""
        return words(self.prose)

    @cached_property
    def english(self) -> bool:
        """Whether the prose is English."""
        return self.language.startswith("en")

    @cached_property
    def language(self) -> str:
        """The language of the prose, as in ``pt-br``: front matter or deck say, its words show.

        Every deck has a language, and many an author never set it: its English is looked at.
        """
        lang = (self.source.front.lang or self.lang or "en").lower()
        if self.source.front.lang or not lang.startswith("en"):
            return lang
        return language(self.words)

    @cached_property
    def evidence(self) -> Evidence:
        """What the source gives the comparison with others."""
        return self.kept_evidence or evidence(self.facts, self.lines)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the facts, in order."""
        return self.evidence.claims

    def blocks(self, kind: BlockKind) -> Iterator[Block]:
        """The blocks of one kind in the order of the source, nested ones included."""
        return _of_kind(kind, self.document.blocks if self.document else ())


@dataclass(frozen=True, eq=False)
class Corpus:
    """All files, sorted by path, with the ``root`` folder that their media lie in.

    ``known`` are words that the author says are spelled right, ``names`` are names with the
    capitals that they have, ``pins`` are true whatever a note says. A picture
    or sound should not be larger than ``max_media_bytes``. ``dictionaries`` pairs the tag of a
    language with the .dic file of a Hunspell dictionary.
    """

    files: tuple[File, ...]
    known: frozenset[str] = frozenset()
    root: Path = Path()
    names: frozenset[str] = frozenset()
    pins: tuple[Pin, ...] = ()
    max_media_bytes: int = MAX_MEDIA_BYTES
    dictionaries: tuple[tuple[str, Path], ...] = ()

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of all files, in order."""
        return tuple(fact for file in self.files for fact in file.facts)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all facts, in order."""
        return tuple(claim for file in self.files for claim in file.claims)

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the notes say about their own names."""
        return knowledge(file.evidence.vocabulary for file in self.files)

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """Sentences and lists alike under one heading that differ in one thing."""
        return (*copies(self.facts, self.knowledge), *list_copies(self.facts))

    @cached_property
    def duplicates(self) -> tuple[Duplicates, ...]:
        """Groups of facts that say the same about one thing."""
        return find_duplicates(self.facts)

    def claims_of(self, extractor: str) -> tuple[Claim, ...]:
        """The claims of one template, in order."""
        return tuple(claim for claim in self.claims if claim.extractor == extractor)

    def claims_by(
        self, extractor: str
    ) -> dict[tuple[tuple[str, ...], tuple[str, ...]], list[Claim]]:
        """The claims of one template under (subject, attribute): only those can disagree."""
        found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Claim]] = {}
        for claim in self.claims_of(extractor):
            found.setdefault((claim.subject, claim.attribute), []).append(claim)
        return found

    @cached_property
    def english(self) -> tuple[File, ...]:
        """The files in English."""
        return tuple(file for file in self.files if file.english)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self.known)

    def knows(self, word: str) -> bool:
        """Whether the author says that a word is spelled right, however it is capitalised."""
        return word.lower() in self._known

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the files in English, as it is capitalised there."""
        total: Counter[str] = Counter()
        for file in self.english:
            total.update(file.words)
        return total


def _of_kind(kind: BlockKind, blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind is kind:
            yield block
        yield from _of_kind(kind, block.children)
