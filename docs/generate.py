"""Write the pages that are made from the code: ``python docs/generate.py``."""

from __future__ import annotations

from pathlib import Path

from factdeck.facts import pages as habits
from factdeck.lint import all_rules
from factdeck.lint.pages import index, page

DOCS = Path(__file__).parent
RULES = DOCS / "rules"


def pages() -> dict[Path, str]:
    """The file of each rule, and their list, with what belongs into it."""
    rules = all_rules()
    return {
        RULES / "index.md": index(rules),
        **{RULES / f"{rule.code}.md": page(rule) for rule in rules},
    }


def syntaxes() -> dict[Path, str]:
    """The file of the note syntaxes with what belongs into it."""
    return {DOCS / "syntaxes.md": habits.page(habits.habits())}


def main() -> None:
    """Write them, and take away the pages of rules that are gone."""
    wanted = pages()
    RULES.mkdir(parents=True, exist_ok=True)
    for path in set(RULES.glob("*.md")) - set(wanted):
        path.unlink()
    for path, text in {**wanted, **syntaxes()}.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
