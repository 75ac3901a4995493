from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_values import SETTINGS, deck, fact, no_media, note
from factdeck.cards import EMPTY_SIDE, make
from factdeck.model import Fact, FactKind, NoteKind, Place, Quantity, Sentence
from making import facts as read_facts

DEFINITION, PROPERTY, COMPARISON = FactKind.DEFINITION, FactKind.PROPERTY, FactKind.COMPARISON
STATEMENT, COUNT, LIST = FactKind.STATEMENT, FactKind.COUNT, FactKind.ENUMERATION
QUESTION, CLOZE = FactKind.QUESTION, FactKind.CLOZE


def cell(row: str, column: str, text: str) -> Fact:
    place = Place(table="T1", row=row, column=column)
    return fact(COMPARISON, column, row, text, place=place, line=len(row), key=f"{row} {column}")


def statement(text: str, subject: str = "Amazon SQS", **more: object) -> Fact:
    return fact(STATEMENT, subject, "", text, **more)


NO_CARD = [
    (
        fact(PROPERTY, "MAC", "address", "00:1A", place=Place(sentence=Sentence.EXAMPLE)),
        "an example",
    ),
    (fact(LIST, "Static vs dynamic", "kinds", ("Static", "Dynamic")), "a list whose members"),
    (statement("Messages are kept for a while"), "a statement without one thing to ask for"),
    (statement("It is **not** possible to do that at all"), "a statement without one thing"),
    (statement("Kept from 1 minute up to 14 days in a queue"), "a statement without one thing"),
    (statement("Since version 2 the queue is kept for 14 days"), "a statement without one thing"),
    (statement("Each of these needs **Amazon SQS** to be set up"), "a statement without one thing"),
    (statement("In the console click on **Create queue** and wait"), "a step to follow"),
    (statement("Every queue keeps messages for 14 days", ""), "says nothing of a known subject"),
    (
        statement("A queue may keep it for 14 days", place=Place(sentence=Sentence.EXAMPLE)),
        "an example",
    ),
    (
        statement("Deleted after 14 days at most", no_card="the author says so"),
        "the author says so",
    ),
    (fact(DEFINITION, "51", "is", "network load balancer"), "it does not say of what"),
    (fact(DEFINITION, "Note", "is", "look at this"), "its term says nothing by itself"),
    (fact(PROPERTY, "SQS", "Docs", "https://a.b/c"), "a link is no answer"),
    (fact(QUESTION, "SQS", "How long?", "<!-- to do -->"), EMPTY_SIDE),
    (fact(QUESTION, "SQS", "Which picture?", "![](none.png)"), "its picture is missing"),
    (fact(CLOZE, "", "", "{{c1::all of it}}"), "its cloze hides the whole text"),
    (fact(CLOZE, "SQS", "", "kept for {{c0::14 days}}"), "its cloze has no number"),
    (fact(CLOZE, "SQS", "", "kept for {{c1::14 days"), "its cloze has no number"),
    (fact(DEFINITION, "Correct Answer", "is", "B"), "an answer to a question that stands"),
    (fact(LIST, "Limits", "sizes", ("10", "100", "10")), "a list with a member twice"),
    (fact(LIST, "Trunks", "mode", ("**Definition**", "Use case")), "a list of labels"),
    (fact(LIST, "Periods", "names", tuple(map(str, range(99)))), "a list of 99 is too long"),
]

