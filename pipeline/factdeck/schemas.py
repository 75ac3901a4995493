"""The JSON Schemas of everything that factdeck reads and writes as JSON or TOML.

A valid value costs one call of jsonschema-rs. Only a flawed one is looked at again, by
jsonschema, whose ``best_match`` knows which of its errors a reader should see.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from factdeck.errors import UserError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SUFFIX = ".schema.json"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Where a value breaks its schema (keys and indexes from the top), and a sentence on how."""

    path: tuple[str | int, ...]
    message: str


def names() -> tuple[str, ...]:
    """The names of all schemas, sorted, as in ``fact``."""
    files = (file.name for file in _folder().iterdir())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in files if name.endswith(SUFFIX)))


@cache
def load(name: str) -> dict[str, Any]:
    """The schema called ``name``; shared between callers, so not to be changed."""
    schema: dict[str, Any] = json.loads((_folder() / f"{name}{SUFFIX}").read_bytes())
    return schema


def validate(name: str, value: object) -> None:
    """Raise UserError, saying where and how, when ``value`` breaks the schema ``name``."""
    found = flaw(name, value)
    if found:
        raise UserError(f"This does not fit the schema {name!r}: {found.message}")


def flaw(name: str, value: object) -> Flaw | None:
    """The most telling flaw of ``value`` under the schema ``name``, or None when it is valid.

    ``value`` is made of what JSON knows; a tuple counts as an array.
    """
    return None if _is_valid(name, value) else _explain(name, value)


def _is_valid(name: str, value: object) -> bool:
    return bool(_validator(name).is_valid(value))


@cache
def _validator(name: str) -> Any:
    import jsonschema_rs  # 40 ms: not for commands that validate nothing

    return jsonschema_rs.validator_for(load(name))


def _explain(name: str, value: object) -> Flaw:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    plain = json.loads(json.dumps(value))  # jsonschema knows no tuples
    error: Any = best_match(Draft202012Validator(load(name)).iter_errors(plain))
    if error is None:
        return Flaw((), "it is not valid.")
    if error.validator == "additionalProperties" and "properties" in error.schema:
        return _unknown_key(error)
    where = _place(error.absolute_path)
    return Flaw(tuple(error.absolute_path), f"{where}: {_in_words(error)}.".removeprefix(": "))


def _unknown_key(error: Any) -> Flaw:
    from difflib import get_close_matches

    known = list(error.schema["properties"])
    key = next(key for key in error.instance if key not in known)
    near = get_close_matches(key.lower(), known, n=1)
    advice = f"did you mean {_quote(near[0])}?" if near else f"known are {', '.join(known)}."
    where = f" in {_place(error.absolute_path)}" if error.absolute_path else ""
    return Flaw((*error.absolute_path, key), f"unknown key {_quote(key)}{where}; {advice}")


def _place(path: Iterable[str | int]) -> str:
    """The way to a value, as in ``deck[0].name``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).lstrip(".")


def _in_words(error: Any) -> str:
    shown = _quote(error.instance)
    match error.validator:
        case "required":
            missing = next(key for key in error.validator_value if key not in error.instance)
            return f"the key {_quote(missing)} is missing"
        case "type":
            return f"{shown} is not of type {error.validator_value}"
        case "enum":
            return f"{shown} is not one of {', '.join(map(_quote, error.validator_value))}"
        case "pattern" if "description" in error.schema:
            return f"{shown} does not fit: {error.schema['description'].rstrip('.')}"
    return str(error.message)


def _quote(value: object, limit: int = 80) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= limit else f"{text[:limit]}…"


@cache
def _folder() -> Traversable:
    from importlib.resources import files

    package = files("factdeck")
    packed = package / "schema"
    # a checkout keeps the schemas at its root, two folders above the package
    return packed if packed.is_dir() else package / ".." / ".." / "schema"
