"""Masks hide what nobody reads as words, and never move anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.corpus.language import is_english
from factdeck.corpus.prose import MASK, WORD, outside_code, prose, words
from factdeck.model import Source
from factdeck.parse import parse

MARKS = st.text(st.sampled_from("ab 1_*`$[](){}<>!|\\/.-#:@=&~^\n\t'’é☁"), max_size=80)


def masked(text: str) -> tuple[str, ...]:
    return prose(outside_code(parse(Source("a.md", "a.md", "a.md", text))))


SHOWN = [
    "plain words, and-or TCP/UDP",
    "**bold** and *italic*",
    "_underlined_ too",
    "(brackets) [a link]",
    "don't, it’s",
    "a $5 price or $10",
    "x < y and a > b",
    "e g",
    "note: this",
    "- item",
]


@pytest.mark.parametrize("text", SHOWN)
def test_words_stay(text: str) -> None:
    assert words(masked(text)) == words([text.replace("5", "").replace("10", "")])


HIDDEN = [
    "`code`",
    "`` a ` b ``",
    "<!-- comment -->",
    "$x + y$",
    "$$x$$",
    r"\(x\)",
    r"\[x\]",
    "![[picture.png]]",
    "[[Page]]",
    "https://example.org/a_b?c=d",
    "s3://bucket/key",
    "**E**lastic",
    "<b>E</b>lastic",
    "<br/>",
    "&nbsp;",
    "snake_case",
    "ns:name",
    "key=value",
    "me@example.org",
    "@mention",
    r"C:\folder",
    "call()",
    "/etc/hosts",
    "./a/b",
    "~/a",
    "--flag",
    "-v",
    "#tag",
    "file.yml",
    "www.example.org",
    ".gitignore",
    "t2.micro",
    "$HOME",
    "${HOME}",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_is_no_prose_is_hidden(text: str) -> None:
    (line,) = masked(f"so {text} it")
    assert set(line.removeprefix("so ").removesuffix(" it")) == {MASK}


def test_letters_beside_digits_are_no_words() -> None:
    assert not words(masked("3rd EC2 x2y ab1 1cd"))


def test_link_text_stays_and_its_target_goes() -> None:
    (line,) = masked("[some text](target (1).md) [other][ref] [[page|shown]] [^note]")
    assert WORD.findall(line) == ["some", "text", "other", "shown"]


def test_blocks_that_are_no_prose() -> None:
    text = "one\n\n```\ncode\n```\n\n- two\n\n  ```\n  code\n  ```\n\n<!--\ncomment\n-->\n\nthree\n"
    assert words(masked(text)) == {"one": 1, "two": 1, "three": 1}


INDENTED = [
    ("    echo $x; cat the_file\n", False),
    ("    for i in range(9): print(i)\n    if x in y: go(to)\n", False),
    ("    The data is sent to the server, and it is not read by that.\n", True),
    ("```\nThe data is sent to the server, and it is not read by that.\n```\n", False),
]


@pytest.mark.parametrize(("text", "shown"), INDENTED)
def test_indented_sentences_are_prose(text: str, shown: bool) -> None:
    assert bool(words(masked(f"# Title\n\n{text}"))["to"]) is (shown)


@given(MARKS)
def test_lines_and_columns_stay(text: str) -> None:
    source = Source("a.md", "a.md", "a.md", text)
    lines = masked(text)
    assert [len(line) for line in lines] == [len(line) for line in source.lines]
    for line, written in zip(lines, source.lines, strict=True):
        assert all(a in (MASK, b) for a, b in zip(line, written, strict=True))


@pytest.mark.parametrize("piece", ["`", "[", "](", "![[", "a-", "a*", "a_", "$a", "\\(", "<b", "."])
def test_a_very_long_line(piece: str) -> None:
    line = piece * 50_000
    assert len(prose([line, "`", "**", "://", "</", "]]"])[0]) == len(line)


ENGLISH = [
    "",
    "S3 EC2 SQS",
    "The bucket is in one region and it has a policy",
    "DES ES LA and the rest",
    "Amazon Lex is for chatbots, Los Angeles la la la is for the stars of the films and of the sea",
    "in an was die so",
]
OTHER = [
    "Der Bus ist pünktlich und alle haben ihn genommen, oder nicht",
    "Le chat est sur la table et les chiens sont dans le jardin",
    "El perro y la gata son los animales que viven en la casa",
    "Il cane è nella casa con la gatta e il topo che non sono gli amici",
    "O cão não está em casa com os gatos, mas na rua da cidade",
    "De kat is niet op het dak van een huis",
    "Och katten är på taket som inte är av trä",
    "Kot nie jest na dachu, oraz jest przez okno dla psa",
    "Wort Bedeutung: der Bus, das Auto, nicht, und, für: the bus, the car, not, and, for",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert is_english(words([text]))


@pytest.mark.parametrize("text", OTHER)
def test_other_languages(text: str) -> None:
    assert not is_english(words([text]))