CARDS = [
    # what a thing is
    (
        fact(DEFINITION, "Athena", "is", "a serverless query service for files"),
        NoteKind.REVERSED,
        '<span class="ask">What is </span><b>Athena</b><span class="ask">?</span>',
        "a serverless query service for files",
    ),
    (fact(DEFINITION, "EBS", "is", "storage"), NoteKind.BASIC, "What is <b>EBS</b>?", "storage"),
    (
        fact(DEFINITION, "Cluster", "is", "a cluster of instances in one zone"),
        NoteKind.BASIC,
        "What is <b>Cluster</b>?",
        "a cluster of instances in one zone",
    ),
    (
        fact(DEFINITION, "Placement groups", "is", "rules"),
        NoteKind.BASIC,
        "What are <b>Placement groups</b>?",
        "rules",
    ),
    (
        fact(DEFINITION, "Types of zones", "is", "two"),
        NoteKind.BASIC,
        "What are <b>Types of zones</b>?",
        "two",
    ),
    (
        fact(DEFINITION, "FSx for Windows", "is", "files"),
        NoteKind.BASIC,
        "What is <b>FSx for Windows</b>?",
        "files",
    ),
    (
        fact(DEFINITION, "Buckets", "is", "places"),
        NoteKind.BASIC,
        "What are <b>Buckets</b>?",
        "places",
    ),
    (
        fact(DEFINITION, "IAM", "stands for", "Identity and Access Management"),
        NoteKind.BASIC,
        "What does <b>IAM</b> stand for?",
        "Identity and Access Management",
    ),
    (
        fact(DEFINITION, "Ampel", "is", "Licht", lang="de-AT"),
        NoteKind.BASIC,
        "Was ist <b>Ampel</b>?",
        "Licht",
    ),
    (
        fact(DEFINITION, "nube", "is", "agua", lang="es"),
        NoteKind.BASIC,
        "<b>nube</b>: ?",
        "agua",
    ),
    # what a thing has
    (
        fact(PROPERTY, "AWS Lambda", "Maximum time:", "15 **minutes**"),
        NoteKind.BASIC,
        "<b>AWS Lambda</b>: Maximum time?",
        "15 <strong>minutes</strong>",
    ),
    (
        fact(PROPERTY, "Description", "Batch", "jobs"),
        NoteKind.BASIC,
        "What is <b>Batch</b>?",
        "jobs",
    ),
    (cell("Storage", "AWS Batch", "EBS"), NoteKind.BASIC, "<b>AWS Batch</b>: Storage?", "EBS"),
    # how many
    (
        fact(DEFINITION, "OpsWorks", "is", "Chef"),
        NoteKind.BASIC,
        "What is <b>OpsWorks</b>?",
        "Chef",
    ),
    (
        fact(
            COUNT,
            "load balancers",
            "kinds",
            Quantity(4, "kinds", "4 kinds of load balancers"),
            text="4 kinds of load balancers offered by AWS:",
        ),
        NoteKind.BASIC,
        "How many kinds of load balancers offered by AWS?",
        "4",
    ),
    (
        fact(
            COUNT,
            "IAM",
            "kinds",
            Quantity(3, "kinds", "three kinds"),
            text="To get in you have three kinds (with **keys**): a, b, c",
        ),
        NoteKind.BASIC,
        "<b>IAM</b>: To get in you have how many kinds?",
        "3",
    ),
    (
        fact(COUNT, "DoS", "types", Quantity(2, "types", "two types"), text="The two types are:"),
        NoteKind.BASIC,
        "<b>DoS</b>: how many types?",
        "2",
    ),
    (
        fact(COUNT, "ELB", "types", Quantity(4, "types", "4 types"), text="elsewhere", lang="de"),
        NoteKind.BASIC,
        "<b>ELB</b>: wie viele types?",
        "4",
    ),
    (
        fact(QUESTION, "", "Which one?", "one - or two"),
        NoteKind.BASIC,
        "Which one?",
        "one - or two",
    ),
    # lists
    (
        fact(LIST, "AWS Batch", "Parts", ("a::b", "*c*"), text="Parts:"),
        NoteKind.CLOZE,
        "<b>AWS Batch</b>: Parts<ul><li>{{c1::a:&#58;b}}</li><li>{{c2::<em>c</em>}}</li></ul>",
        "",
    ),
    (
        fact(LIST, "SQS", "kinds", ("a", "b"), text="**Two kinds of SQS queues:**"),
        NoteKind.CLOZE,
        "Two kinds of SQS queues<ul><li>{{c1::a}}</li><li>{{c2::b}}</li></ul>",
        "",
    ),
    (
        fact(LIST, "CI", "order (in order)", ("Build", "Test")),
        NoteKind.CLOZE,
        "<b>CI</b>: {{c1::Build}} → {{c2::Test}}",
        "",
    ),
    (
        fact(LIST, "Build", "order (in order)", ("Build", "Test")),
        NoteKind.CLOZE,
        "<b>Build</b>: Build → {{c2::Test}}",
        "",
    ),
    # statements
    (
        statement("Keeps messages for up to 14 days"),
        NoteKind.CLOZE,
        "<b>Amazon SQS</b>: Keeps messages for up to {{c1::14 days}}",
        "",
    ),
    (
        statement("Amazon SQS costs at least $0.40 a million"),
        NoteKind.CLOZE,
        "Amazon SQS costs at least {{c1::$0.40}} a million",
        "",
    ),
    (
        statement("Messages are sent with **DKIM** and **SPF** of the sender"),
        NoteKind.CLOZE,
        "<b>Amazon SQS</b>: Messages are sent with <strong>{{c1::DKIM}}</strong> and "
        "<strong>{{c2::SPF}}</strong> of the sender",
        "",
    ),
    # cards of the author
    (
        fact(QUESTION, "SQS", "What does it keep?", "- messages"),
        NoteKind.BASIC,
        "<b>SQS</b>: What does it keep?",
        "messages",
    ),
    (
        fact(QUESTION, "SQS", "Which port does SSH use?", "22"),
        NoteKind.BASIC,
        "Which port does SSH use?",
        "22",
    ),
    (
        fact(QUESTION, "", "AMI", "image", both_ways=True),
        NoteKind.REVERSED,
        "AMI",
        "image",
    ),
    (
        fact(CLOZE, "", "", "kept for {{c2::14 days::how long}}"),
        NoteKind.CLOZE,
        "kept for {{c2::14 days::how long}}",
        "",
    ),
    (
        fact(CLOZE, "", "", "tied to ==one== or ==two== zones"),
        NoteKind.CLOZE,
        "tied to {{c1::one}} or {{c2::two}} zones",
        "",
    ),
    (
        fact(CLOZE, "SQS", "", "==deleted after days=="),
        NoteKind.CLOZE,
        "<b>SQS</b>: {{c1::deleted after days}}",
        "",
    ),
]


