"""What was read out of free notes and is asked, and what is better not asked."""

from __future__ import annotations

from typing import Any

import pytest

from fact_values import deck, fact, note
from factdeck.model import Fact, FactKind, NoteKind, Place, Quantity, Span

DEFINITION, PROPERTY, COMPARISON = FactKind.DEFINITION, FactKind.PROPERTY, FactKind.COMPARISON
STATEMENT, COUNT, LIST = FactKind.STATEMENT, FactKind.COUNT, FactKind.ENUMERATION
QUESTION = FactKind.QUESTION


def meaning(term: str, text: str, **more: Any) -> Fact:
    return fact(DEFINITION, term, "is", text, **more)


def about(label: str, text: str, subject: str = "Lantern", **more: Any) -> Fact:
    return fact(PROPERTY, subject, label, text, **more)


def listed(label: str, *members: str, **more: Any) -> Fact:
    return fact(LIST, "Lantern", label, members, **more)


def says(text: str, subject: str = "Lantern", **more: Any) -> Fact:
    return fact(STATEMENT, subject, "", text, **more)


def under(parent: str = "", *headings: str) -> dict[str, Any]:
    return {"place": Place(parent=parent), "headings": headings or ("Lamps",)}


ASKED = [
    # labels
    about("Use case", "light for ships"),
    about("Update channel", "stable"),
    about("Port of the lamp", "22"),
    about("Variable", "the brightness"),
    about("Table", "where lamps stand"),
    about("Method for larger loads", "multipart loads"),
    about("Encryption", "AES with a key of the owner"),
    about("Former name", "Lamp Composer"),
    about("Set the lamp to blue", "`lamp --colour 4`"),
    about("Save the configuration", "`copy running-config startup-config`"),
    about("Update the oil", "`apt-get update oil`"),
    about("Add a list of lamps", "`lamps list new`"),
    about("View the lamps", "`show lamps`"),
    about("Disable the light", "set lamps to dark mode, or use the `nolight` command"),
    about("Lamp", "A lamp is a light that men carry", "Lamps"),
    about("Speed", "5000 lumen", **under("Benefits")),
    about("configure terminal", "lights the lamp of the captain"),
    about("used for", "optical media"),
    about("used to", "light ships"),
    meaning("<<Lamp>>", "<< is a sign"),
    about("allows", "you to light all the ships"),
    about("To find the oil", "`lamp --oil`"),
    about("Price", "not known before the first night has passed by in it", **under("Benefits")),
    about("Oil → flame", "what the wick is for"),
    about("Lens", "made of glass", **under("EC2 lamps have a lens and a door")),
    about("Private range", "10.0.0.0 to 10.255.255.255"),
    about("Local names", "192.168.0.0/16"),
    about("Second address", "that of the name server (e.g. 10.16.16.2)"),
    # terms and meanings
    meaning("Wick", "the part that burns"),
    meaning("Hund", "Dog"),
    meaning("OpsLamp", "Chef"),
    meaning("Glass lamp", "a lamp whose light a pane protects"),
    meaning("Query language of lamps", "SQL"),
    meaning("API styles", "REST and GraphQL"),
    meaning("On-Demand Lamp", "a lamp that is paid by the second"),
    meaning("Aurora Serverless", "a database that sizes itself"),
    meaning("i - IS-IS", "a route learned by that protocol"),
    meaning("VPN lamp", "A VPN lamp is a light that nobody sees"),
    meaning("su", "The `su` command is short for substitute user"),
    meaning("Pseudo lamp", "Pseudo lamps are those that give no light"),
    meaning("Harbour Hub", "public house of images on the harbour hub site"),
    meaning("Cluster", "a cluster of lamps on one ship"),
    meaning("Batch", "men who run batch jobs on ships"),
    meaning("Lamp group", "as lamp groups, lit by night at sea"),
    meaning("Show lamp", "never lit by night", **under("", "Lamps", "Examples of light")),
    fact(DEFINITION, "ABC", "stands for", "A Better Candle"),
    # lists
    listed("Parts", "wick", "glass"),
    listed("Versions of the lamp include", "first", "second"),
    listed("Engines offered through lamps", "gas", "oil", "LED"),
    listed("Operating process", "fill", "light"),
    listed("A lamp consists of", "wick", "glass"),
    listed("Use cases", "ships", "tunnels", "mines"),
    listed("Teile der Lampe", "Docht", "Glas", lang="de"),
    listed("order", "fill", "light", text="Two kinds of lamp:"),
    # statements
    says("Burns for up to 14 hours without any oil"),
    says("If more than 5 GB are sent, parts must be sent"),
    says("Light is carried by **DKIM** and **SPF** on the way"),
    says("It is held by the **Lamp Manager** over all the ships"),
]

