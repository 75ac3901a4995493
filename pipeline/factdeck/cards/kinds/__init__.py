"""One module for each kind of fact: what it is asked, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factdeck.cards.draft import Result, Task
from factdeck.cards.kinds import (
    attribute,
    cloze,
    count,
    definition,
    enumeration,
    question,
    statement,
)
from factdeck.model import FactKind

MAKERS: Mapping[FactKind, Callable[[Task], Result]] = {
    FactKind.DEFINITION: definition.make,
    FactKind.PROPERTY: attribute.make,
    FactKind.COMPARISON: attribute.make,
    FactKind.ENUMERATION: enumeration.make,
    FactKind.COUNT: count.make,
    FactKind.STATEMENT: statement.make,
    FactKind.QUESTION: question.make,
    FactKind.CLOZE: cloze.make,
}
