"""Tables of ticks: one question a row, for a tick alone says too little."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factdeck.cards.draft import Draft, NoCard, Result, Task
from factdeck.facts.text import plain
from factdeck.model import Fact, NoteKind

_YES = frozenset({"yes", "y", "ja", "true", "✓", "✔", "✅", "☑", "👍", "🟢"})
_NO = frozenset({"no", "n", "nein", "false", "none", "✗", "✘", "❌", "✖", "❎", "👎", "🔴", "⛔"})
_CROSS = "x"
"""Yes in a table where it stands alone, no beside ✓ or yes."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ticks: the key of its first fact, its head, the columns of its table and its own.

    ``crossed``: it is marked with crosses, and no tick in the table says that these mean no.
    """

    first: str
    name: str
    columns: tuple[str, ...]
    ticked: tuple[str, ...]
    crossed: bool = False


def rows(facts: Iterable[Fact]) -> Mapping[str, Row]:
    """For each fact that is only a tick, by its key, the row that it is part of."""
    tables: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.place.table and fact.place.row and fact.place.column:
            tables.setdefault((fact.span.path, fact.place.table), []).append(fact)
    return {key: row for table in tables.values() for key, row in _of_table(table)}


def make(task: Task, row: Row) -> Result:
    """Which columns are ticked; asked with the first tick of the row."""
    if task.fact.key != row.first:
        return NoCard("asked together with the rest of its row")
    if row.crossed:
        return NoCard("a table of crosses does not say what they mean")
    if len(row.columns) < 2 or not row.ticked or len(row.ticked) == len(row.columns):
        return NoCard("a tick alone says too little")
    columns = ", ".join(map(task.render.inline, row.columns))
    front = f"<b>{task.render.inline(row.name)}</b>: {task.phrases.which_of.format(columns)}"
    return (Draft(NoteKind.BASIC, front, ", ".join(map(task.render.inline, row.ticked))),)


def _of_table(table: list[Fact]) -> Iterable[tuple[str, Row]]:
    signs = {fact.key: _sign(fact) for fact in table}
    crossed_out = bool(_YES.intersection(signs.values()))
    columns = tuple(dict.fromkeys(fact.place.column for fact in table))
    by_row: dict[tuple[str, int], list[Fact]] = {}
    for fact in table:
        by_row.setdefault((fact.place.row, fact.span.line), []).append(fact)
    for (name, _), cells in by_row.items():
        if not all(signs[cell.key] in _YES | _NO | {_CROSS} for cell in cells):
            continue
        ticked = [cell.place.column for cell in cells if signs[cell.key] in _YES]
        crossed = not crossed_out and any(signs[cell.key] == _CROSS for cell in cells)
        row = Row(cells[0].key, name, columns, tuple(ticked), crossed)
        yield from ((cell.key, row) for cell in cells)


def _sign(fact: Fact) -> str:
    return plain(str(fact.object)).replace("\ufe0f", "").strip(" .").lower()
