"""The text of a cloze reaches the note unbroken, whatever stands in it."""

from __future__ import annotations

import pytest

from fact_values import SETTINGS, no_media
from factdeck.cards import make
from factdeck.model import Note
from making import facts


def note(text: str) -> Note:
    (made,) = make(facts(text), SETTINGS, no_media).notes
    return made


@pytest.mark.parametrize(
    ("text", "front", "ordinals"),
    [
        ("The {{c1::root::which?}} user.", "{{c1::root::which?}}", (0,)),
        ("- The {{c2::outer {{c1::inner}} rest}}.", "{{c2::outer {{c1::inner}} rest}}", (0, 1)),
        ("A {{c1::Term: meaning}} here.", "{{c1::Term: meaning}}", (0,)),
        ("A {{c1::b -> c -> d}} chain.", "{{c1::b -&gt; c -&gt; d}}", (0,)),
        ("First. Then {{c1::second}}. Third.", "First. Then {{c1::second}}. Third.", (0,)),
        ("> [!note] Remember\n> The {{c1::root}} user.", "{{c1::root}}", (0,)),
        ("One ==marked== and ==another==.", "{{c1::marked}}", (0, 1)),
    ],
)
def test_cloze(text: str, front: str, ordinals: tuple[int, ...]) -> None:
    made = note(text)
    assert front in made.front
    assert made.ordinals == ordinals


def test_braces_of_a_formula_do_not_end_a_cloze() -> None:
    made = note(r"Half is {{c1::$\frac{a}{b^{2}}$}} of it.")
    assert made.ordinals == (0,)
    assert made.front.count("}}") == 1
    assert made.front.rstrip().endswith("of it.") or "}} of it." in made.front


def test_a_cloze_of_several_lines_is_one_note() -> None:
    made = note("An AMI is tied to a {{c1::region}}.\nIt can be {{c2::copied}}.")
    assert made.ordinals == (0, 1)
