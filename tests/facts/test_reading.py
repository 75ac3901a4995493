"""The reading of whole sources: valid facts, no line unaccounted for, true places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdeck import schemas
from factdeck.facts import read
from factdeck.facts.acronyms import expansions, fitting
from factdeck.facts.text import inline_list, lead, name, plain, sentences
from factdeck.model import FrontMatter, Source, Use
from factdeck.parse import parse
from factdeck.report.facts import as_json
from making import document, facts

MARKS = "-*+1.)>`~#|:=_ \t\n[]()!<$\\axBC•→–{}c4"


@given(st.one_of(st.text(), st.text(alphabet=MARKS, max_size=300)))
@settings(max_examples=800, deadline=None)
def test_any_text_gives_valid_facts_and_a_full_account(text: str) -> None:
    parsed = document(text.replace("\r", "\n"))
    reading = read(parsed)
    assert [schemas.flaw("fact", as_json(fact)) for fact in reading.facts] == [None] * len(
        reading.facts
    )
    lines = parsed.source.lines
    assert [use.line for use in reading.lines] == [
        n for n, line in enumerate(lines, 1) if line.strip()
    ]
    assert len({fact.key for fact in reading.facts}) == len(reading.facts)
    for fact in reading.facts:
        assert 1 <= fact.span.line <= fact.span.end_line <= len(lines)
        assert 1 <= fact.span.column <= len(lines[fact.span.line - 1]) + 1


def test_place_of_a_fact() -> None:
    (fact,) = facts("# S3\n\nLimits:\n\n1. Max size: 5 TB\n")
    assert (fact.span.line, fact.span.column, fact.span.end_column) == (5, 4, 18)
    assert (fact.headings, fact.place.list, fact.place.parent) == (("S3",), "L5", "Limits")


def test_lines_of_sentences_in_a_paragraph() -> None:
    found = facts(
        "# S3\n\nAmazon S3 stores objects. Amazon S3 is\nno file system. Amazon S3 scales."
    )
    assert [(fact.span.line, fact.span.end_line) for fact in found] == [(3, 3), (3, 4), (4, 4)]


def test_front_matter_reaches_the_facts() -> None:
    front = FrontMatter("D::E", ("a",), "de", end_line=3)
    parsed = parse(Source("n.md", "n.md", "n.md", "---\nx: y\n---\n- **A** – b\n", front=front))
    (fact,) = read(parsed).facts
    assert (fact.deck, fact.tags, fact.lang, fact.span.line) == ("D::E", ("a",), "de", 4)


def test_a_source_that_is_switched_off() -> None:
    front = FrontMatter(off=True, end_line=3)
    reading = read(
        parse(Source("n.md", "n.md", "n.md", "---\nx: y\n---\n- **A** – b\n", front=front))
    )
    assert reading.facts == ()
    assert {use.use for use in reading.lines} == {Use.SKIPPED}


BELOW_PICTURES = [
    # the facts with their lines, of a paragraph or item that begins with a picture
    ("![a](a.png)\nAn Ingress is a router.", {"An Ingress is a router.": 2}),
    ("![[a.png]]\n![b](b.png)\nAn Ingress is a router.", {"An Ingress is a router.": 3}),
    ("![a](a.png)\n**A** – b\n**C** – d", {"**A** – b": 2, "**C** – d": 3}),
    ("- ![a](a.png)\n  An Ingress is a router.", {"An Ingress is a router.": 2}),
    ("- **X** – y\n- ![a](a.png)\n  **A** – b", {"**X** – y": 1, "**A** – b": 3}),
    ("![a](a.png) An Ingress is a router.", {"![a](a.png) An Ingress is a router.": 1}),
]


@pytest.mark.parametrize(("text", "lines"), BELOW_PICTURES)
def test_what_stands_below_a_picture_has_its_own_line(text: str, lines: dict[str, int]) -> None:
    reading = read(parse(Source("n.md", "n.md", "n.md", text)))
    assert {fact.text: fact.span.line for fact in reading.facts} == lines
    skipped = {each.line for each in reading.lines if each.why == "image without words"}
    assert skipped == {
        n for n, line in enumerate(text.split("\n"), 1) if line.endswith(("png)", "]]"))
    }


def test_sentences_are_not_split_at_abbreviations() -> None:
    assert [s for _, s in sentences("Use it, e.g. Lambda. Then stop.")] == [
        "Use it, e.g. Lambda.",
        "Then stop.",
    ]


def test_lead_terms() -> None:
    silent = ["10:30 is early", "http://a.b", "a-b", "(a: b) c", "`a: b`", "no separator"]
    assert [lead(text) for text in silent] == [None] * len(silent)
    assert lead("**A:** b") == ("**A**", "b", ":")
    assert lead("A (x: y) – b") == ("A (x: y)", "b", "–")
    assert lead("A –b") == ("A", "b", "–")


def test_inline_lists() -> None:
    assert inline_list("a, b (c, d), and e") == ("a", "b (c, d)", "e")
    assert inline_list("a, b, etc.") == ("a", "b")
    assert inline_list("no list") == ("no list",)


def test_plain_text() -> None:
    assert plain("**a** [b](c) ![d](e) `f` [[g|h]] \\* <u>i</u>") == "a b f h * i"


ANGLE_BRACKETS = [
    # tags and addresses are no words
    ("a <b>b</b><br/> <SPAN class=x>c</SPAN> <iframe src=x> d", "a b c d"),
    ("see <https://example.org/a> and <a@example.org> too", "see and too"),
    # all else is text
    ("exec <pod> -- sh", "exec <pod> -- sh"),
    ("`logs <pod-name>` of Map<String, Object>", "logs <pod-name> of Map<String, Object>"),
    ("<namespace>/<pod>", "<namespace>/<pod>"),
]


@pytest.mark.parametrize(("markdown", "words"), ANGLE_BRACKETS)
def test_what_is_no_tag_of_html_stays(markdown: str, words: str) -> None:
    assert plain(markdown) == words


@pytest.mark.parametrize(
    ("term", "named"),
    [
        ("**logs <pod>**:", "logs <pod>"),
        ("🚀 <pod> logs ->", "<pod> logs"),
        ("<b>pod</b> >", "pod"),
        ("a < b >", "a < b"),
    ],
)
def test_a_name_may_begin_and_end_with_a_placeholder(term: str, named: str) -> None:
    assert name(term) == named


def test_words_that_do_not_spell_the_acronym() -> None:
    silent = [
        "the time (UTC)",
        "a file (see RFC)",
        "S3 (serverless & SQL)",
        "It is (NOT) a word",
        "IPv6 (IP)",
        "Storage (EBS)",
        "Developers and Operators (DevQ)",
    ]
    assert [list(expansions(text)) for text in silent] == [[]] * len(silent)


def test_words_that_spell_the_acronym() -> None:
    spoken = {
        "AWS Command Line Interface (CLI)": ("CLI", "Command Line Interface"),
        "Amazon Simple Email Service (Amazon SES)": ("SES", "Simple Email Service"),
        "EMR (Elastic MapReduce)": ("EMR", "Elastic MapReduce"),
        "Internet of Things (IoT)": ("IoT", "Internet of Things"),
        "Simple Storage Service (S3)": ("S3", "Simple Storage Service"),
        "DomainKeys Identified Mail (DKIM)": ("DKIM", "DomainKeys Identified Mail"),
        "a Write-Once-Read-Many (WORM) disk": ("WORM", "Write-Once-Read-Many"),
        "JavaScript (JS)": ("JS", "JavaScript"),
        "MedEvac (Medical Evacuation)": ("MedEvac", "Medical Evacuation"),
    }
    assert {text: (e.acronym, e.words) for text in spoken for e in expansions(text)} == spoken
    assert fitting("SES", "Simple Emails Service") == "Simple Emails Service"
