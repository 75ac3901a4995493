"""Cards look right in a real browser: on a phone and a wide screen, by day and by night."""

from __future__ import annotations

import json
import runpy
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pygments.token import STANDARD_TYPES

from browser import Browser, browser
from factdeck.package.notetypes import css

HERE = Path(__file__).parent
GALLERY = runpy.run_path(str(HERE.parent / "docs" / "gallery.py"))
MEASURE = (HERE / "gallery" / "measure.js").read_text(encoding="utf-8")
FRAMES = '[...document.querySelectorAll("iframe")]'
WIDTHS = {"desktop": (1280, 700), "AnkiDroid": (320, 390), "AnkiMobile": (320, 390, 844)}
SHOWN = [
    *(".context", ".source a", ".ask", ".extra, .others", "td", "th:nth-child(6)", "blockquote"),
    *(".cloze", ".text li .cloze", "pre .cloze", ".cloze-inactive .cloze", ".highlight .kn"),
    *("mjx-container", "mjx-container[display]", "img", ".replay-button", "mark", "kbd", "sub"),
]
"""CSS selectors of what the gallery's cards have in them."""


def every_colour() -> Any:
    """A card with each class that Pygments knows, and with what is coloured within colours."""
    names = sorted(set(filter(None, STANDARD_TYPES.values())))
    code = "".join(f'<span class="{name}">{name}</span> ' for name in names)
    inner = '<span class="cloze">cloze</span> <a href="#">link</a> <code>code</code>'
    inner += f"<mark>{inner}</mark>"
    html = f"""<style>{css()}</style><div class="back">{inner}
        <table><tr><th>{inner}<td>{inner}</table>
        <div class="highlight"><pre><code>{inner} {code}</code></pre></div></div>"""
    return GALLERY["Card"]("every colour", 0, html, html)


@pytest.fixture(scope="module")
def cards() -> Any:
    return [*GALLERY["cards"](), every_colour()]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as running:
        running.resize(1600, 900)
        yield running


@pytest.fixture(scope="module", params=list(GALLERY["CLIENTS"]))
def client(
    request: pytest.FixtureRequest,
    cards: Any,
    chromium: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """The name of a client whose gallery is open in the browser."""
    name: str = request.param
    file = tmp_path_factory.mktemp("gallery") / "gallery.html"
    file.write_text(GALLERY["page"](cards, GALLERY["CLIENTS"][name]), encoding="utf-8")
    chromium.open(file)
    return name


def in_frames(script: str) -> str:
    """JavaScript for what a function finds in each frame, as pairs with the title of its card."""
    title = 'frame.parentElement.querySelector("figcaption").textContent'
    return f"{FRAMES}.flatMap((frame) => ({script})(frame).map((found) => [{title}, found]))"


def test_every_card_is_readable(client: str, chromium: Browser) -> None:
    for width in WIDTHS[client]:
        chromium.evaluate(f"{FRAMES}.forEach((frame) => {{ frame.style.width = '{width}px' }})")
        assert chromium.evaluate(in_frames(MEASURE)) == [], f"{client}, {width} pixels wide"


def test_nothing_is_loaded_and_nothing_fails(client: str, chromium: Browser) -> None:
    told = [(each["method"], each["params"]) for each in chromium.events if "method" in each]
    asked = [said["request"]["url"] for name, said in told if name == "Network.requestWillBeSent"]
    outside = [url for url in asked if not url.startswith(("file:", "data:", "about:"))]
    assert outside == [], client
    assert len([url for url in asked if url.startswith("file:")]) <= 1
    failed = {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"}
    assert [said for name, said in told if name in failed] == []


def test_night_is_dark_and_day_is_light(client: str, chromium: Browser) -> None:
    papers = chromium.evaluate(
        in_frames("(frame) => [getComputedStyle(frame.contentDocument.body).backgroundColor]")
    )
    by_day, by_night = "rgb(255, 255, 255)", "rgb(28, 33, 40)"
    in_a_row = [by_day, by_day, by_night, by_night]
    assert [paper for _, paper in papers] == in_a_row * (len(papers) // 4), client


def test_the_gallery_shows_all_that_a_card_may_hold(cards: Any, chromium: Browser) -> None:
    html = json.dumps("".join(card.answer for card in cards))
    document = f"new DOMParser().parseFromString({html}, 'text/html')"
    found = f"(document => {json.dumps(SHOWN)}.filter(each => !document.querySelector(each)))"
    assert chromium.evaluate(f"{found}({document})") == []


def test_who_has_no_browser_is_told() -> None:
    missing = ["APT_GET=no-apt-get", "CHROMIUM=no-chromium no-chrome"]
    done = subprocess.run(
        ["make", "browser", *missing], cwd=HERE.parent, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "This is missing: no-chromium." in done.stderr
    assert "sudo apt-get install no-chromium" in done.stderr
