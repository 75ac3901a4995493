from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factdeck.cards import cloze
from factdeck.cards.markup import Renderer

DRIVER = Path(__file__).parent / "anki" / "cloze_ordinals.py"
PIECES = [
    *("{{c1::", "{{c2::", "{{c1,3::", "{{c0::", "{{c01::", "{{c500::", "{{c501::", "{{c65535::"),
    *(
        "{{c65536::",
        "{{c99999999999::",
        "{{c::",
        "{{c,::",
        "{{c,4::",
        "{{c1, 2::",
        "{{C1::",
        "{{c1:",
    ),
    *("}}", "}", "{", "{{", "::", "a", " ", "\n", "<b>", "\\(", "\\)", "<!--", "-->", "c1", "é"),
]
WRITTEN = [
    "none at all",
    "{{c1::one}} and {{c2::two}}",
    "{{c3::gap}} {{c1::first}}",
    "{{c1,2::in two}} {{c2::again}}",
    "{{c1::outer {{c2::inner}} rest}}",
    "{{c1::never closed",
    "{{c1::never {{c2::closed}}",
    "{{c1::a{{c2::b{{c3::c{{c4::d{{c5::e{{c6::f{{c7::g{{c8::h{{c9::i{{c10::j{{c11::k}}}}}}}}}}}}}}}}}}}}}}",
]


def anki(texts: list[str]) -> list[dict[str, Any]]:
    command = [sys.executable, str(DRIVER)]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return list(json.loads(done.stdout))


def rendered(markdown: str) -> str:
    return Renderer(lambda _path: None).marked(cloze.mark(markdown))


def test_ordinals_are_those_of_anki() -> None:
    choose = random.Random(1)
    made = ["".join(choose.choices(PIECES, k=choose.randint(1, 30))) for _ in range(3000)]
    texts = [*WRITTEN, *made]
    for text, result in zip(texts, anki(texts), strict=True):
        assert list(cloze.ordinals(text)) == result["ordinals"], text


# what is written, what the field holds, what the turned card of Anki must show of it
BRACES = [
    ("{{c1::a}} b", "{{c1::a}} b", ">a</span> b"),
    ("{{c1::a::hint}}", "{{c1::a::hint}}", ">a</span>"),
    ("`{{c1::get}} pods`", "<code>{{c1::get}} pods</code>", ">get</span> pods</code>"),
    ("$x = {{c1::y}}$", r"\(x = {{c1::y}}\)", r"\(x = y\)"),
    (r"$\frac{{{c1::a}}}{b}$", r"\(\frac{{{c1::a}}}{b}\)", r"\(\frac{a}{b}\)"),
    (r"{{c1::$\frac{a}{\sqrt{b}}$}} c", r"{{c1::\(\frac{a}{\sqrt{b} }\)}} c", r"\sqrt{b} }\)"),
    ("{{c1::{a}}} b", "{{c1::{a&#125;}} b", ">{a&#125;</span> b"),
    ("{{c1::{{ name }}}} b", "{{c1::{{ name }&#125;}} b", ">{{ name }&#125;</span> b"),
    ("a {{ b }} {{c1::c}}", "a {{ b }&#125; {{c1::c}}", "a {{ b }&#125; <span"),
    ("{{c2::open {{c1::c}}", "{&#123;c2::open {{c1::c}}", "{&#123;c2::open <span"),
    ("{{c1::**a**}}", "{{c1::<strong>a</strong>}}", "><strong>a</strong></span>"),
    ("- {{c1::a}}\n- b", "<ul><li>{{c1::a}}</li><li>b</li></ul>", ">a</span></li><li>b</li></ul>"),
    ("```py\nx = {{c1::1}}\n```", "<pre><code>x = {{c1::1}}</code></pre>", ">1</span></code>"),
]


def test_braces_that_are_no_marker_end_no_cloze() -> None:
    fields = [rendered(markdown) for markdown, _, _ in BRACES]
    for (markdown, held, shown), field, result in zip(BRACES, fields, anki(fields), strict=True):
        assert held in field, markdown
        assert shown in result["answers"][0], markdown


@pytest.mark.parametrize("member", ["AWS::EC2::Instance", "fe80::1", ":::", "std::vector"])
def test_a_deletion_has_no_hint(member: str) -> None:
    field = cloze.unmark(cloze.deletion(1, member))
    (result,) = anki([field])
    assert result["ordinals"] == [0]
    assert member in result["answers"][0].replace("&#58;", ":")


def test_marks_are_numbered() -> None:
    render = Renderer(lambda _path: None, number_marks=True)
    assert render.marked("==a== b ==c::d==") == "{{c1::a}} b {{c2::c:&#58;d}}"