EXAMPLE = "part of an example"
ADDRESS = "an address that is only an example"
INSTRUCTION = "an instruction is no question"
COMMAND = "a command that its label does not ask for"
CIRCULAR = "its meaning says its term again"
QUALITY = "what a thing is like"
REMARK = "a remark is no answer"
SHOWN = "the answer stands in the question"
SENTENCE = "its term is a part of a sentence"
NO_LABEL = "its label does not say what it lists"
ABOVE = "goes on from what stands above"
NOTHING_TO_ASK = "a statement without one thing"

NOT_ASKED = [
    # labels
    (about("Save the configuration", "lamps are kept then"), INSTRUCTION),
    (about("Use the lamp", "every night at sea"), INSTRUCTION),
    (about("Analyze your light", "at a high level"), INSTRUCTION),
    (about("Blue", "like the sea", "Calculate the light"), "its subject is an instruction"),
    (about("Scalable", "up to many ships"), QUALITY),
    (about("Human-readable", "read by people"), QUALITY),
    (about("Limited by time", "short nights"), QUALITY),
    (about("Highly available", "three of them"), QUALITY),
    (about("in many ships", "those with oars"), SENTENCE),
    (about("3 lamps", "one for each ship"), SENTENCE),
    (about("a b c d e f g h i k", "letters"), "its label is a sentence"),
    (about("Problem", "too many ships at sea"), "its label is about the text"),
    (about("Related", "other lamps"), "its label is about the text"),
    (about("Simplicity", "easy to hold", **under("Benefits")), "a benefit in general words"),
    (about("Lens", "of glass", **under(" ".join(["word"] * 13))), "says something only together"),
    (about("Add lamps using CRD", "`lampctl get crd`"), COMMAND),
    (about("Use the call of men", "`CompleteLifecycle`"), COMMAND),
    (about("Delete the old lamps", "```\nshow version\n```"), COMMAND),
    (about("Bucket", "Buckets hold water for the ship", "Buckets"), CIRCULAR),
    # terms
    (meaning("It's OLAP", "analysis of data"), SENTENCE),
    (meaning("One user", "a person with a lamp"), SENTENCE),
    (meaning("lamp {Value", "sets the light of it"), "its term is cut off"),
    (about("fill → light → carry", "`lamp` of the night"), "its term is a chain of steps"),
    (about("fill -> light -> carry", "the way of a lamp"), "its term is a chain of steps"),
    (meaning("Oil => Wick => Flame", "the way that oil goes"), "its term is a chain of steps"),
    (meaning('"status"', "what the lamp says"), "its term is data"),
    (meaning("Role", "lights the way of ships"), "its term says nothing by itself"),
    # meanings and answers
    (meaning("PaaS", "Heroku, Google Lamps, Windows"), "names are no meaning"),
    (meaning("Memory lamp", "ElastiLamp"), "names are no meaning"),
    (meaning("Wick", "scales up to 50 lamps"), REMARK),
    (meaning("Direct lights", "OSPF forms direct lights with each ship of the sea"), CIRCULAR),
    (meaning("DR Election", "It performs a DR election to reduce the light"), CIRCULAR),
    (meaning("Blind lamps", "Blind lamps can change the night of men"), CIRCULAR),
    (meaning("Oil function", "The oil function is called when men come"), CIRCULAR),
    (meaning("VPN", "VPNs use oil to make a light of their own"), CIRCULAR),
    (meaning("Wick", "26%"), "a number is no meaning"),
    (meaning("Public", "Docker Hub https://hub.docker.net/"), "a link is no answer"),
    (meaning("Data Exchange", "moving of data", **under("It is used for")), "a use is no meaning"),
    (about("Door", "great for ships"), REMARK),
    (about("Door", "(not in every lamp)"), REMARK),
    (about("Functions", "no lamp to manage!"), REMARK),
    (about("Step", "Command: lamp on"), "its answer has labels of its own"),
    (about("Door", " ".join(["word"] * 81)), "its answer is too long"),
    (meaning("NoSQL", "not a relational lamp"), REMARK),
    (meaning("Forwarding", "forwards the light of all lamps"), REMARK),
    (meaning("Lamp", "<!-- nothing -->"), "one of its sides is empty"),
    # what says its label again
    (meaning("Lamp Data Catalog", "catalog of datasets"), SHOWN),
    (about("Encryption", "encrypts by encrypting keys"), SHOWN),
    (about("Completed", "run to completion"), SHOWN),
    (about("Millisecond latency", "low latency retrieval"), SHOWN),
    (about("sudo lampctl status oil", "show oil status info"), SHOWN),
    (about(" ".join(f"a{n}" for n in range(9)), "b", " ".join(f"c{n}" for n in range(20))),
     "a question too long"),
    # examples
    (about("Oil", "olive", **under("", "Demo: a lamp")), EXAMPLE),
    (about("Oil", "olive", **under("", "Demo: a lamp", "Notes")), EXAMPLE),
    (about("Oil", "olive", **under("Example of a lamp")), EXAMPLE),
    (about("Server", "192.168.1.100"), ADDRESS),
    (about("Next hop", "203.0.113.5"), ADDRESS),
    (meaning("MAC", "00:1A:2B:3C:4D:5E"), ADDRESS),
    (about("URL", "http://myapp.com:30080"), ADDRESS),
    (listed("Addresses", "10.1.2.3", "10.1.2.4"), ADDRESS),
    (about("Oil", "olive", span=Span("docs/CHANGELOG.md", 1)), "a file about the notes"),
    (about("Oil", "olive", span=Span("notes/3_demo_of_oil.md", 1)), EXAMPLE),
    (about("Oil", "many questions on the exam"), "about the exam"),
    # lists
    (listed("OSPF behavior", "fast", "slow"), NO_LABEL),
    (listed("IaaS", "one", "two"), NO_LABEL),
    (listed("Add parts", "wick", "glass"), NO_LABEL),
    (listed("tasks such as", "filling", "lighting"), "a list of examples"),
    (listed("tasks", "filling", "anything you like"), "a list of examples"),
    (listed("Use cases", "ships", "mines"), "two of many"),
    (listed("Lantern handles", "ships", "mines"), NO_LABEL),
    (listed("Differences between lamps", "Protocol", "Ports"), NO_LABEL),
    (listed("Lamps", "The wick can be cut", "olive oil"), "its members are sentences"),
    (listed("Lantern order (in order)", "Lantern", "Oil", "Lantern"), "a list whose members"),
    # statements
    (says("For this reason, the **lamp oil** was brought to ships"), ABOVE),
    (says("We burn **lamp oil** in every ship of ours"), ABOVE),
    (says("Use lamps for **ships** or **tunnels under the sea** at night"), NOTHING_TO_ASK),
    (says("The lamp is lit **without oil** in all of the ships"), NOTHING_TO_ASK),
    (says("At first these lamps **look like** the candles on all of the ships"), NOTHING_TO_ASK),
    (says("The men on ships **do not block** the light of all lamps"), NOTHING_TO_ASK),
    (says("All of the time **lamps are lit** by the men on ships"), NOTHING_TO_ASK),
    (says("They were replaced by the **glass lamp** on ships, which:"), "speaks of the text"),
    (says("The **glass lamp** is often asked for in a lecture of ships"), "speaks of the text"),
]  # fmt: skip


