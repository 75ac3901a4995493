"""Cards of several blocks, tables of tabs, procedures, commands and pictures; and what is none."""

from __future__ import annotations

import pytest

from factdeck.facts.pages import line
from factdeck.facts.written import markdown
from making import document, facts

OPTIONS = "- A. EBS\n- B. S3\n- C. EFS"
SILENT = [
    # a question without an answer, or whose answer is not below it
    ("answered-questions", "Q: Which port?\n\n- 22"),
    ("answered-questions", "Q: Which port?\nA: 22\n\n- another list"),
    ("answered-questions", "Q: One?\nQ: Two?\nA:\n- 2"),
    ("answered-questions", "A: no question\n- 2"),
    ("separated-cards", "?\nno front"),
    ("separated-cards", "What is it?\nNo mark of its own."),
    ("separated-cards", "front\n?\n\n- a blank line ends the card"),
    ("separated-cards", "one\n?\ntwo\n?\nthree"),
    ("question-callouts", "> [!note] Not asked\n> text"),
    ("question-callouts", "> [!question] Nothing below?"),
    ("question-callouts", "> A question?\n> An answer."),
    ("quizzes", f"Which one?\n\n{OPTIONS}"),
    ("quizzes", f"Which one?\n\n{OPTIONS}\n\nCorrect answer: D"),
    ("quizzes", f"Which one?\n\n{OPTIONS}\n\nThe answer depends on B."),
    ("quizzes", f"Which one?\n\n{OPTIONS}\n* **B** ❌"),
    ("quizzes", "Which one?\n\n- one\n- two\n\nCorrect answer: B"),
    ("quizzes", f"Which one?\n\n{OPTIONS}\n\nAnswer: {'A, ' * 200}and more"),
    ("commands", "```python\n# List all the pods\nlist(pods)\n```"),
    ("commands", "```sh\nkubectl get pods\n```"),
    ("commands", "```sh\n# List pods\nkubectl get pods\n```"),
    ("commands", "```sh\n# List all the pods\nkubectl get pods\nkubectl get nodes\n```"),
    ("commands", "```sh\n# Output of the command\npods 3\n```"),
    ("commands", "```sh\n# List all the pods\nkubectl get pods\n\nnot commented\n```"),
    ("commands", "```\n# List all the pods\nNAME  READY\n```"),
    ("command-blocks", "Below is an example:\n\n```\nkubectl get pods\n```"),
    ("command-blocks", "To see this, run:\n\n```\nkubectl get pods\n```"),
    ("command-blocks", "To list pods, run:\n\n```\na\nb\nc\nd\n```"),
    ("command-blocks", "To list pods, run:\n\n\n\n```\na\n```"),
    ("command-blocks", "To list pods, run it."),
    ("procedures", "# Setup\n\n1. One\n2. Two\n3. Three"),
    ("procedures", "# Pod\n\n## Steps\n\n- One\n- Two\n- Three"),
    ("procedures", "# Pod\n\n## Steps\n\n1. One\n2. Two"),
    ("procedures", "# Pod\n\n## Steps\n\n1. One\n2. Two\n3. Three\n    - inner"),
    ("procedures", f"# Pod\n\n## Steps\n\n1. One\n2. Two\n3. {'word ' * 9}"),
    ("tab-tables", "a\tb\nc\td"),
    ("tab-tables", "a\tb\tc\nd\te"),
    ("tab-tables", "Some text\twith a tab\nand more text"),
    ("tab-tables", "- a\tb\tc\n- d\te\tf"),
    ("image-captions", "![](a.png)"),
    ("image-captions", "![Screenshot 3](a.png)"),
    ("image-captions", "![osi-layers.png](osi-layers.png)"),
    ("image-captions", "![](a.png)\nA sentence that goes on."),
    ("image-captions", "![](a.png)\n\n*Note*"),
    ("image-captions", "![](a.png) inside *a line of text*"),
]


@pytest.mark.parametrize(("syntax", "text"), SILENT)
def test_is_not_written_so(syntax: str, text: str) -> None:
    assert syntax not in {fact.syntax for fact in facts(text)}


