"""History goes to the same question in other words, and never to another question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.model import Note, NoteKind
from factdeck.package.identity import Identified, identify
from factdeck.package.lock import Lock
from factdeck.package.matching.differences import difference
from factdeck.package.matching.questions import words_of
from package_notes import SLUG, note


def build(notes: Sequence[Note], lock: Lock | None = None) -> Identified:
    return identify(notes, lock or Lock(), SLUG, lambda _: 1000)


def guids(identified: Identified) -> list[str]:
    return [each.guid for each in identified.notes]


def asked(thing: str, what: str, answer: str, *, under: str = "aws.md › Storage") -> Note:
    """``thing: what?``, as a fact of a list or a table gives it."""
    return note(f"<b>{thing}</b>: {what}?", answer, key=f"{under} › {thing} › {what}")


def defined(term: str, meaning: str, *, under: str = "aws.md › Storage") -> Note:
    return note(f"What is <b>{term}</b>?", meaning, key=f"{under} › {term} › is")


def sentence(text: str, *, under: str = "aws.md › Storage", number: int = 2) -> Note:
    return note(text, "", NoteKind.CLOZE, key=f"{under} › {number}")


LONG = "blocks that are spread over several disks in one zone"

ANOTHER = {
    "a beginning that makes the contrary": [
        defined("Hypertonic solution", "one that makes a cell change its volume by osmosis"),
        defined("Hypotonic solution", "one that makes a cell change its volume by osmosis"),
    ],
    "one letter that makes the contrary": [
        asked("Abduction of the arm", "muscle", "deltoid"),
        asked("Adduction of the arm", "muscle", "pectoralis"),
    ],
    "a letter that makes another thing": [
        note("Which port does HTTP use?", "80", key="a.md › Which port does HTTP use?"),
        note("Which port does HTTPS use?", "443", key="a.md › Which port does HTTPS use?"),
    ],
    "another thing with the same short answer": [
        asked("S3", "durability", "eleven nines"),
        asked("EFS", "durability", "eleven nines"),
    ],
    "another thing of one heading": [
        asked("Lists", "order", "from the top", under="vpc.md › Lists or groups"),
        asked("Groups", "order", "all of them at once", under="vpc.md › Lists or groups"),
    ],
    "another number in the name": [
        defined("RAID 0", LONG),
        defined("RAID 1", LONG),
    ],
    "a merge that answers what another one asked": [
        asked("Ways", "standard", "near the target, by address", under="a.md › Ways"),
        note(
            "What are <b>Ways</b>?",
            "standard: near the target, by address; extended: near the source, by port",
            key="a.md › Ways › is",
        ),
    ],
    "the contrary": [
        asked("Access lists", "maximum rules for a subnet", "20 rules"),
        asked("Access lists", "minimum rules for a subnet", "20 rules"),
    ],
    "a negation": [
        note("Which classes keep data in one zone?", "One Zone", key="a.md › Which classes"),
        note("Which classes do not keep data in one zone?", "One Zone", key="a.md › Which"),
    ],
    "the same words of another section": [
        asked("Role", "purpose", "lets a task call other services", under="a.md › ECS"),
        asked("Role", "purpose", "writes the logs", under="b.md › Lambda"),
    ],
    "the next statement with the same number": [
        sentence("<b>S3</b>: Buckets have {{c1::global}} names"),
        sentence("<b>S3</b>: Versions can be {{c1::suspended}}"),
    ],
    "only the attribute is the same": [
        asked("Instance store", "price", "included in that of the instance"),
        asked("Volume", "price", "by the gigabyte and the month"),
    ],
    "another thing of the same kind, which is defined in like words": [
        defined("Gateway endpoint", "a target in a route table for traffic to S3"),
        defined("Interface endpoint", "a network card for traffic to most services"),
    ],
}

SAME = {
    "another way to write the plural": [
        defined("Linux VM's", "machines"),
        defined("Linux VMs", "machines"),
    ],
    "a slip mended": [
        asked("S3", "availabilty of objects", "99.99%"),
        asked("S3", "availability of objects", "99.99%"),
    ],
    "another answer": [
        asked("S3", "maximum object size", "5 TB"),
        asked("S3", "maximum object size", "50 TB"),
    ],
    "another answer, and the question reworded": [
        note("How large can an object in S3 be at most?", "5 TB in all", key="a.md › How large"),
        note("How large may an object in S3 be at most?", "5 TB in total", key="a.md › How may"),
    ],
    "a long question with another answer in another file": [
        note("Which store keeps sessions of many web servers?", "Redis", key="a.md › Which"),
        note("Which store keeps sessions of many web servers?", "DynamoDB", key="b.md › Which"),
    ],
    "a renamed thing": [
        defined("Elasticsearch", "search and analysis of logs and metrics, with dashboards on top"),
        defined("OpenSearch", "search and analysis of logs and metrics, with dashboards on top"),
    ],
    "a name that says more": [
        asked("Lambda", "longest run of a function", "15 minutes"),
        asked("AWS Lambda", "longest run of a function", "15 minutes"),
    ],
    "what stood in brackets": [
        asked("Accelerated instances (P, G)", "hardware", "graphics cards and field arrays"),
        asked("Accelerated instances", "hardware", "graphics cards and field arrays"),
    ],
    "from the question into the heading": [
        asked("Kinds of cast", "multicast", "one to some", under="net.md › Frames"),
        defined("Multicast", "one to some", under="net.md › Frames › Kinds of cast"),
    ],
    "thing and heading change places": [
        asked(
            "Events",
            "what is decoupled",
            "senders from receivers and listeners",
            under="a.md › Queues",
        ),
        asked(
            "Queues",
            "what is decoupled",
            "senders from receivers and listeners",
            under="a.md › Events",
        ),
    ],
    "another outline number": [
        asked("3.1.4 Address translation", "drawbacks", "no end to end", under="net.md › Routing"),
        asked("4.1 Address translation", "drawbacks", "no end to end", under="net.md › Services"),
    ],
    "another count in the heading": [
        asked("Questions (51)", "kernel", "it starts init", under="a.md › Questions (51)"),
        asked("Questions (52)", "kernel", "it starts init", under="a.md › Questions (52)"),
    ],
    "a sentence with its thing named": [
        sentence("Spot capacity costs up to {{c1::90%}} less than on demand", number=4),
        sentence("<b>Spot</b>: Capacity costs up to {{c1::90%}} less than on demand", number=9),
    ],
    "a sentence that lost a clause": [
        sentence("A mask of {{c1::/32}} means one address; the greater the number, the less"),
        sentence("A mask of {{c1::/32}} means one single address", number=3),
    ],
    "another phrase of asking": [
        asked("ReadWriteOnce", "what", "one node may mount the volume for writing"),
        defined("ReadWriteOnce", "One node may mount the volume for writing"),
    ],
}


@pytest.mark.parametrize("name", ANOTHER)
def test_another_question_starts_anew(name: str) -> None:
    old, new = ANOTHER[name]
    first = build([old])
    second = build([new], first.lock)
    assert guids(second) != guids(first)
    assert len(second.new) == len(second.retired) == 1


@pytest.mark.parametrize("name", SAME)
def test_the_same_question_keeps_its_history(name: str) -> None:
    old, new = SAME[name]
    first = build([old])
    assert guids(build([new], first.lock)) == guids(first)


# --- among others ------------------------------------------------------------------------


def test_swapped_answers_stay_with_their_questions() -> None:
    one, other = "keeps records in order", "sends each message to all that listen"
    first = build([defined("Queue", one), defined("Topic", other)])
    second = build([defined("Topic", one), defined("Queue", other)], first.lock)
    assert guids(second) == guids(first)[::-1]


def test_a_renamed_row_takes_all_its_cells_along() -> None:
    def row(name: str, price: str = "2 cents") -> list[Note]:
        cells = {"zones": "3", "wait": "none", "price": price}
        return [asked(name, what, cell) for what, cell in cells.items()]

    first = build([*row("Standard"), *row("Infrequent", "1 cent")])
    second = build([*row("Standard"), *row("Infrequent Access (IA)", "half a cent")], first.lock)
    assert guids(second) == guids(first)


def test_a_row_that_two_others_follow_is_not_given_to_one_of_them() -> None:
    cells = {"zones": "3", "wait": "hours", "price": "a cent"}

    def row(name: str) -> list[Note]:
        return [asked(name, what, cell) for what, cell in cells.items()]

    first = build(row("Cold"))
    second = build([*row("Deeply frozen"), *row("Lightly frozen")], first.lock)
    assert not set(guids(first)) & set(guids(second))


def test_a_renamed_file_with_a_renamed_heading_is_the_same_deck() -> None:
    def notes(path: str, thing: str) -> list[Note]:
        under = f"{path} › Storage"
        return [
            asked(thing, what, f"{what} of it", under=under) for what in ("size", "price", "use")
        ]

    first = build([*notes("a.md", "Bucket"), defined("Block", LONG, under="a.md › Storage")])
    second = build(
        [*notes("b.md", "Buckets"), defined("Block", LONG, under="b.md › Storage")], first.lock
    )
    assert guids(second) == guids(first)


def test_a_split_note_goes_on_as_its_nearer_half() -> None:
    whole = note(
        "What do queues and topics do with messages?", "keep them; spread them", key="a › w"
    )
    halves = [
        note("What do queues do with messages?", "keep them", key="a › q"),
        note("What do topics do with the messages that arrive?", "spread them", key="a › t"),
    ]
    first = build([whole])
    second = build(halves, first.lock)
    assert len(set(guids(second))) == 2
    assert set(guids(first)) & set(guids(second)) in (set(), set(guids(first)))


def test_two_similar_notes_that_are_edited_at_once_do_not_mix() -> None:
    first = build(
        [
            defined("Gateway endpoint", "a way to S3 that costs nothing, by a route table"),
            defined("Interface endpoint", "a way to most services that costs, by a network card"),
        ]
    )
    second = build(
        [
            defined("Interface endpoint", "a paid way to most services, by a network card"),
            defined("Gateway endpoint", "a free way to S3, by a route table"),
        ],
        first.lock,
    )
    assert guids(second) == guids(first)[::-1]


def test_what_may_be_two_is_reported_and_not_guessed() -> None:
    first = build(
        [note("Which store for web sessions?", "the fast one in memory", key="a › x › 1")]
    )
    ways = [
        note("Which store for web sessions now?", "the fast one in memory", key="a › x › 2"),
        note("Which store for old web sessions?", "the fast one in memory", key="a › x › 3"),
    ]
    second = build(ways, first.lock)
    assert not set(guids(first)) & set(guids(second))
    assert second.unsure == tuple((guids(first)[0], guid) for guid in guids(second))


def test_of_twins_it_makes_no_difference_which_goes_where() -> None:
    def quiz(path: str, slip: str) -> Note:
        return note(f"How to {slip} parts of a program?", "loosely", key=f"{path} › How › {slip}")

    first = build([quiz("exam-1.md", "cuople"), quiz("exam-2.md", "cuople")])
    second = build([quiz("exam-1.md", "couple"), quiz("exam-2.md", "couple")], first.lock)
    assert sorted(guids(second)) == sorted(guids(first))
    assert second.unsure == ()


def test_what_was_retired_comes_back_only_as_itself() -> None:
    old = defined("Snapshot", "a copy of a volume, kept in S3")
    gone = build([], build([old]).lock)
    came = gone.lock.entries[0].guid
    assert guids(build([replace(old, key="b.md › x", context="b")], gone.lock)) == [came]
    elsewhere = defined("Snapshot", "a copy of a database", under="b.md › Databases")
    assert guids(build([elsewhere], gone.lock)) != [came]


def test_a_note_that_comes_back_word_for_word_is_that_one_whatever_its_key() -> None:
    one, other = defined("Queue", "keeps records in order"), defined("Topic", "sends to all")
    first = build([one, other])
    gone = build([one], first.lock)
    back = build([replace(other, key=one.key)], gone.lock)
    assert guids(back) == guids(first)[1:]


def test_a_note_keeps_the_note_type_that_learners_have() -> None:
    basic = defined("Volume", LONG)
    first = build([basic])
    second = build([replace(basic, kind=NoteKind.REVERSED, ordinals=(0, 1))], first.lock)
    assert guids(second) == guids(first)
    assert (second.notes[0].note.kind, second.notes[0].note.ordinals) == (NoteKind.BASIC, (0,))
    third = build([basic], build([replace(basic, kind=NoteKind.REVERSED)]).lock)
    assert (third.notes[0].note.kind, third.notes[0].note.ordinals) == (NoteKind.REVERSED, (0, 1))


words = st.lists(st.sampled_from("size sizes zone zones 5 50 not max min bucket".split()))


@given(words, words)
def test_a_difference_accounts_for_every_word_once(old: list[str], new: list[str]) -> None:
    found = difference(words_of(" ".join(old)), words_of(" ".join(new)))
    assert 0 <= found.likeness <= found.containment <= 1
    mirrored = difference(words_of(" ".join(new)), words_of(" ".join(old)))
    assert mirrored.likeness == found.likeness
    assert difference(words_of(" ".join(old)), words_of(" ".join(old))).likeness == 1


notes = st.lists(
    st.builds(
        asked,
        thing=st.sampled_from(["S3", "EFS", "Amazon S3"]),
        what=st.sampled_from(["size", "largest size", "zones"]),
        answer=st.sampled_from(["5 TB", "five terabytes in all zones", "3"]),
    ),
    unique_by=lambda each: each.key,
    max_size=6,
)


@given(st.lists(notes, min_size=2, max_size=4))
def test_through_any_history_each_note_has_one_guid(history: list[list[Note]]) -> None:
    lock = Lock()
    for present in history:
        built = build(present, lock)
        assert len(set(guids(built))) == len(present)
        assert {old for old, _ in built.unsure} <= set(built.retired)
        assert {new for _, new in built.unsure} <= set(built.new)
        assert build(present, built.lock).lock == built.lock
        lock = built.lock
