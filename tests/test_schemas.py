"""Every schema is documented, its examples are valid, and a flaw is told in words."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factdeck import schemas
from factdeck.errors import UserError


def parts(schema: dict[str, Any], where: str) -> Iterator[tuple[str, Any]]:
    """Each part of a schema that has a name: properties and $defs, with those inside them."""
    for group in ("properties", "$defs"):
        for key, part in schema.get(group, {}).items():
            yield f"{where}.{key}", part
            yield from parts(part, f"{where}.{key}")


PARTS = [
    pytest.param(name, part, id=where)
    for name in schemas.names()
    for where, part in parts(schemas.load(name), name)
]


@pytest.mark.parametrize("name", schemas.names())
def test_schema_is_documented_2020_12(name: str) -> None:
    schema = schemas.load(name)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert schema["title"]
    assert schema["description"]
    assert schema["examples"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_part_is_described_and_its_examples_are_valid(name: str, part: dict[str, Any]) -> None:
    assert part.get("description") or "$ref" in part
    validator = Draft202012Validator({**part, "$defs": schemas.load(name).get("$defs", {})})
    for example in part.get("examples", []):
        validator.validate(example)


@pytest.mark.parametrize("name", schemas.names())
def test_examples_are_valid(name: str) -> None:
    for example in schemas.load(name)["examples"]:
        schemas.validate(name, example)
        Draft202012Validator(schemas.load(name)).validate(example)


VALID = [
    {},
    {"notes": ["notes", "a/*.md"]},
    {"notes": ("a", "b")},  # a tuple is an array
    {"deck": [{"name": "Learn: A::B c"}]},
    {"deck": [{"name": "日本語"}]},
    {"lint": {"select": ["E", "T1", "C301"]}},
]

FLAWED: list[tuple[Any, tuple[str | int, ...], str]] = [
    ([], (), "[] is not of type object."),
    ({"note": []}, ("note",), 'unknown key "note"; did you mean "notes"?'),
    ({"Notes": []}, ("Notes",), 'unknown key "Notes"; did you mean "notes"?'),
    ({"lint": {"colour": 1}}, ("lint", "colour"), 'unknown key "colour" in lint; known are select'),
    ({"deck": [{"name": "A"}, {}]}, ("deck", 1), 'deck[1]: the key "name" is missing.'),
    (
        {"deck": [{"name": "A::"}]},
        ("deck", 0, "name"),
        'deck[0].name: "A::" does not fit: the',
    ),
    ({"deck": [{"name": ""}]}, ("deck", 0, "name"), 'deck[0].name: "" does not fit: the name of'),
    ({"notes": "notes"}, ("notes",), 'notes: "notes" is not of type array.'),
    ({"max-bytes": 0}, ("max-bytes",), "max-bytes: 0 is less than the minimum of 1."),
    (
        {"lint": {"ignore": ["c3"]}},
        ("lint", "ignore", 0),
        'lint.ignore[0]: "c3" does not fit',
    ),
    ({"notes": {"x": "y" * 500}}, ("notes",), f'notes: {{"x": "{"y" * 73}… is not of type array.'),
]


@pytest.mark.parametrize("value", VALID)
def test_valid(value: object) -> None:
    assert schemas.flaw("config", value) is None


@pytest.mark.parametrize(("value", "path", "message"), FLAWED)
def test_flaw(value: object, path: tuple[str | int, ...], message: str) -> None:
    found = schemas.flaw("config", value)
    assert found is not None
    assert found.path == path
    assert found.message.startswith(message)
    with pytest.raises(UserError, match="This does not fit the schema 'config'"):
        schemas.validate("config", value)


def test_one_of_several_values_is_named() -> None:
    fact = {**schemas.load("fact")["examples"][0], "kind": "poem"}
    found = schemas.flaw("fact", fact)
    assert found is not None
    assert found.message.startswith('kind: "poem" is not one of "definition", "property"')
