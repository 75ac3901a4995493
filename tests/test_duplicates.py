"""What makes two statements one: words, names of things, vetoes, groups."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.corpus.duplicates import Likeness, find_duplicates
from factdeck.corpus.duplicates.alike import same_answer
from factdeck.corpus.duplicates.statements import proper_words
from factdeck.corpus.duplicates.subjects import title_names
from factdeck.corpus.duplicates.vetoes import VETOES, Pair, vetoes
from factdeck.corpus.duplicates.words import content, stem, tokens, words_of
from factdeck.model import Fact, FactKind, Span
from linting import read_notes, write_notes

STEMS = [
    ("scales", "scalable"),
    ("encrypted", "encrypts"),
    ("replica", "replicas"),
    ("automatic", "automatically"),
    ("four", "4"),
    ("1,000", "1000"),
]


@pytest.mark.parametrize(("one", "other"), STEMS)
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("import", "export"), ("public", "private"), ("io1", "io2"), ("5", "15")]
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_content_is_what_a_sentence_says() -> None:
    assert content(
        tokens("It can be used with up to 1,000 hosts/s, and never without the A key")
    ) == [
        "up",
        "1000",
        "host",
        "never",
        "without",
        "key",
    ]


def test_proper_words_have_a_capital_where_none_is_due() -> None:
    texts = ["Relays queue mail", "the relays of Postmaster", "Queues of an SMTP host", "at IPv6"]
    proper = proper_words(texts)
    assert {"postmaster", "smtp", "ipv6"} <= proper
    assert not {"relays", "queues", "queue", "mail", "host"} & proper


TITLES = [
    ("What is a Mail Relay?", {("mail", "relay")}),
    ("Simple Queue Store (SQS)", {("simple", "queue", "store"), ("sqs",)}),
    ("Tools - Mail Relays", {("mail", "relay")}),
    ("Introduction to TLS", {("tls",)}),
    ("Mail Relay (1/2)", {("mail", "relay")}),
]


@pytest.mark.parametrize(("title", "names"), TITLES)
def test_title_names(title: str, names: set[tuple[str, ...]]) -> None:
    assert title_names(title).names == names


SAME = [
    ("Stores up to 5 objects", "Up to 5 objects are stored"),
    ("Stores up to 5 GB", "Up to 5 GB and 10 objects are stored"),
    ("Logs to Saturn or Venus", "Sends logs to Saturn or Venus"),
    ("read -> parse -> write", "read -> parse -> write and back"),
    ("Not available in Asia", "It is not available in Asia"),
]
APART = [
    ("numbers", "Stores up to 5 objects", "Stores up to 15 objects"),
    ("numbers", "Stores up to 5 GB a day", "Stores up to 5 TB a day"),
    ("negation", "Available in every zone", "Not available in every zone"),
    ("negation", "Data is written to the disk", "Data is only written to the disk"),
    ("opposites", "Add hosts to match the load", "Remove hosts to match the load"),
    ("opposites", "Scale out with the load", "Scale in with the load"),
    ("opposites", "Relays are stateful", "Relays are stateless"),
    ("opposites", "Runs on a server", "Runs serverless"),
    ("opposites", "Objects are encrypted", "Objects are unencrypted"),
    ("names", "Public disks of Saturn", "Public disks of Venus"),
    ("order", "Copies from Saturn to Venus", "Copies from Venus to Saturn"),
    ("order", "code -> build -> test", "code -> test -> build"),
    ("slot", "An identifier for the whole policy", "An identifier for the whole statement"),
]
PROPER = frozenset(map(stem, ("saturn", "venus", "asia")))


def pair(one: str, other: str) -> Pair:
    said, told = words_of(one), words_of(other)
    only = said.content - told.content, told.content - said.content
    return Pair(said, told, *only, PROPER.__contains__)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_no_veto(one: str, other: str) -> None:
    assert not list(vetoes(pair(one, other)))
    assert not list(vetoes(pair(other, one)))


@pytest.mark.parametrize(("veto", "one", "other"), APART)
def test_veto(veto: str, one: str, other: str) -> None:
    assert veto in vetoes(pair(one, other))
    assert veto in vetoes(pair(other, one))


def test_every_veto_is_tested() -> None:
    assert {veto for veto, *_ in APART} == set(VETOES)


ANSWERS = [
    ("Port 22", "port 22.", True),
    ("red, green", "Green and red", True),
    ("22", "23", False),
    ("red", "red and green", False),
    ("code -> test", "test -> code", False),
    ("`ls -a`", "`ls -A`", False),
    ("not red", "red", False),
    ("€", "€", True),
    ("€", "$", False),
]


@pytest.mark.parametrize(("one", "other", "same"), ANSWERS)
def test_same_answer(one: str, other: str, same: bool) -> None:
    assert same_answer(one, other) is same
    assert same_answer(other, one) is same


def groups(folder: Path, text: str) -> list[tuple[Likeness, list[str]]]:
    write_notes(folder, text)
    found = find_duplicates(read_notes(folder).facts)
    return [
        (group.likeness, [f"{fact.span.path}:{fact.span.line}" for fact in group.facts])
        for group in found
    ]


def test_a_group_has_all_wordings_and_the_likeness_of_its_closest_pair(tmp_path: Path) -> None:
    text = """\
--- a.md
## Mail Relay
- Supports shared, dedicated or customer addresses
--- b.md
## Mail Relay
- Flexible: shared, dedicated and customer-owned addresses
--- c.md
## Mail Relay
- Supports shared, dedicated, or customer addresses.
"""
    assert groups(tmp_path, text) == [(Likeness.EXACT, ["a.md:2", "b.md:2", "c.md:2"])]


def test_what_is_like_a_member_but_not_like_the_others_is_in_no_group(tmp_path: Path) -> None:
    text = """\
--- a.md
## Mail Relay
- Maps 10 private addresses to 10 public addresses
--- b.md
## Mail Relay
- Maps private addresses to public addresses
--- c.md
## Mail Relay
- Maps 20 private addresses to 20 public addresses
"""
    ((_, places),) = groups(tmp_path, text)
    assert len(places) == 2
    assert "b.md:2" in places


WORDS = st.sampled_from("mail relay address Saturn Venus 5 7 not never adds removes queue".split())


def fact(number: int, words: list[str]) -> Fact:
    text = " ".join(words)
    return Fact(
        key=str(number),
        id=str(number),
        kind=FactKind.STATEMENT,
        subject="Mail Relay",
        headings=("Mail Relay",),
        predicate="",
        object=text,
        text=text,
        span=Span(f"{number % 3}.md", number + 1),
        syntax="statements",
    )


@given(st.lists(st.lists(WORDS, min_size=3, max_size=8), max_size=12))
def test_groups_are_apart_and_of_two_places(texts: list[list[str]]) -> None:
    facts = [fact(number, words) for number, words in enumerate(texts)]
    found = find_duplicates(facts)
    members = [each.key for group in found for each in group.facts]
    assert len(members) == len(set(members))
    assert all(len(group.facts) > 1 and set(group.pair) <= set(group.facts) for group in found)
    assert found == tuple(sorted(found, key=lambda group: group.facts[0].span))
    assert find_duplicates(facts) == found


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_words(one: str, other: str) -> None:
    assert same_answer(one, one)
    assert same_answer(one, other) == same_answer(other, one)
