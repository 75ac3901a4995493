"""Slips of the fingers are undone, and words that are right are no slips."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.corpus import Corpus, File
from factdeck.errors import UserError
from factdeck.lint import typos
from factdeck.lint.spellcheck import joined, unknown
from factdeck.lint.spellcheck.edits import Slip, adjacent, alike, undone
from factdeck.lint.spellcheck.verdicts import Evidence, Verdict, verdicts
from factdeck.lint.spellcheck.vocabulary import Vocabulary, vocabulary
from factdeck.model import Source
from factdeck.parse import parse

LETTERS = st.sampled_from(string.ascii_lowercase)
WORDS = st.text(LETTERS, min_size=1, max_size=9)


def corpus(text: str, *known: str) -> Corpus:
    source = Source("a.md", "a.md", "a.md", text)
    return Corpus((File(source, parse(source), lang="en"),), frozenset(known))


def notes(text: str) -> Vocabulary:
    return vocabulary(corpus(text))


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A word, and what one slip makes of it."""
    word, letter = draw(WORDS), draw(LETTERS)
    place = draw(st.integers(0, len(word) - 1))
    before, behind = word[:place], word[place:]
    wrong = draw(
        st.sampled_from(
            [
                before + behind[1:],
                before + letter + behind,
                before + letter + behind[1:],
                before + behind[1:2] + behind[:1] + behind[2:],
            ]
        )
    )
    return word, wrong


@given(slips())
def test_one_slip_is_undone(pair: tuple[str, str]) -> None:
    word, wrong = pair
    found = [each.word for each in undone(wrong, word.__eq__, word.startswith)]
    assert found == ([word] if word != wrong else [])


def test_what_happened_and_where() -> None:
    (found,) = undone("topollogy", "topology".__eq__, "topology".startswith)
    assert (found.slip, found.doubles("topollogy")) == (Slip.EXTRA, True)
    (found,) = undone("serevr", "server".__eq__, "server".startswith)
    assert (found.slip, found.place) == (Slip.SWAPPED, 3)
    assert not found.is_at_end_of("serevr")
    (found,) = undone("serve", "server".__eq__, "server".startswith)
    assert (found.slip, found.is_at_end_of("serve")) == (Slip.LOST, True)


def test_letters() -> None:
    assert all(adjacent("g", other) and adjacent(other, "g") for other in "fhtyvb")
    assert not any(adjacent("g", other) for other in "gdjrnqp'é")
    assert alike("a", "e")
    assert alike("c", "k")
    assert not alike("t", "m")


RIGHT = [
    # the notes, a word in them, what it should be
    ("server server and srever", "srever", ("server",)),
    ("the recovory", "recovory", ("recovery",)),
    ("it isnt", "isnt", ("isn't",)),
    ("isnt isnt isnt isnt isnt isnt isnt", "isnt", ("isn't",)),
    ("kubelet kubelet kubelet or kubeelt", "kubeelt", ("kubelet",)),
    ("encryption encryption and ecnryptoin", "ecnryptoin", ("encryption",)),
    ("security security and Seucirty", "seucirty", ("security",)),
    # one that is a name, a term, a form, another language, an abbreviation
    ("a rescue, or Resque", "resque", ()),
    ("disk disk disk disk disk and fdisk", "fdisk", ()),
    ("late late late late late and latae latae latae latae latae", "latae", ()),
    ("center center center, and centre", "centre", ()),
    ("it is crafted, by a crafter", "crafter", ()),
    ("the ethics, in ethica", "ethica", ()),
    ("notification notification, notif", "notif", ()),
    ("thin net, thinnet", "thinnet", ()),
]


@pytest.mark.parametrize(("text", "word", "right"), RIGHT)
def test_right(text: str, word: str, right: tuple[str, ...]) -> None:
    assert unknown.right(word, notes(text)) == right


def test_several_words_may_be_meant() -> None:
    assert set(unknown.right("favoired", notes("favoired"))) == {"favored", "favoured"}


PARTS = [
    ("sent tothe server", "tothe", ("to", "the")),
    ("an example forexample", "forexample", ("for", "example")),
    ("a place, and inplace", "inplace", ()),
    ("a month seen, forseen", "forseen", ()),
    ("the Thedata", "thedata", ()),
    ("atto", "atto", ()),
]


@pytest.mark.parametrize(("text", "word", "parts"), PARTS)
def test_parts(text: str, word: str, parts: tuple[str, ...]) -> None:
    assert joined.parts(word, notes(text)) == parts


def test_a_name_is_capitalised_within_a_sentence() -> None:
    found = notes("Srever is one, and a Sevrer too. Svrer? Serevr\n\n- Sreverr\n")
    names = {word: found.is_name(word) for word in found.unknown}
    assert names == {
        "srever": False,
        "sevrer": True,
        "svrer": False,
        "serevr": False,
        "sreverr": False,
    }


def test_each_word_has_one_verdict_by_what_tells() -> None:
    text = (
        "I recieve a backup. Backups are performed; one was preformed. Two bavkups tothe disk, a "
        "recovory. HDInsight, not hdinsight, and the serviceable Recieve."
    )
    assert verdicts(corpus(text)) == {
        "recieve": Verdict(Evidence.LIST, ("receive",)),
        "Recieve": Verdict(Evidence.LIST, ("Receive",)),
        "bavkups": Verdict(Evidence.NOTES, ("backups",)),
        "recovory": Verdict(Evidence.LEXICON, ("recovery",)),
        "preformed": Verdict(Evidence.SWAPPED, ("performed",)),
        "tothe": Verdict(Evidence.JOINED, ("to the",)),
    }


def test_known_words_have_none() -> None:
    text = "I recieve a recovory tothe disk; performed, preformed"
    assert not verdicts(corpus(text, "Recieve", "recovory", "toThe", "preformed"))


@given(st.lists(st.text(LETTERS, max_size=12), max_size=6))
def test_any_words(words: list[str]) -> None:
    found = notes(" ".join(["the", *words]))
    for word in found.unknown:
        assert word not in unknown.right(word, found)
        assert "".join(joined.parts(word, found)) in ("", word)


def test_a_missing_program_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> str:
        raise UserError("missing")

    monkeypatch.setattr(typos, "_answer", missing)
    with pytest.raises(UserError, match="missing"):
        verdicts(corpus("one"))