@pytest.mark.parametrize(("fact", "why"), NO_CARD)
def test_no_card(fact: Fact, why: str) -> None:
    made = deck(fact)
    assert not made.notes
    assert made.without[0][0] is fact
    assert made.without[0][1].startswith(why)


@pytest.mark.parametrize(("fact", "kind", "front", "back"), CARDS)
def test_card(fact: Fact, kind: NoteKind, front: str, back: str) -> None:
    made = note(fact)
    assert (made.kind, made.front, made.back) == (kind, front, back)


def test_ordinals_are_the_cards_of_the_kind() -> None:
    ordinals = {made.kind: made.ordinals for made in deck(*(fact for fact, *_ in CARDS[-6:])).notes}
    assert ordinals == {NoteKind.BASIC: (0,), NoteKind.REVERSED: (0, 1), NoteKind.CLOZE: (0,)}
    assert note(fact(CLOZE, "", "", "a {{c2::b}} {{c4::c}}")).ordinals == (1, 3)


def test_a_count_names_the_members_of_its_own_list() -> None:
    count = fact(COUNT, "ELB", "types", Quantity(2, "types", "2 types"), line=3)
    listed = fact(LIST, "ELB", "types", ("ALB", "NLB"), line=3)
    assert deck(count, listed).notes[0].back == "2<ul><li>ALB</li><li>NLB</li></ul>"
    three = fact(COUNT, "ELB", "types", Quantity(3, "types", "3 types"), line=3)
    assert deck(three, listed).notes[0].back == "3"


def test_a_long_list_is_asked_in_parts_that_show_the_others() -> None:
    members = tuple("abcdefghi")
    first, second = deck(fact(LIST, "S", "Parts", members)).notes
    assert (first.key, second.key) == ("notes.md › S › Parts", "notes.md › S › Parts › part 2")
    assert (first.ordinals, second.ordinals) == (tuple(range(7)), (0, 1))
    assert "(part 1 of 2)" in first.front
    assert '<p class="others">Also: h · i</p>' in first.front
    assert "<li>{{c1::h}}</li><li>{{c2::i}}</li>" in second.front


def test_crosses_alone_are_not_asked() -> None:
    made = deck(
        cell("Runtime", "On-premises", "x"),
        cell("Storage", "IaaS", "x"),
        cell("Size", "IaaS", "5 TB"),
    )
    assert [(note.front, note.back) for note in made.notes] == [
        ("<b>IaaS</b>: Size?", "5 TB"),
    ]
    why = "a table of crosses does not say what they mean"
    assert [reason for _, reason in made.without].count(why) == 2


def test_a_cross_beside_a_tick_is_a_no() -> None:
    made = deck(cell("Multi-AZ", "A", "✔️"), cell("Multi-AZ", "B", "x"))
    assert [(note.front, note.back) for note in made.notes] == [
        ("<b>Multi-AZ</b>: which of A, B?", "A")
    ]


PIECES = """
    # ## - • 1. | : :: ::: = -> → ** == ? Q: A: {{c1:: }} x ✔ 4 types of AWS Lambda S3 is are kept
    for 15 minutes ![](a.png) $x$ `code` <b> [[a]] > ``` --- e.g.
"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n", "\n- ", "\n| a | b |\n|---|---|\n| "])


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_each_fact_has_a_card_or_a_reason(text: str) -> None:
    facts = read_facts(text)
    made = make(facts, SETTINGS, no_media)
    asked = {fact.key for fact in made.origins}
    reasons = {fact.key: why for fact, why in made.without}
    assert asked | reasons.keys() == {fact.key for fact in facts}
    assert not asked & reasons.keys()
    assert all(reasons.values())
    assert len(made.notes) == len(made.origins)
    assert len({note.key for note in made.notes}) == len(made.notes)
    assert all(note.ordinals for note in made.notes)
