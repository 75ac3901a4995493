"""The changelog of a deck, as learners read it."""

from __future__ import annotations

from factdeck.package.diff import Diff, FieldChange, NoteChange, NoteTypeChange
from factdeck.release import retired
from factdeck.release.changelog import find_section, section, with_section

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


def test_a_first_release_lists_no_notes() -> None:
    diff = Diff("0.0.0", "0.0.0-dev", new=DIFF.new)
    assert section("A", "1.0.0", "d", diff) == "## A 1.0.0 (d)\n\nThe first release: 1 note.\n"


def test_a_note_that_reads_as_before_says_so() -> None:
    note = NoteChange("g", "d", "Port?", "22")
    assert "- Port?\n  - what stands around it" in section(
        "A", "2", "d", Diff("1", "2", updated=(note,))
    )


def test_of_many_notes_the_first_are_listed_and_all_are_searched_for() -> None:
    notes = tuple(NoteChange(f"g{n:03}", "d", f"Why {n}?", "so") for n in range(250))
    text = section("A", "2.0.0", "d", Diff("1.0.0", "", retired=notes))
    assert "### Retired (250)" in text
    assert text.count("- Why ") == 200
    assert text.endswith("- and 50 more\n")
    assert text.count("Key:") == 250


def test_the_newest_section_comes_first_and_only_once() -> None:
    first, second = "## A (B) 1.0.0 (2026-11-20)\n\n- one\n", "## A (B) 1.1.0 (2026-11-21)\n\n- 2\n"
    changelog = with_section(with_section("", first), second)
    assert changelog == f"# Changelog\n\n{second}\n{first}"
    assert with_section(changelog, second) == changelog
    again = second.replace("21)", "22)")
    assert with_section(changelog, again) == f"# Changelog\n\n{again}\n{first}"


def test_a_section_is_found_as_it_stands() -> None:
    first, second = "## A (B) 1.0.0 (2026-11-20)\n\n- one\n", "## C 1.0.0 (2026-11-21)\n\n- two\n"
    changelog = with_section(with_section("", first), second)
    assert find_section(changelog, "A (B)", "1.0.0") == first
    assert find_section(changelog, "C", "1.0.0") == second
    assert find_section(changelog, "A (B)", "1.0") == find_section("", "C", "1.0.0") == ""


def test_what_an_author_wrote_above_stays_there() -> None:
    assert with_section("# News\n\nHello.\n", "## A\n") == "# News\n\nHello.\n\n## A\n"


def test_many_retired_notes_take_several_searches() -> None:
    found = list(retired.searches(f"g{number:03}" for number in range(250)))
    assert len(found) == 3
    assert found[0].startswith('"Key:g000" OR "Key:g001"')
    assert sum(line.count("Key:") for line in found) == 250
    assert list(retired.searches([])) == []
