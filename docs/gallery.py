"""Write dist/gallery.html, which shows how cards look: ``make gallery``.

The notes in docs/gallery (notes.md: the kinds of cards; markup.md: what an answer may hold)
become a package, Anki imports it and renders its cards in a process of its own, and each card
is shown at the width of a phone, by day and by night, as a client of Anki would show it. Three
things stand for what clients add: MathML for MathJax, a round button for a sound, and a few
lines of CSS for a client's own style. The page needs no other file and no network.
"""

from __future__ import annotations

import base64
import json
import mimetypes
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any

from factdeck.cards import Deck, make
from factdeck.cards.media import finder
from factdeck.config import DeckSettings
from factdeck.facts import read
from factdeck.model import Fact, FactKind, Note, Source, Span
from factdeck.package import Package, writer
from factdeck.package.identity import identify
from factdeck.package.lock import Lock
from factdeck.parse import parse

ROOT = Path(__file__).parent.parent
NOTES = ROOT / "docs" / "gallery"
PAGE = ROOT / "dist" / "gallery.html"
DRIVER = ROOT / "tests" / "anki" / "driver.py"
SETTINGS = DeckSettings("Gallery", "gallery", source_url="https://example.com/{path}#L{line}")
TIME = 1_700_000_000
PHONE = 390
"""The width of a phone in CSS pixels."""

_MATH = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.S)
_SOUND = re.compile(r"\[anki:play:[qa]:\d+\]")
_SRC = re.compile(r'(?<= src=")[^"/:]+(?=")')
_BUTTON = (
    '<a class="replay-button replaybutton" href="#" title="Play"><span>'
    '<svg viewBox="0 0 40 40" width="40" height="40"><circle cx="20" cy="20" r="19" fill="#fff" '
    'stroke="#444"/><path d="M15 11l16 9-16 9z" fill="#444"/></svg></span></a>'
)
_STAND_IN_CSS = """
mjx-container { white-space: nowrap }
mjx-container[display="true"] { display: block; text-align: center; margin: 1em 0 }
.replay-button { display: inline-flex; vertical-align: middle; margin: 3px }
"""


@dataclass(frozen=True, slots=True)
class Card:
    """A card as Anki renders it; ``ordinal`` counts from 0 within its note."""

    title: str
    ordinal: int
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Client:
    """A client of Anki: what night mode adds to the classes of the body, and what is around."""

    night: str
    around: str
    css: str


CLIENTS = {
    "desktop": Client(
        "nightMode night_mode",
        '<div id="qa" dir="auto">{}</div>',
        "body { margin: 20px; overflow-wrap: break-word }"
        "body.nightMode { background-color: #2c2c2c; color: #fcfcfc }"
        "hr { background-color: #737373; margin: 1em 0; border: none; height: 1px }"
        "img { max-width: 100%; max-height: 95vh } li { text-align: start }",
    ),
    "AnkiDroid": Client(
        "night_mode nightMode ankidroid_dark_mode",
        '<div id="content">{}</div>',
        "body { margin: 0 0 30px; padding: 0 } #content { margin: .5em }"
        "body.night_mode { color: white; background-color: black }"
        "body.ankidroid_dark_mode { background-color: #303030 }",
    ),
    "AnkiMobile": Client("nightMode", '<div id="qa">{}</div>', "body { margin: 8px }"),
}


# --- notes → cards -----------------------------------------------------------------------


def cards() -> list[Card]:
    """The cards of the gallery's notes, rendered by Anki."""
    notes, markup = (_source(NOTES / name) for name in ("notes.md", "markup.md"))
    facts = [*read(parse(notes)).facts, *_answers(markup)]
    find = finder([notes, markup], NOTES)
    return list(_rendered(make(facts, SETTINGS, find)))


def _source(file: Path) -> Source:
    return Source(file.name, file.name, str(file), file.read_text(encoding="utf-8"))


