"""A summary that repeats is a second source, not a second card."""

from __future__ import annotations

import pytest

from factdeck.facts.repeats import SAID_ABOVE
from making import facts

ABOVE = "# Neptune\n\n- Type: a managed graph database\n- Stores 64 TB at most\n\n"


@pytest.mark.parametrize(
    "summary",
    [
        "## More\n\n- Type: a managed graph database",  # no summary
        "## Summary\n\n- Type: a managed document database",
        "## Summary\n\n- Stores 128 TB at most",
        "## Summary\n\n- Type: not a managed graph database",
        "## Summary\n\n- Aurora: a managed graph database",  # another thing
        "## Summary\n\n- Type: managed",  # too short to tell
        "## Summary\n\n- Type: a managed graph database with replicas in three zones",
    ],
)
def test_says_something_of_its_own(summary: str) -> None:
    assert SAID_ABOVE not in {fact.no_card for fact in facts(ABOVE + summary)}


@pytest.mark.parametrize(
    "summary",
    [
        "## Summary\n\n- Type: a managed graph database",
        "## Key takeaways\n\n- Type: managed **graph** database.",
        "## Recap\n\n- Stores at most 64 TB",
        "## Zusammenfassung\n\n- Amazon Neptune: type: managed graph database",
    ],
)
def test_was_said_above(summary: str) -> None:
    *first, last = facts(ABOVE + summary)
    assert [fact.no_card for fact in first] == [""] * len(first)
    assert last.no_card == SAID_ABOVE
    assert last.span.line == 8


def test_the_first_to_say_it_keeps_its_card() -> None:
    (fact,) = facts("# Neptune\n\n## Summary\n\n- Type: a managed graph database")
    assert fact.no_card == ""
