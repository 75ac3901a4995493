"""Fields of other decks as Markdown: the cards show again what they said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdeck.cards import cloze
from factdeck.package.text import plain
from factdeck.release.adopting.converter import Way, references
from factdeck.release.adopting.markdown import write

MEDIA = {"map 1.png": "map 1.png", "say.mp3": "say.mp3", "a?.png": "a-.png"}

AS_IT_IS = ["plain", "snake_case", "Q: odd?", "std::vector", "see https://a.b/c_d", "A & B"]

EXACT = [
    ("<b>bold</b> and <i>it</i>x", "**bold** and *it*x"),
    ("H<sub>2</sub>O", "H<sub>2</sub>O"),
    ("un<b>bel</b>ievable", "un**bel**ievable"),
    ("a<br>b<div>c</div><div><br></div><div>d</div>", "a<br>b<br>c<br><br>d"),
    ("<p>one</p><p>two</p>", "one<br><br>two"),
    ("a&nbsp;b", "a\u00a0b"),
    ("x &lt; y", "x &lt; y"),
    ("2 * 3 * 4", r"2 \* 3 \* 4"),
    ("_this_", r"\_this\_"),
    ("- dash", r"\- dash"),
    ("1. first", r"1\. first"),
    ("# hash", r"\# hash"),
    ("$5 to $6", r"\$5 to $6"),
    ("~~x~~ ==y==", r"\~\~x\~\~ \=\=y\=\="),
    ("{{c1::no cloze}}", r"{\{c1::no cloze}}"),
    ("[x](y) [[z]]", r"\[x](y) \[\[z]]"),
    (r"\(x_1^2\), \[\frac{a}{b}\]", r"\(x_1^2\), $$\frac{a}{b}$$"),
    ('<a href="https://a.b/c">link</a>', "[link](https://a.b/c)"),
    ('<img src="map%201.png"> [sound:say.mp3]', "![](media/map%201.png) [sound:media/say.mp3]"),
    ('<img alt="A map" src="a?.png">', "![A map](media/a-.png)"),
    ("<code>a_b*c</code>", "`a_b*c`"),
    ("<h2>Title</h2>text", "**Title**<br>text"),
]

BLOCKS = [
    ("<ul><li>one</li><li>two <b>x</b></li></ul>", "- one\n- two **x**"),
    ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
    ("in<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>out", "in\n\n- a\n- b\n  - c\n\nout"),
    ("<pre><code>def f():\n    return 1\n</code></pre>", "```\ndef f():\n    return 1\n```"),
    (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>",
        "| A | B |\n| --- | --- |\n| 1\\|2 | x<br>y |",
    ),
]

SIMPLER = [
    ('<span style="color: red">red</span>', "red"),
    ("<ul><li>one</li><li>two</li></ul>", "• one<br>• two"),
    ('<img src="gone.png">', r"\[gone.png]"),
    ("a<script>alert(1)</script>", "a"),
]

CLOZES = [
    "{{c1::S3}} stores {{c2::objects::what}}",
    "{{c1::<b>x</b> y}}<br>{{c2::\\(a_{1}\\)}}",
    "{{c1::outer {{c2::inner}} }}",
    "std::map {{c3::a_b_c}}",
]


@pytest.mark.parametrize("text", AS_IT_IS)
def test_words_stay_words(text: str) -> None:
    assert write(text.replace("&", "&amp;"), {}).markdown == text


@pytest.mark.parametrize(("html", "markdown"), EXACT)
def test_a_line(html: str, markdown: str) -> None:
    written = write(html, MEDIA)
    assert (written.markdown, written.exact) == (markdown, True)


@pytest.mark.parametrize(("html", "markdown"), BLOCKS)
def test_blocks(html: str, markdown: str) -> None:
    written = write(html, MEDIA, blocks=True)
    assert (written.markdown, written.exact) == (markdown, True)


@pytest.mark.parametrize(("html", "markdown"), SIMPLER)
def test_what_is_simpler_is_said_to_be(html: str, markdown: str) -> None:
    written = write(html, MEDIA)
    assert (written.markdown, written.exact) == (markdown, False)


@pytest.mark.parametrize("html", CLOZES)
def test_a_cloze_keeps_its_cards(html: str) -> None:
    written = write(html, MEDIA, is_cloze=True)
    assert (written.html, written.exact) == (html, True)


def test_without_any_marks_words_and_clozes_are_left() -> None:
    written = write("<b>S3</b> * {{c1::x_y}}", {}, is_cloze=True, least=Way.PLAIN)
    assert written.markdown == "S3 &#42; {{c1::x&#95;y}}"
    assert written.html == "S3 * {{c1::x_y}}"


def test_what_is_no_hint_is_text() -> None:
    written = write("key:: {{c1::x::hint}}", {}, is_cloze=True, least=Way.PLAIN)
    assert written.markdown == "key&#58;&#58; {{c1::x::hint}}"


@pytest.mark.parametrize("text", ["https://example.com/page", "notes.txt"])
def test_an_address_is_a_text(text: str) -> None:
    assert write(text, {}, blocks=True).markdown == text


def test_a_field_too_large_to_convert_keeps_its_words() -> None:
    written = write("<div>" * 9000 + "deep <b>down</b>", {})
    assert (written.markdown, written.exact) == ("deep down", False)


SIGNS = st.text(st.sampled_from("ab 1_*`#-+>|=~$[](){}!:.\\&;%^\"'"), max_size=30)


@settings(deadline=None)  # the first example waits for imports
@given(SIGNS)
def test_no_sign_is_lost(text: str) -> None:
    escaped = text.replace("&", "&amp;")
    assert " ".join(plain(write(escaped, {}).html).replace("\u2060", "").split()) == " ".join(
        plain(escaped).split()
    )


@settings(deadline=None)  # the first example waits for imports
@given(SIGNS)
def test_the_cards_of_a_cloze_are_those_that_it_had(text: str) -> None:
    html = f"{text.replace('&', '').replace('}', '').replace('{', '')} {{{{c2::x}}}} {{{{c1::y}}}}"
    assert cloze.ordinals(write(html, {}, is_cloze=True).html) == (0, 1)


def test_references_are_names_as_written_and_decoded() -> None:
    html = "<img src='a%20b.png'> <IMG SRC=c.png> [sound:d &amp; e.mp3]"
    assert references(html) == {"a%20b.png", "a b.png", "c.png", "d & e.mp3"}