READ = [
    ("Q: Which?\nA: These:\n- a\n- b", ["question | | Which? | These: ⏎  ⏎ - a ⏎ - b"]),
    ("Q: How?\nA:\n\n```sh\nls\n```", ["question | | How? | ```sh ⏎ ls ⏎ ```"]),
    ("Q: How\nso?\n\nA: So.", ["question | | How ⏎ so? | So."]),
    ("- front\n  ?\n  back", ["question | | front | back"]),
    ("front\n??\nback", ["question | | front | back | both ways"]),
    ("> [!faq]+ Why?\n> - a\n> - b", ["question | | Why? | - a ⏎ - b"]),
    ("> [!note] Why is it so?\n> Text.", ["question | | Why is it so? | Text."]),
    (
        f"Which?\n\n{OPTIONS}\n\nCorrect answers: A and C",
        ["question | | Which? ⏎  ⏎ - A. EBS ⏎ - B. S3 ⏎ - C. EFS | - EBS ⏎ - EFS"],
    ),
    (
        f"Which?\n\n{OPTIONS}\n* **A** ❌\n* **CORRECT ANSWER: B**",
        ["question | | Which? ⏎  ⏎ - A. EBS ⏎ - B. S3 ⏎ - C. EFS | S3"],
    ),
    (
        "1. Which?\n    - A. a\n    - B. b\n\n    <details><summary>Answer</summary>\n"
        "      Correct answer: B\n    </details>\n\n2. Next?",
        [
            "question | | Which? ⏎  ⏎ - A. a ⏎ - B. b | b",
            "statement | | | Next? | no card: says nothing of a known subject",
        ],
    ),
    (
        "```sh\n# Copy a file over\nscp a \\\n  b:\n```",
        ["question | | Copy a file over: which command? | ```sh ⏎ scp a \\ ⏎   b: ⏎ ```"],
    ),
    (
        "To list pods, run the following command:\n```\nkubectl get pods\n```",
        ["question | | To list pods, run the following command … | ``` ⏎ kubectl get pods ⏎ ```"],
    ),
    (
        "# Lambda\n\n## How to deploy it\n\n1. Pack it.\n2. Send it.\n3. Test it.",
        ["enumeration | How to deploy it | steps (in order) | Pack it.; Send it.; Test it."],
    ),
    (
        "# OSI\n\n![[a.png|300]]\n\nFigure 3: the seven layers",
        ["question | OSI | What does this picture show? ⏎  ⏎ ![[a.png|300]] | the seven layers"],
    ),
    ("# S3\n\nMax size:: 5 TB", ["property | S3 | Max size | 5 TB"]),
    ("# S3\n\n- Max size: 5 TB ^52f974", ["property | S3 | Max size | 5 TB"]),
    ("# S3\n\n- Max size: 5 TB %%or 50?%%", ["property | S3 | Max size | 5 TB"]),
    ("# S3\n\n#aws #storage\n\n- Max size: 5 TB", ["property | S3 | Max size | 5 TB"]),
    (
        "> [!tip]- Remember\n> - [[EBS|Elastic Block Store]]: disks",
        ["definition | Elastic Block Store | is | disks"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_is_read(text: str, expected: list[str]) -> None:
    assert [line(fact) for fact in facts(text)] == expected


def test_a_card_takes_its_lines_and_no_more() -> None:
    found = facts("# SSH\n\nQ: Which?\nA:\n- 22\n\n- Port: 23\n\nPort: 24")
    assert [(fact.syntax, fact.span.line, fact.span.end_line) for fact in found] == [
        ("answered-questions", 3, 7),
        ("lead-terms", 9, 9),
    ]


def test_rows_of_a_table_of_tabs_stand_on_their_lines() -> None:
    found = facts("# RDS\n\nEngine\tIOPS\tStorage\nMariaDB\t40\t32\nMySQL\t40\t64")
    assert [(fact.span.line, fact.place.row, fact.place.column) for fact in found] == [
        (4, "MariaDB", "IOPS"),
        (4, "MariaDB", "Storage"),
        (5, "MySQL", "IOPS"),
        (5, "MySQL", "Storage"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "text\n\n- a\n- b\n    - c\n- d",
        "1. a\n2. b",
        "```sh\nls\n```",
        "````md\n```\ncode\n```\n````",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "- a\n    \n    ```\n    code\n    ```",
    ],
)
def test_blocks_are_written_as_they_were(text: str) -> None:
    written = markdown(document(text).blocks)
    assert [line.rstrip() for line in written.split("\n")] == [
        line.rstrip() for line in text.split("\n")
    ]
