"""What headings name, what stays on lines of its own, and which commands are not asked."""

from __future__ import annotations

import pytest

from factdeck.facts.headings import thing
from factdeck.facts.pages import line
from factdeck.facts.prose import one_line
from factdeck.facts.text import inline_list
from making import facts


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("Lambda Functions", "Lambda Functions"),
        ("Howard's lamp", "Howard's lamp"),
        ("Implementing", "Implementing"),
        ("Detailed Explanation", ""),
        ("Functions", ""),
        ("Grammar", ""),
        ("How does a lamp burn its oil", ""),
        ("Explanation of oil in lamps", "oil in lamps"),
        ("Structure of XML", "XML"),
        ("Configuring an NTP Server", "NTP Server"),
        ("Introduction to Lamps", "Lamps"),
        ("Random notes on the lamp", "lamp"),
        ("Chapter 3.3 Glass Lamps", "Glass Lamps"),
        ("Glass Lamps Exam Tips", "Glass Lamps"),
        ("Chapters of the book", "Chapters of the book"),
    ],
)
def test_thing_of_a_heading(heading: str, named: str) -> None:
    assert thing(heading) == named


@pytest.mark.parametrize(
    "text",
    [
        "a text that\nwraps to 2 lines",
        "Term:\nlamp --on 1",
        "Term:\nlamps and oil\nburn 2 nights",
        "Term:\nsmall words\nmore words",
        "Term:\nlamp 1,\nlamp 2.",
        "no colon\nlamp --on 1\nlamp --off 1",
    ],
)
def test_text_becomes_one_line(text: str) -> None:
    assert one_line(text) == text.replace("\n", " ")


def test_commands_below_a_term_stay_lines() -> None:
    text = "Light it:\n  interface oil0/0\n  lamp group 100 in"
    assert one_line(text) == "Light it:\n```\ninterface oil0/0\nlamp group 100 in\n```"
    for written in (f"1. {text.replace('  ', '    ')}", text.replace("  ", "")):
        (fact,) = facts(f"# Lamp\n\n{written}")
        assert fact.object == "```\ninterface oil0/0\nlamp group 100 in\n```"
        assert (fact.span.line, fact.span.end_line) == (3, 5)


def test_members_have_no_half_of_a_bold_marker() -> None:
    assert inline_list("**gas, oil.**") == ("gas", "oil.**".replace("**", ""))
    assert inline_list("**gas**, oil") == ("**gas**", "oil")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("emile 1858 - 1917", "statement"),
        ("size 10 - 20 cm", "statement"),
        ("Layer 7 - the lamps of users", "definition"),
        ("Lamp 2 - oil of 1917", "definition"),
    ],
)
def test_a_dash_between_numbers_is_a_range(text: str, read: str) -> None:
    (fact,) = facts(f"- {text}")
    assert fact.kind == read


@pytest.mark.parametrize(
    ("above", "comment", "why"),
    [
        ("Lamp", "list all of the pods", ""),
        ("Lamp", "check that etcd is stopped", ""),
        ("Lamp", "on the other nodes", "its comment names no task"),
        ("Lamp", "lamp tool is not installed", "its comment names no task"),
        ("Lamp\n\n## Demo: oil", "list all of the pods", "part of an example or a demonstration"),
    ],
)
def test_a_comment_that_names_no_task_is_not_asked(above: str, comment: str, why: str) -> None:
    (fact,) = facts(f"# {above}\n\n```sh\n# {comment}\nlamp get pods\n```\n")
    assert fact.no_card == why


def test_terms_of_key_takeaways_are_the_things() -> None:
    found = facts(
        "# Lamp Automation\n\nKey Takeaways:\n\n- Patch Runner: puts new oil into lamps\n"
    )
    assert [line(fact) for fact in found] == [
        "definition | Patch Runner | is | puts new oil into lamps"
    ]


@pytest.mark.parametrize("label", ["RIPng (RIP next generation)", "Gas Lamp (GL) (also called L)"])
def test_brackets_of_a_label_do_not_hide_that_it_names_a_thing(label: str) -> None:
    (fact,) = facts(f"# Lamps\n\n1. {label}:\n    - Use case: light for ships\n")
    assert (fact.subject, fact.predicate) == (label, "Use case")


@pytest.mark.parametrize(
    "text",
    [
        "# Ledger\n\n```sh\n# list all the accounts there\nledger accounts\n```\n",
        "# Ledger\n\n    # list all the accounts there\n    ledger accounts\n",
    ],
    ids=["fenced", "indented, at the end"],
)
def test_a_command_stands_where_it_is_written(text: str) -> None:
    (fact,) = [fact for fact in facts(text) if fact.syntax == "commands"]
    lines = text.split("\n")
    assert lines[fact.span.line - 1].strip() == "# list all the accounts there"
    assert lines[fact.span.end_line - 1].strip() == "ledger accounts"


def test_a_list_below_an_answer_is_not_its_label() -> None:
    text = "# SSH\n\nQ: Which port does SSH use?\nA: 22\n\n- **DNS** – port 53\n"
    question, below = facts(text)
    assert (question.predicate, question.object) == ("Which port does SSH use?", "22")
    assert below.object == "53"