@pytest.mark.parametrize("asked", ASKED, ids=lambda each: each.key)
def test_asked(asked: Fact) -> None:
    assert note(asked)


@pytest.mark.parametrize(("doubted", "why"), NOT_ASKED, ids=lambda each: getattr(each, "key", ""))
def test_not_asked(doubted: Fact, why: str) -> None:
    made = deck(doubted)
    assert not made.notes
    assert made.without[0][1].startswith(why)


@pytest.mark.parametrize(
    "cell",
    [
        about("Scalable", "good", place=Place(table="T1", row="Lantern", column="Scalable")),
        about("Save the oil", "yes it does", place=Place(table="T1", row="Lantern", column="a b")),
    ],
)
def test_a_table_is_never_doubted(cell: Fact) -> None:
    assert note(cell)


def test_a_label_that_is_the_thing_is_asked_for_its_meaning() -> None:
    made = note(about("Bucket", "holds water for the ship", "Buckets"))
    assert made.front == "What is <b>Bucket</b>?"


def test_what_an_author_wrote_as_a_card_is_never_doubted() -> None:
    explicit = fact(QUESTION, "Lamp", "Use the lamp?", "great at 192.168.1.1", headings=("Demo",))
    assert note(explicit)


@pytest.mark.parametrize(
    ("term", "text", "kind"),
    [
        ("Lantern", "a light that a man carries by hand", NoteKind.REVERSED),
        ("lantern", "a light that a man carries by hand", NoteKind.BASIC),
        ("Lantern", "a light", NoteKind.BASIC),
        ("Lantern", "is carried by hand over all the ships", NoteKind.BASIC),
        ("Dynamic Lantern", "turns dynamically to all of the ships", NoteKind.BASIC),
        ("Lantern", "a lantern that is carried by hand at night", NoteKind.BASIC),
    ],
)
def test_a_meaning_is_asked_both_ways_when_it_singles_out_its_term(
    term: str, text: str, kind: NoteKind
) -> None:
    assert note(meaning(term, text)).kind is kind


