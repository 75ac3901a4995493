"""Write the pages that are made from the code: ``python docs/generate.py``."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from factdeck import schemas
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


def configuration() -> dict[Path, str]:
    """The file of the settings with what belongs into it."""
    return {DOCS / "configuration.md": "\n".join(_configuration())}


# --- settings -----------------------------------------------------------------------------

_SETTINGS = """\
# Configuration

None is needed. Settings stand in `pyproject.toml` below `[tool.factdeck]`, or with the same keys
in a `factdeck.toml`; of the files in the working folder and above it the nearest counts, and
`factdeck.toml` goes before a `pyproject.toml` beside it. `--config FILE` names another one. Paths
and globs start at the folder of the file, have `/` between their parts, and mean what they mean
in a `.gitignore`. What is wrong is told with file, line and the nearest right key.

In `pyproject.toml`, `[[deck]]` is `[[tool.factdeck.deck]]` and `[lint]` is
`[tool.factdeck.lint]`.
"""


def _configuration() -> Iterator[str]:
    schema = schemas.load("config")
    tables = {"[[deck]]": schema["$defs"]["deck"], "[lint]": schema["$defs"]["lint"]}
    names = {table.strip("[]") for table in tables}
    yield _SETTINGS
    yield from _keys({key: part for key, part in schema["properties"].items() if key not in names})
    for table, group in tables.items():
        yield f"## {table}\n\n{group['description']}\n"
        yield from _keys(group["properties"], group.get("required", ()))


def _keys(keys: Mapping[str, Any], required: Collection[str] = ()) -> Iterator[str]:
    for key, part in keys.items():
        default = f" Default: `{_toml(part['default'])}`." if "default" in part else ""
        needed = " It has to be there." if key in required else ""
        text = part["description"].rstrip(".")
        yield f"### {key}\n\n{text[0].upper()}{text[1:]}.{default}{needed}\n"
        yield f"```toml\n{key} = {_toml(part['examples'][-1])}\n```\n"


def _toml(value: Any) -> str:
    """A value of JSON as TOML writes it on one line."""
    if isinstance(value, dict):
        pairs = (f"{_key(key)} = {_toml(inner)}" for key, inner in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    bare = re.fullmatch(r"[\w-]+", key, re.ASCII)
    return key if bare else json.dumps(key, ensure_ascii=False)


# --- writing ------------------------------------------------------------------------------


def main() -> None:
    """Write them, and take away the pages of rules that are gone."""
    wanted = pages()
    RULES.mkdir(parents=True, exist_ok=True)
    for path in set(RULES.glob("*.md")) - set(wanted):
        path.unlink()
    for path, text in {**wanted, **syntaxes(), **configuration()}.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
