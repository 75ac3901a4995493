"""The changelog of a deck, as learners read it."""

from __future__ import annotations

from factdeck.package.diff import Diff, FieldChange, NoteChange, NoteTypeChange
from factdeck.release import retired
from factdeck.release.changelog import section, with_section

DIFF = Diff(
    "1.0.0",
    "2.0.0",
    new=(NoteChange("g1", "AWS", "How <b>large</b>?", "5 TB"),),
    updated=(NoteChange("g2", "AWS", "Port?", "22", (FieldChange("Back", "23", "22 *"),)),),
    moved=(NoteChange("g3", "AWS::S3", "Durable?", "yes", was_in="AWS"),),
    retired=(NoteChange("g5", "AWS", "Old?", "yes"), NoteChange("g4", "AWS", "Older?", "yes")),
)
SECTION = r"""## AWS Notes 2.0.0 (2026-11-21)

### New (1)

- How large?

### Changed (1)

- Port?
  - Back: 23 → 22 \*

### Moved (1)

Cards that you have already stay in the deck where they are.

- Durable?
  - from AWS to AWS::S3

### Retired (2)

They are no longer in the deck, and Anki keeps them. To find and delete them, search in
the browser of Anki for:

```
"Key:g4" OR "Key:g5"
```

- Old?
- Older?
"""


def test_a_section_says_what_a_learner_should_know() -> None:
    assert section("AWS Notes", "2.0.0", "2026-11-21", DIFF) == SECTION


def test_a_broken_note_type_comes_first() -> None:
    diff = Diff("", "", note_types=(NoteTypeChange("Basic", ("a field is new",), breaks=True),))
    assert "**The note types changed.**" in section("A", "2.0.0", "2026-11-21", diff)


def test_the_newest_section_comes_first_and_only_once() -> None:
    first, second = "## A 1.0.0\n\n- one\n", "## A 1.1.0\n\n- two\n"
    changelog = with_section(with_section("", first), second)
    assert changelog == f"# Changelog\n\n{second}\n{first}"
    assert with_section(changelog, second) == changelog


def test_what_an_author_wrote_above_stays_there() -> None:
    assert with_section("# News\n\nHello.\n", "## A\n") == "# News\n\nHello.\n\n## A\n"


def test_many_retired_notes_take_several_searches() -> None:
    found = list(retired.searches(f"g{number:03}" for number in range(250)))
    assert len(found) == 3
    assert found[0].startswith('"Key:g000" OR "Key:g001"')
    assert sum(line.count("Key:") for line in found) == 250
    assert list(retired.searches([])) == []
