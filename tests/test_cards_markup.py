from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdeck.cards import cloze
from factdeck.cards.escape import clean
from factdeck.cards.markup import Renderer
from factdeck.model import Media

PICTURE = Media("a-0123456789ab.png", "/notes/a.png", "0" * 64)
SOUND = Media("b-0123456789ab.mp3", "/notes/b.mp3", "0" * 64)
FILES = {"a.png": PICTURE, "img/a b.png": PICTURE, "b.mp3": SOUND}


def renderer() -> Renderer:
    return Renderer(FILES.get)


AS_IT_IS = [
    "",
    "plain words",
    "x > 1: 5)",
    "3 * 4 * 5",
    "snake_case_name",
    "~5 ms",
    "1. one",
    "# 1",
]

LINES = [
    ("a **b** *c* `d` ~~e~~", "a <strong>b</strong> <em>c</em> <code>d</code> <del>e</del>"),
    ("==mark==", "<mark>mark</mark>"),
    ("a < b & c", "a &lt; b &amp; c"),
    ("&lt;b&gt; &copy; &region=1", "&lt;b&gt; © &amp;region=1"),
    ("two\nlines", "two lines"),
    ("back\\*slash\\_", "back*slash_"),
    # HTML
    ("x<br/>y<sub>2</sub>", "x<br>y<sub>2</sub>"),
    ("<b onclick=x>bold", "<b>bold</b>"),
    ("<b><i>crossed</b></i>", "<b><i>crossed</i></b>"),
    ("closed</b> before", "closed before"),
    ("<kbd>Ctrl</kbd> <u>u</u>", "<kbd>Ctrl</kbd> <u>u</u>"),
    ("<div style='x'>words</div><!-- c -->", "words"),
    ("List<String> <bucket-name>", "List&lt;String&gt; &lt;bucket-name&gt;"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("<iframe src=x></iframe>", "&lt;iframe src=x&gt;&lt;/iframe&gt;"),
    ("<style>*{}</style>", "&lt;style&gt;*{}&lt;/style&gt;"),
    # links
    ("[a](https://b.c/?d=1&e)", '<a href="https://b.c/?d=1&amp;e">a</a>'),
    ("https://b.c/d_e_f, g", '<a href="https://b.c/d_e_f">https://b.c/d_e_f</a>, g'),
    ("[a](javascript:alert(1))", "a"),
    ("[a](JAVASCRIPT:alert(1)) [b](data:x) [c](other.md)", "a b c"),
    ("<javascript:alert(1)>", "javascript:alert(1)"),
    ("[[page|words]] [[page]] [[page#part]]", "words page page › part"),
    ("a[^1]", "a"),
    # media
    ("![alt](a.png)", f'<img src="{PICTURE.name}" alt="alt">'),
    ("![a \"q\"](img/a%20b.png 'title')", f'<img src="{PICTURE.name}" alt="a &quot;q&quot;">'),
    ("![[a.png|300]]", f'<img src="{PICTURE.name}" alt="">'),
    ("<img width=3 src='a.png' onerror=x>", f'<img src="{PICTURE.name}" alt="">'),
    ("![[b.mp3]] [sound:b.mp3]", f"[sound:{SOUND.name}] [sound:{SOUND.name}]"),
    ("![what](https://x.y/a.png) ![](none.png)", "[what] [none.png]"),
    ("<img src=//x.y/a.png>", "[a.png]"),
    # formulas
    ("$x^2$ and $$y$$", r"\(x^2\) and \[y\]"),
    (r"$\{a\}$ $a<b$ $n$th", r"\(\{a\}\) \(a&lt;b\) \(n\)th"),
    (r"\(x_1\) \[y = 1\]", r"\(x_1\) \[y = 1\]"),
    (r"\(not one\) \[nor this\]", "(not one) [nor this]"),
    ("costs $5 and $10, $5 to 10$", "costs $5 and $10, $5 to 10$"),
    ("$HOME/$PATH ${A}/${B}", "$HOME/$PATH ${A}/${B}"),
    ("$a_b*c*d_e$", r"\(a_b*c*d_e\)"),
    (r"$\href{javascript:x}{y}$", r"<code>&#92;href{javascript:x}{y}</code>"),
    (r"\\(\href{javascript:x}{y}\\)", "\\\u2060(\\href{javascript:x}{y}\\)"),
    # what Anki would act upon
    ("[latex]x[/latex] [$$]", "&#91;latex]x&#91;/latex] &#91;$$]"),
    (
        "`[[type:Front]]` `[sound:x]` `\\(x\\)`",
        "<code>&#91;[type:Front]]</code> <code>&#91;sound:x]</code> <code>&#92;(x&#92;)</code>",
    ),
    ("[anki:tts lang=en]x[/anki:tts]", "&#91;anki:tts lang=en]x&#91;/anki:tts]"),
    ("a\x00\x02\x0e\x1fb e\u0301", "ab é"),
]

BLOCKS = [
    ("one\n\ntwo", "<p>one</p><p>two</p>"),
    ("- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
    ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    ("text\n    indented, not code", "text indented, not code"),
    ("> [!note] a\n> b", "<blockquote><p>a b</p></blockquote>"),
    ("# a\nb", "<p><b>a</b></p><p>b</p>"),
    (
        "| a | b |\n|---|--:|\n| 1 | <2 |",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td>1</td><td>&lt;2</td></tr></tbody></table>",
    ),
    ("$$\na\n- b\n$$\n", "\\[a\n- b\\]"),
    ("```\na < b\n```", '<div class="highlight"><pre><code>a &lt; b</code></pre></div>'),
    ("```nonsense\nx\n```", '<div class="highlight"><pre><code>x</code></pre></div>'),
]


@pytest.mark.parametrize("text", AS_IT_IS)
def test_stays_as_it_is(text: str) -> None:
    assert renderer().inline(text) == text.replace(">", "&gt;")


@pytest.mark.parametrize(("markdown", "html"), LINES)
def test_line(markdown: str, html: str) -> None:
    assert renderer().inline(markdown) == html


@pytest.mark.parametrize(("markdown", "html"), BLOCKS)
def test_block(markdown: str, html: str) -> None:
    assert renderer().block(markdown) == html


def test_code_is_coloured_by_classes() -> None:
    html = renderer().block("```python\ndef f(): return '\\(' # [latex]\n```")
    assert '<span class="k">def</span>' in html
    assert "style=" not in html
    assert "&#92;(" in html
    assert "&#91;latex]" in html


def test_what_is_shown_and_what_is_missing_is_known() -> None:
    render = renderer()
    render.inline("![](a.png) ![words](none.png)")
    assert render.media == {PICTURE}
    assert render.missing == {"[words]"}


class Checker(HTMLParser):
    """Fails on a tag or attribute that is not ours, and on one left open."""

    ALLOWED = """
        a b blockquote br code del div em hr i img ins kbd li mark ol p pre q s small span strong
        sub sup table tbody td th thead tr u ul
    """.split()
    VOID = frozenset({"br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.ALLOWED
        for name, value in attrs:
            assert (tag, name) in {
                ("a", "href"),
                ("img", "src"),
                ("img", "alt"),
                ("ol", "start"),
                ("div", "class"),
                ("span", "class"),
            }
            if name == "href":
                assert re.match(r"(?i)https?://|mailto:", value or "")
            if name == "src":
                assert value == PICTURE.name
        if tag not in self.VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


PIECES = """
    <b> </b> <i </i> <script> </script> <img src=a.png onerror=x> <a href=javascript:x> </a> <svg
    onload=x> <!-- --> <![CDATA[ ]]> <? &lt; &#60; &#x3c; &amp; \\ ` ``` ** * _ == ~~ [ ] ( ) ![
    ]( ](
    [x](javascript:x) ![x](a.png) [[ ]] ![[ | $ $$ \\( \\) \\[ \\] \\href{ } { {{c1:: }} }}} {{
    http://a https://b.c/"x <http://a> <x:y> - 1. > # --- | |-| [sound: [latex] [/latex]
    [[type:Front]] " ' a b onclick=x style=x
"""
SPACES = [" ", "\n", "\n\n", "    ", "\t", "\u2028", "\x02", "\x03", "\x0e", "\x0f", "\x10", "\x11"]
BITS = st.sampled_from([*PIECES.split(), *SPACES])


@given(st.one_of(st.lists(BITS, max_size=25).map("".join), st.text(max_size=80)))
@example("<b\n>x")
@example('[a](https://b.c/"onclick="x)')
@example("![a](a.png\"onerror='x')")
def test_nothing_but_our_own_tags_comes_out(text: str) -> None:
    render = Renderer(FILES.get)
    for html in (render.inline(text), render.block(text), render.marked(cloze.mark(clean(text)))):
        checker = Checker()
        checker.feed(html)
        checker.close()
        assert not checker.opened
        assert not re.search(r"(?i)\[(?:/?latex|\${1,2})\]|\[\[type:|\[anki:", html)
        assert all(name == SOUND.name for name in re.findall(r"\[sound:([^\]]*)\]", html))
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", html)
