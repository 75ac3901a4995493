"""Write the pages that are made from the code: ``python docs/generate.py``."""

from __future__ import annotations

from pathlib import Path

from factdeck.lint import all_rules
from factdeck.lint.pages import index, page

RULES = Path(__file__).parent / "rules"


def pages() -> dict[Path, str]:
    """Each generated file and what belongs into it."""
    rules = all_rules()
    return {
        RULES / "index.md": index(rules),
        **{RULES / f"{rule.code}.md": page(rule) for rule in rules},
    }


def main() -> None:
    """Write them, and take away the pages of rules that are gone."""
    wanted = pages()
    RULES.mkdir(parents=True, exist_ok=True)
    for path in set(RULES.glob("*.md")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
