"""Write the lexicon of the spelling rules, ``pipeline/factdeck/lint/lexicon/words.marisa``.

The licences of what it is made of are written beside it.

It is made of the word lists of SCOWL up to size 70, as Debian packs them, and of the term
lists of cspell that are under the MIT licence, in the versions of ``package.json``::

    apt-get install scowl
    mkdir FOLDER && cp lexicon/package.json FOLDER && npm install --prefix FOLDER
    python lexicon/build.py FOLDER/node_modules

A word has a rank: the size of the smallest list of SCOWL that holds it (10: the commonest
words, 70: rare ones), or one of those that ``factdeck.lint.lexicon`` gives to names and terms.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie  # type: ignore[import-not-found] # it has no types

from factdeck.lint.lexicon import FORMAT, NAME, PART, TERM, WORDS

_SCOWL = Path("/usr/share/dict/scowl")
_SCOWL_LICENCE = Path("/usr/share/doc/scowl/copyright")
_LARGEST = 70
_LIST = re.compile(
    r"(?:english|american|australian|british|british_z|canadian|(?:\w+_)?variant_1)"
    r"-(?P<kind>words|contractions|upper|proper-names|abbreviations)\.(?P<size>\d+)"
)
_TERMS = (
    "aws/dict/*",
    "companies/dict/*.txt",
    "data-science/dict/*",
    "docker/dict/*",
    "filetypes/*.gz",
    "fullstack/dict/*",
    "git/dict/*",
    "golang/dict/*",
    "google/dict/*",
    "html/dict/*",
    "k8s/dict/*",
    "node/dict/*",
    "python/dict/python-common.txt",
    "shell/dict/*.txt",
    "software-terms/dict/*.txt*",
    "sql/*.gz",
    "terraform/dict/*",
)
_WORD = re.compile(r"[a-z][a-z']{0,38}[a-z]")
_PART = re.compile(r"[A-Z]?[a-z]{3,}|[A-Z]{4,}(?![a-z])")  # of a name with capitals inside


def scowl(folder: Path) -> Iterator[tuple[str, int]]:
    """The words of SCOWL, each with its rank."""
    for path in sorted(folder.iterdir()):
        match = _LIST.fullmatch(path.name)
        if match and int(match["size"]) <= _LARGEST:
            ordinary = match["kind"] in ("words", "contractions")
            rank = int(match["size"]) if ordinary else NAME
            for word in path.read_text(encoding="latin-1").splitlines():
                yield word.removesuffix("'s"), rank


def terms(modules: Path) -> Iterator[tuple[str, int]]:
    """The words of cspell's lists, and the parts of those that have capitals inside."""
    for pattern in _TERMS:
        paths = sorted(modules.glob(f"@cspell/dict-{pattern}"))
        if not paths:
            sys.exit(f"There is no {modules}/@cspell/dict-{pattern}.")
        for path in paths:
            for line in _lines(path):
                yield from _terms_of(line.partition("#")[0].strip())


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode().splitlines()


def _terms_of(entry: str) -> Iterator[tuple[str, int]]:
    if entry.startswith("!"):  # cspell forbids it
        return
    for word in re.split(r"[^A-Za-z']+", entry):
        yield word, TERM
        for part in _PART.findall(word):
            yield part, PART


def ranked(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Each word in lower case with its best rank."""
    ranks: dict[str, int] = {}
    for word, rank in pairs:
        word = word.lower()
        if _WORD.fullmatch(word):
            ranks[word] = min(rank, ranks.get(word, rank))
    return ranks


def licences(modules: Path) -> dict[str, str]:
    """The licences by the names of their files: SCOWL's, and the one of cspell's lists.

    The lists share the text of the licence; whose copyright they are is listed before it.
    """
    packages = sorted({f"dict-{pattern.split('/')[0]}" for pattern in _TERMS})
    texts = {name: (modules / "@cspell" / name / "LICENSE").read_text() for name in packages}
    whose = [f"{name}: {_copyright(text)}" for name, text in texts.items()]
    shared = (
        texts["dict-software-terms"].replace(_copyright(texts["dict-software-terms"]), "").strip()
    )
    return {
        "LICENSE-scowl.txt": _SCOWL_LICENCE.read_text(encoding="utf-8"),
        "LICENSE-cspell.txt": "\n".join(whose) + f"\n\n{shared}\n",
    }


def _copyright(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("Copyright"))


def main(modules: Path) -> None:
    """Write the lexicon and its licences, and say how large it is."""
    ranks = ranked([*scowl(_SCOWL), *terms(modules)])
    trie = marisa_trie.RecordTrie(FORMAT, ((word, (rank,)) for word, rank in sorted(ranks.items())))
    trie.save(str(WORDS))
    for name, text in licences(modules).items():
        WORDS.with_name(name).write_text(text, encoding="utf-8")
    print(f"{len(ranks):,} words, {WORDS.stat().st_size:,} bytes: {WORDS}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
