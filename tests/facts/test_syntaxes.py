"""What is read as a fact of which kind, and what is not."""

from __future__ import annotations

import pytest

from factdeck.facts import all_syntaxes
from factdeck.model import Quantity
from making import facts

Read = tuple[str, str, str, object]


def read(text: str) -> list[Read]:
    found: list[Read] = []
    for fact in facts(text):
        value: object = (
            f"{fact.object.value:g}" if isinstance(fact.object, Quantity) else fact.object
        )
        found.append((fact.kind.value, fact.subject, fact.predicate, value))
    return found


STATEMENTS = [
    "## Lambda\n\n- Runs code at 10:30 every day",
    "## Lambda\n\n- Well-known for scaling",
    "## Lambda\n\n- https://example.org is its page",
    "## Lambda\n\n- There is one of two ways to call it",
    "## Lambda\n\n- Answers in half a second::really",
    "## Lambda\n\n- `a :: b` is code",
    "## Lambda\n\n- Costs {{nothing}} at first",
    "## Lambda\n\n- x == y compares and z == x does too",
    "## Lambda\n\n- Takes one event at a time -> returns a result",
    "## Lambda\n\n- Supports Node (the runtime (LTS)) and others",
    "## Lambda\n\n- It's fast – online in no time",
    "## Lambda\n\n- To: the other side",
]


@pytest.mark.parametrize("text", STATEMENTS)
def test_prose_is_a_statement(text: str) -> None:
    assert [(kind, subject) for kind, subject, _, _ in read(text)] == [("statement", "Lambda")]


@pytest.mark.parametrize(
    "text",
    [
        "# Overview",
        "![](diagram.png)",
        "https://example.org/page",
        "- [Contents](#contents)\n- [[Lambda]]",
        "```\nTerm: code\n```",
        "<div>\nTerm: html\n</div>",
        "<!-- Term: comment -->",
        "---",
        "| a | b |\n|---|---|",
    ],
)
def test_no_fact(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: Which port does SSH use?\nA: 22", ("question", "", "Which port does SSH use?", "22")),
        ("**Q:** One\ntwo?\n**A:** three\nfour", ("question", "", "One\ntwo?", "three\nfour")),
        ("F: Wer?\nA: Ich", ("question", "", "Wer?", "Ich")),
        ("## Who runs it?\n\nThe owner.", ("question", "", "Who runs it?", "The owner.")),
        ("AMI :: Amazon Machine Image", ("question", "", "AMI", "Amazon Machine Image")),
        ("- CPU ::: processor", ("question", "", "CPU", "processor")),
        ("The {{c1::root}} user.", ("cloze", "", "", "The {{c1::root}} user.")),
        ("Tied to a ==region==.", ("cloze", "", "", "Tied to a ==region==.")),
        (
            "Elasticity\n: Growing on demand.",
            ("definition", "Elasticity", "is", "Growing on demand."),
        ),
        (
            "- SDK = Software Development Kit",
            ("definition", "SDK", "stands for", "Software Development Kit"),
        ),
        ("- Elastic Block Store (EBS)", ("definition", "EBS", "stands for", "Elastic Block Store")),
        (
            "## EFS – Elastic File System",
            ("definition", "EFS", "stands for", "Elastic File System"),
        ),
        (
            "- **Fargate** – containers, no servers",
            ("definition", "Fargate", "is", "containers, no servers"),
        ),
        ("- **Fargate:** no servers", ("definition", "Fargate", "is", "no servers")),
        ("## S3\n- Max size: 5 TB", ("property", "S3", "Max size", "5 TB")),
        ("## S3\n### Overview\n- Max size: 5 TB", ("property", "S3", "Max size", "5 TB")),
        ("## S3 – Summary\n- Max size: 5 TB", ("property", "S3", "Max size", "5 TB")),
        ("## ☁️ **S3** (cont.)\n- Max size: 5 TB", ("property", "S3", "Max size", "5 TB")),
        (
            "## S3\n- Access methods: a, b and c",
            ("enumeration", "S3", "Access methods", ("a", "b", "c")),
        ),
        (
            "## Cycle\n- Plan -> Do -> Check",
            ("enumeration", "Cycle", "order (in order)", ("Plan", "Do", "Check")),
        ),
        (
            "## S3\nUse cases:\n- Backup\n- Archive",
            ("enumeration", "S3", "Use cases", ("Backup", "Archive")),
        ),
        (
            "## S3\n**Use cases**\n\n- Backup\n- Archive",
            ("enumeration", "S3", "Use cases", ("Backup", "Archive")),
        ),
        ("There are three types of load balancers.", ("count", "load balancers", "types", "3")),
        ("Volumes come in 6 types.", ("count", "Volumes", "types", "6")),
        (
            "## Net\n\nThere are different types of rocks available:\n\n- Igneous\n- Sedimentary",
            ("enumeration", "rocks", "types", ("Igneous", "Sedimentary")),
        ),
    ],
)
def test_one_fact(text: str, expected: Read) -> None:
    assert read(text) == [expected]