def test_a_card_that_stands_twice_is_one_with_both_places() -> None:
    one = about("Oil", "olive oil.", span=Span("a.md", 1), key="a")
    other = about("Oil", "Olive oil", span=Span("b.md", 9), key="b")
    made = deck(one, other)
    assert [each.source for each in made.notes] == ["a.md › Heading<br>b.md › Heading"]
    assert [why for _, why in made.without] == ["asked already"]


def test_the_same_question_with_two_answers_is_not_asked() -> None:
    facts = [
        about("Oil", "olive oil", key="a", headings=("Lamps", "Summary")),
        about("Oil", "lamp oil", key="b", headings=("Lamps",)),
    ]
    assert [why for _, why in deck(*facts).without] == ["the same question has several answers"] * 2


def test_the_same_question_in_another_context_is_another_question() -> None:
    facts = [
        about("Oil", "olive oil", key="a", headings=("Old lamps",)),
        about("Oil", "lamp oil", key="b", headings=("New lamps",)),
    ]
    assert len(deck(*facts).notes) == 2


def test_a_name_is_asked_for_its_meaning_once() -> None:
    facts = [
        meaning("CodeLamp", "puts code onto ships", key="a", headings=("Lamps",)),
        meaning("CodeLamp", "carries code to ships and mines", key="b", headings=("Mines",)),
    ]
    made = deck(*facts)
    assert [each.back for each in made.notes] == ["puts code onto ships"]


def test_the_same_word_is_left_out_of_two_sentences_at_most() -> None:
    sentences = [
        says(f"In the {nth} night the **use-oil** command lights all ships", key=nth)
        for nth in ("first", "second", "third")
    ]
    assert len(deck(*sentences).notes) == 2


def test_a_bold_word_that_touches_a_letter_is_bold() -> None:
    made = note(says("The **use-oil**feature lights all of the ships at once"))
    assert "The {{c1::<strong>use-oil</strong>}}feature" in made.front


def test_a_count_is_asked_under_its_own_name() -> None:
    three = Quantity(3, "options", "three options")
    own = fact(COUNT, "Keys", "options", three, text="To open Lantern you have three options:")
    title = fact(
        COUNT, "", "Pillars", Quantity(6, "Pillars", "6 Pillars"), text="Ship Rules 6 Pillars"
    )
    members = fact(
        LIST, "Keys", "options", ("Copper", "Steel", "Gold"), text="To open Lantern you have three:"
    )
    assert deck(own, members).notes[0].front == "To open Lantern you have how many options?"
    assert deck(own, members).notes[1].front.startswith("To open Lantern you have three<ul>")
    assert note(title).front == "Ship Rules: how many Pillars?"


def test_a_count_of_something_above_is_not_asked() -> None:
    five = Quantity(5, "types", "five types of lamps")
    made = deck(fact(COUNT, "lamps", "types", five, text="It defines five types of lamps:"))
    assert [why for _, why in made.without] == ["says nothing of a known subject"]
    also = fact(COUNT, "lamps", "types", five, text="There are also five types of lamps.")
    assert note(also).front == "How many types of lamps?"
    members = fact(LIST, "lamps", "types", ("gas", "oil"), text="It defines two types of lamps:")
    assert note(members).front.startswith("<b>lamps</b>: types<ul>")


def test_rows_that_are_attributes_are_asked_of_the_thing_above() -> None:
    place = Place(table="T1", row="Protocol", column="Description")
    cell = fact(
        COMPARISON, "Description", "Protocol", "NFS", place=place, headings=("EFS", "Summary")
    )
    assert note(cell).front == "<b>EFS</b>: Protocol?"