def _answers(source: Source) -> Iterator[Fact]:
    """A fact for each section, whatever stands in it: its heading is asked, or it is a cloze."""
    title, *sections = source.text.split("\n## ")
    for section in sections:
        question, text = section.split("\n", 1)
        kind = FactKind.CLOZE if "{{c1::" in text else FactKind.QUESTION
        yield Fact(
            key=f"{source.name} › {question}",
            id="",
            kind=kind,
            subject=question if kind is FactKind.CLOZE else "",
            headings=(title.splitlines()[0].lstrip("# "),),
            predicate=question,
            object=text.strip(),
            text=text.strip(),
            span=Span(source.path, 1),
            syntax="gallery",
        )


def _rendered(deck: Deck) -> Iterator[Card]:
    notes = identify(deck.notes, Lock(), deck.slug, lambda _: TIME).notes
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "gallery.apkg")
        writer.write(Package(deck.slug, deck.name, "1.0.0", notes), file)
        shown = _anki(
            {"do": "import_package", "file": str(file)},
            *({"do": "render", "guid": each.guid} for each in notes),
        )[1:]
    for each, of_note in zip(notes, shown, strict=True):
        embed = _embedder(each.note)
        for card in of_note:
            sides = [embed(_played(_typeset(card[side]))) for side in ("question", "answer")]
            yield Card(each.note.key, card["ordinal"], *sides)


def _anki(*commands: dict[str, str]) -> list[Any]:
    command = [sys.executable, str(DRIVER)]
    ran = subprocess.run(  # noqa: S603 - our own program
        command, input=json.dumps(commands), stdout=subprocess.PIPE, text=True, check=True
    )
    answers: list[Any] = json.loads(ran.stdout)
    return answers


def _typeset(html: str) -> str:
    return _MATH.sub(lambda found: _mathml(found[1] or found[2], display=not found[1]), html)


def _mathml(tex: str, *, display: bool) -> str:
    from latex2mathml.converter import convert

    math = convert(unescape(tex), display="block" if display else "inline")
    attribute = ' display="true"' if display else ""
    return f"<mjx-container{attribute}>{math}</mjx-container>"


def _played(html: str) -> str:
    return _SOUND.sub(_BUTTON, html)


def _embedder(note: Note) -> Callable[[str], str]:
    """Put the files of a note into its HTML."""
    urls = {media.name: _data_url(Path(media.file)) for media in note.media}
    return lambda html: _SRC.sub(lambda found: urls[found[0]], html)


def _data_url(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"


# --- cards → page ------------------------------------------------------------------------


def document(html: str, ordinal: int, client: Client, *, night: bool) -> str:
    """One side of a card as the document that a client shows."""
    classes = f"card card{ordinal + 1}{' ' + client.night if night else ''}"
    return (
        f'<!doctype html><html lang="en" class="{"night-mode" if night else ""}">'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<style>{client.css}{_STAND_IN_CSS}</style>"
        f'<body class="{classes}">{client.around.format(html)}</body></html>'
    )


def page(shown: Iterable[Card], client: Client = CLIENTS["AnkiDroid"]) -> str:
    """The gallery: a figure for each card, with its question and answer by day and by night."""
    figures = "\n".join(_figure(card, client) for card in shown)
    return _PAGE.replace("PHONE", str(PHONE)).replace("FIGURES", figures)


def _figure(card: Card, client: Client) -> str:
    frames = "".join(
        f'<iframe srcdoc="{escape(document(side, card.ordinal, client, night=night))}"></iframe>'
        for night in (False, True)
        for side in (card.question, card.answer)
    )
    title = card.title.partition(" › ")[2] or card.title
    return f"<figure><figcaption>{escape(title)}</figcaption>{frames}</figure>"


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery of cards</title>
<style>
body { margin: 1rem; font-family: system-ui, sans-serif; background: #d8dde3; color: #111 }
figure { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1rem; margin: 0 0 2rem }
figcaption { flex-basis: 100%; overflow-wrap: anywhere }
iframe { width: PHONEpx; height: 12rem; border: 0; border-radius: 8px; background: #fff }
</style>
<h1>Gallery of cards</h1>
<p>The cards of <code>docs/gallery</code>: question and answer by day, then by night.</p>
FIGURES
<script>
addEventListener("load", () => {
  const frames = [...document.querySelectorAll("iframe")];
  const heights = frames.map((frame) => frame.contentDocument.documentElement.scrollHeight);
  frames.forEach((frame, index) => { frame.style.height = `${heights[index]}px`; });
});
</script>
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(cards()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