def test_counted_list() -> None:
    text = (
        "4 kinds of load balancers offered by us:\n\n- **A** – one\n- **B** – two\n- **C** – three"
    )
    count, members, *_ = facts(text)
    assert (count.subject, count.predicate, count.place.listed) == ("load balancers", "kinds", 3)
    assert members.object == ("**A**", "**B**", "**C**")
    assert (members.span.line, members.span.end_line) == (1, 5)


LISTED = [
    ("There are 3 kinds of ports:\n\n- A\n- B", 2),
    ("There are 3 kinds of ports:\n\n- A\n\n- B", 2),
    ("A port is of one of 3 kinds:\n\n- A\n- B", 2),
    # what the list is of is not clear, unless it is as long as the number says
    ("There are 3 kinds of ports, only 2 of which matter:\n\n- A\n- B", 0),
    (
        "2 kinds of ports: the one that is open to all of the world, and that which is not.\n\n- A",
        0,
    ),
    ("2 kinds of ports:\n\n- A\n- B\n\n- A drawing\n- A photo", 0),
    ("3 kinds of ports:\n\n- the first 2 are open\n- the third is closed", 0),
    ("1 kind of port\n\n2 kinds of ports:\n- A\n- B\nWhere they are:\n- C", 0),
    ("2 kinds of ports: one leads to ships, the other to cranes & trains.", 0),
    ("2 kinds of ports: sea, air", 2),
    ("2 kinds of ports, of which more below:\n\n- A\n- B", 2),
]


@pytest.mark.parametrize(("text", "listed"), LISTED)
def test_how_many_a_list_lists(text: str, listed: int) -> None:
    counts = [fact for fact in facts(f"# Ports\n\n{text}") if fact.kind.value == "count"]
    assert counts[-1].place.listed == listed


@pytest.mark.parametrize("some", ["some", "many", "a few", "other"])
def test_a_list_of_some_is_none_of_all(some: str) -> None:
    text = f"# Earth\n\nThere are {some} types of rocks:\n\n- Igneous\n- Sedimentary"
    assert {kind for kind, *_ in read(text)} == {"statement"}


def test_count_with_its_members_on_the_line() -> None:
    count, members = facts(
        "## Balancers\n- 4 types: Classic (old), Application (HTTP, L7), Network and Gateway"
    )
    assert (count.object, count.place.listed) == (Quantity(4, "types", "4 types"), 4)
    assert members.object == ("Classic (old)", "Application (HTTP, L7)", "Network", "Gateway")


def test_table_about_its_rows() -> None:
    assert read("| Service | Layer |\n|---|---|\n| ALB | 7 |\n| NLB | 4 |") == [
        ("property", "ALB", "Layer", "7"),
        ("property", "NLB", "Layer", "4"),
    ]


def test_table_about_its_columns() -> None:
    assert read("| Feature | Lambda | Batch |\n|---|---|---|\n| Duration | 15 minutes | - |") == [
        ("comparison", "Lambda", "Duration", "15 minutes")
    ]


def test_several_terms_share_a_meaning() -> None:
    found = read("A\nB\n: first\n: second\n\nC\n: third")
    assert [(subject, value) for _, subject, _, value in found] == [
        ("A", "first"),
        ("B", "first"),
        ("A", "second"),
        ("B", "second"),
        ("C", "third"),
    ]


def test_a_nested_item_is_about_its_parent() -> None:
    assert read("- Lambda:\n    - No servers\n- Batch:\n    - Any run time") == [
        ("statement", "Lambda", "", "No servers"),
        ("statement", "Batch", "", "Any run time"),
    ]


def test_keys_tell_facts_apart() -> None:
    keys = [fact.key for fact in facts("## S3\n- Durable\n- Durable\n\n## S3\n- Durable")]
    assert len(set(keys)) == len(keys)
    assert keys[0] == "notes.md › S3"


def test_every_syntax_is_documented_and_named_once() -> None:
    names = [syntax.name for syntax in all_syntaxes()]
    assert len(set(names)) == len(names)
    assert all(
        (__import__(s.read.__module__, fromlist=["x"]).__doc__ or "").strip()
        for s in all_syntaxes()
    )
