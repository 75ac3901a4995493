"""What a list, chain or sentence hides, and what the rest of its card shows."""

from __future__ import annotations

from typing import Any

import pytest

from fact_values import deck, fact, note
from factdeck.model import Fact, FactKind, NoteKind, Span

LIST, STATEMENT, CLOZE = FactKind.ENUMERATION, FactKind.STATEMENT, FactKind.CLOZE


def listed(label: str, *members: str, **more: Any) -> Fact:
    return fact(LIST, "Lantern", label, members, **more)


def chain(*links: str, **more: Any) -> Fact:
    return fact(LIST, more.pop("subject", "Lantern"), "order (in order)", links, **more)


def says(text: str, subject: str = "Lantern", **more: Any) -> Fact:
    return fact(STATEMENT, subject, "", text, **more)


NOTHING_SHOWN = [
    (listed("Parts", "wick", "glass", "oil"), (0, 1, 2)),
    (listed("Records", "A record", "MX record", "record of names"), (0, 1, 2)),
    (listed("Lights", "HTTP light", "HTTPS light", "light"), (0, 1)),
    (
        listed("Classes", "Deep Glacier", "Glacier Instant", "S3 Deep Archive", "Glacier Archive"),
        (0, 1, 2, 3),
    ),
    (listed("Deletions", "Deletion with an ID", "Deletion without an ID"), (0, 1)),
    (chain("Local light server", "Root light server", subject="Light server"), (0, 1)),
    (chain("fill", "light", "put out"), (0, 1, 2)),
    (says("It is held by the **Lamp Manager** over all the ships"), (0,)),
    (says("Each ship has an **Oil Address** beside the address", "Elastic oil"), (0,)),
    (fact(CLOZE, "", "", "PVC is a {{c1::PVC}}"), (0,)),
]

SHOWN = [
    (chain("PVC", "Ask for a class", "Lamp bounds PV to PVC"), (1, 2)),
    (chain("MQTT", "Rule", "Rule actions", "Ship"), (0, 2, 3)),
    (chain("gas", "Great Lantern Oil Hose", "ship", subject="Core - Lantern Oil Hose"), (0, 2)),
    (chain("lamp", "ship", "lamp", "mine"), (1, 3)),
    (chain("snap", "copy snap to ship", "Make a ship", headings=("Snap",)), (1, 2)),
    (listed("Parts", "Job", "Job queue", "Job definition"), (1, 2)),
    (listed("Sizes", "Compute lamps", "Compute lamps (GPU) of glass", "Other"), (1, 2)),
    (listed("Lamps that run on glass", "Glass (clear)", "Oil", "Wick"), (1, 2)),
    (listed("Lamps", "Oil", "Lantern (LAN)", "Wick"), (0, 2)),
    (says("The **Light Group (LG)** of **men at sea** is a light group"), (1,)),
]

TOO_LITTLE = [
    listed("Ports", "TCP", "UDP", "TCP & UDP"),
    chain("lamp", "lamp", "ship", "ship"),
    says("A **Light Group (LG)** is always one light group of men"),
]


@pytest.mark.parametrize(("asked", "ordinals"), NOTHING_SHOWN + SHOWN)
def test_what_is_shown_is_not_asked(asked: Fact, ordinals: tuple[int, ...]) -> None:
    assert note(asked).ordinals == ordinals


@pytest.mark.parametrize("asked", TOO_LITTLE)
def test_too_little_is_left_to_ask(asked: Fact) -> None:
    assert [why for _, why in deck(asked).without] == ["the answer stands in the question"]


def test_what_is_shown_is_seen() -> None:
    made = note(chain("PVC", "Ask for a class", "Lamp bounds PV to PVC"))
    assert made.front.endswith("PVC → {{c2::Ask for a class}} → {{c3::Lamp bounds PV to PVC}}")


LISTS = [
    ("On-Demand Lamps: short work, fair price, paid by night", "On-Demand Lamps"),
    ("Types of Lamps – of oil, of gas, of light", "Types of Lamps"),
    ("Payment Options – no money, some money, all money", "Payment Options"),
    ("Great Lamps – Oil lamp, Gas lamp, LED", "Great Lamps"),
    ("parts – wick, glass, oil", "parts"),
    ("great lamps – short work, fair price, paid by night", "great lamps"),
]


@pytest.mark.parametrize(("text", "label"), LISTS)
def test_a_label_that_names_a_group_has_a_list(text: str, label: str) -> None:
    members = tuple(text[len(label) :].strip(" :–").split(", "))
    assert note(listed(label, *members, text=text)).kind is NoteKind.CLOZE


def test_traits_say_what_a_thing_is() -> None:
    text = "**On-Demand Lamps** – short work, fair price, paid by night"
    made = note(
        listed("On-Demand Lamps", "short work", "fair price", "paid by night", text=text),
    )
    assert (made.kind, made.front) == (NoteKind.BASIC, "What are <b>On-Demand Lamps</b>?")
    assert made.back == "short work, fair price, paid by night"


CONTEXTS = [
    (("Lamps", "Explanation"), "notes/Oil Lamps.md", "Lamps › Explanation"),
    ((), "notes/oil_lamps.md", "oil_lamps"),
    (("Overview",), "notes/2024-05-11.md", "Overview"),
    (("Overview",), "notes/Summary.md", "Overview"),
    (("Overview",), "notes/Wick.md", "Overview"),
    # the file names what its headings do not
    (("Explanation",), "notes/Oil Lamps.md", "Oil Lamps › Explanation"),
    (("Use case",), "notes/Oil Lamps.md", "Oil Lamps › Use case"),
    (("Wick", "Details"), "notes/01 Oil Lamps.md", "Oil Lamps › Details"),
    (("Wick",), "notes/Oil Lamps.md", "Oil Lamps"),
]


@pytest.mark.parametrize(("headings", "path", "shown"), CONTEXTS)
def test_the_context_names_a_thing(headings: tuple[str, ...], path: str, shown: str) -> None:
    span = Span(path, 1)
    made = note(fact(FactKind.PROPERTY, "Wick", "Length", "2 feet", headings=headings, span=span))
    assert made.context == shown


def test_a_file_that_is_the_answer_is_not_shown() -> None:
    asked = fact(
        FactKind.PROPERTY, "Wick", "Place", "Oil Lamps", headings=("Overview",),
        span=Span("notes/Oil Lamps.md", 1),
    )  # fmt: skip
    assert note(asked).context == "Overview"


def test_a_command_may_have_the_word_of_its_title() -> None:
    asked = fact(
        FactKind.PROPERTY,
        "Commands",
        "List them",
        "`docker images`",
        headings=("Images of Docker",),
    )
    assert note(asked).back == "<code>docker images</code>"
