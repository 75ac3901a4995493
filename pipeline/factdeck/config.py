"""The settings of a project: ``[tool.factdeck]`` in pyproject.toml, or factdeck.toml.

The nearest of these files at or above the working folder counts; a pyproject.toml without
``[tool.factdeck]`` does not, and factdeck.toml goes before a pyproject.toml beside it.
Without any, the working folder is the project and its ``notes`` folder holds one deck.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factdeck.errors import UserError
from factdeck.model import Severity
from factdeck.schemas import Flaw, flaw

FILE = "factdeck.toml"
PYPROJECT = "pyproject.toml"
TABLE = ("tool", "factdeck")
NOTES = ("notes",)
DIST = "dist"
CHANGELOG = "CHANGELOG.md"
WORDS = "words.txt"
"""At the root of a project: words that are spelled right, one a line."""
SELECT = ("E", "T", "N", "D", "C", "Q", "M", "P", "S")
MAX_BYTES = 64 * 1024 * 1024
MAX_MEDIA_BYTES = 10 * 1024 * 1024
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
"""A key that TOML reads without quotes around it."""


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """One Anki deck: ``notes`` are paths and globs below the root.

    ``slug`` names its files and is what the lock knows it by. A deck that is ``unnamed`` in
    the settings has both names from a folder.
    """

    name: str
    slug: str
    notes: tuple[str, ...] = NOTES
    tags: tuple[str, ...] = ()
    lang: str = "en"
    description: str = ""
    source_url: str = ""
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class LintSettings:
    """Which rules run, by beginnings of their codes, and what the author knows better.

    ``words`` are spelled right, ``names`` are capitalised right, and media are too large
    beyond ``max_media_bytes``. ``dictionaries`` pairs the tag of a language with a .dic file,
    relative to the settings.

    ``per_file_ignores`` pairs a glob with the selectors that do not run on its files,
    ``severity`` a selector with the severity of what its rules find.
    """

    select: tuple[str, ...] = SELECT
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    max_media_bytes: int = MAX_MEDIA_BYTES
    dictionaries: tuple[tuple[str, str], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a project.

    ``root`` is the folder of the configuration ``file``, or the working folder without one;
    ``cache_root`` is where the cache lies when that is another folder. ``changelog`` is the
    file, below the root, that tells learners what each release brings.
    """

    root: Path
    file: Path | None
    decks: tuple[DeckSettings, ...]
    notes: tuple[str, ...] = NOTES
    exclude: tuple[str, ...] = ()
    lint: LintSettings = LintSettings()
    max_bytes: int = MAX_BYTES
    cache_root: Path | None = None
    changelog: str = CHANGELOG


def load(folder: Path, file: Path | None = None) -> Config:
    """The settings that hold in ``folder``, or those of ``file`` when it is given.

    Raises UserError with file and line for a file that cannot be read or breaks the schema.
    """
    path = find(folder, file)
    if path is None:
        return _config(folder.resolve(), None, {})
    return _config(path.parent, path, _table(path) or {})


def find(folder: Path, file: Path | None = None) -> Path | None:
    """The file of the settings that hold in ``folder``, or ``file``, be they right or wrong."""
    if file is not None:
        return (folder / file).parent.resolve() / file.name
    top = folder.resolve()
    candidates = (parent / name for parent in (top, *top.parents) for name in (FILE, PYPROJECT))
    return next((path for path in candidates if path.is_file() and _counts(path)), None)


def _counts(path: Path) -> bool:
    """Whether a file of that name holds settings; one that cannot be read may."""
    try:
        return path.name == FILE or _table(path) is not None
    except UserError:
        return True


def deck_named_after(paths: Sequence[Path]) -> DeckSettings:
    """The deck of given paths that are no configured deck: named after the folder they share."""
    try:
        shared = Path(os.path.commonpath([path.resolve() for path in paths]))
    except ValueError:  # nothing given, or several drives
        shared = Path.cwd()
    folder = next(folder for folder in (shared, *shared.parents) if folder.is_dir())
    return _deck_of_folder(folder, tuple(path.as_posix() for path in paths))


def place_of_notes(file: Path, asked: str) -> str:
    """Where the settings in ``file`` name ``asked`` as notes: ``factdeck.toml:3``."""
    text = _read(file)
    inside = _inside(file)
    table = _table(file) or {}
    way = next((way for way, notes in _lists_of_notes(table) if asked in notes), ())
    return f"{_shown(file)}:{_line(text, (*inside, *way))}"


def place_of_selector(file: Path, selector: str) -> str:
    """Where the settings in ``file`` name rules so: ``factdeck.toml:3``; empty when nowhere."""
    lint = (_table(file) or {}).get("lint", {})
    named: dict[tuple[str, ...], Sequence[str]]
    named = {("lint", key): lint.get(key, ()) for key in ("select", "extend-select", "ignore")}
    for key in ("per-file-ignores", "severity"):
        for name, value in lint.get(key, {}).items():
            named["lint", key, name] = (name,) if key == "severity" else value
    way = next((way for way, selectors in named.items() if selector in selectors), ())
    return f"{_shown(file)}:{_line(_read(file), (*_inside(file), *way))}" if way else ""


def slugify(name: str) -> str:
    """``name`` as the beginning of a file name: ``AWS::Solutions`` → ``aws-solutions``.

    Never empty: a name without a letter that has an ASCII form gives ``deck-`` and a hash.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug or f"deck-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


# --- from TOML to values ------------------------------------------------------------------


def _table(path: Path) -> dict[str, Any] | None:
    """The checked settings in ``path``; None for a pyproject.toml that has none."""
    text = _read(path)
    inside = _inside(path)
    if inside and TABLE[-1] not in text:
        return None
    table: Any = _parse(path, text)
    for depth, key in enumerate(inside, start=1):
        table = table.get(key)
        if table is None:
            return None
        if not isinstance(table, dict):
            raise _no_table(path, text, inside[:depth])
    table = json.loads(json.dumps(table, default=str))  # TOML has dates, JSON has not
    found = flaw("config", table)
    if found:
        raise _error(path, text, inside, _with_advice(table, found))
    _refuse_no_notes(path, text, inside, table)
    _refuse_no_rules(path, text, inside, table.get("lint", {}))
    _refuse_twins(path, text, inside, table.get("deck", []))
    return dict(table)


def _inside(path: Path) -> tuple[str, ...]:
    """The way to our settings in a file of that name."""
    return TABLE if path.name == PYPROJECT else ()


def _lists_of_notes(table: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], list[str]]]:
    """Each list of notes in the settings with the way to it, that of the project first."""
    if "notes" in table:
        yield ("notes",), table["notes"]
    for index, deck in enumerate(table.get("deck", [])):
        if "notes" in deck:
            yield ("deck", index, "notes"), deck["notes"]


def _config(root: Path, file: Path | None, table: dict[str, Any]) -> Config:
    decks = table.get("deck", [])
    of_decks = tuple(dict.fromkeys(glob for deck in decks for glob in deck.get("notes", ())))
    notes = _strings(table, "notes", of_decks or NOTES)
    return Config(
        root=root,
        file=file,
        decks=tuple(_deck(deck, notes) for deck in decks) or (_deck_of_folder(root, notes),),
        notes=notes,
        exclude=_strings(table, "exclude"),
        lint=_lint(table.get("lint", {})),
        max_bytes=table.get("max-bytes", MAX_BYTES),
        changelog=table.get("changelog", CHANGELOG),
    )


def _deck(table: dict[str, Any], notes: tuple[str, ...]) -> DeckSettings:
    return DeckSettings(
        name=table["name"],
        slug=_slug(table),
        notes=_strings(table, "notes", notes),
        tags=_strings(table, "tags"),
        lang=table.get("language", "en"),
        description=table.get("description", ""),
        source_url=table.get("source_url", ""),
    )


def _deck_of_folder(folder: Path, notes: tuple[str, ...]) -> DeckSettings:
    name = re.sub(r"[\x00-\x1f\x7f:]+", " ", folder.name).strip() or "notes"
    return DeckSettings(name=name, slug=slugify(name), notes=notes, unnamed=True)


def _lint(table: dict[str, Any]) -> LintSettings:
    return LintSettings(
        select=_strings(table, "select", SELECT),
        ignore=_strings(table, "ignore"),
        extend_select=_strings(table, "extend-select"),
        words=_strings(table, "words"),
        names=_strings(table, "names"),
        max_media_bytes=table.get("max-media-bytes", MAX_MEDIA_BYTES),
        dictionaries=tuple(table.get("dictionaries", {}).items()),
        per_file_ignores=tuple(
            (glob, tuple(codes)) for glob, codes in table.get("per-file-ignores", {}).items()
        ),
        severity=tuple(
            (selector, Severity(level)) for selector, level in table.get("severity", {}).items()
        ),
    )


def _strings(table: dict[str, Any], key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(table[key]) if key in table else default


def _slug(table: dict[str, Any]) -> str:
    return str(table.get("slug") or slugify(table["name"]))


# --- errors with file and line ------------------------------------------------------------


def _shown(path: Path) -> str:
    """``path`` as messages name it: from the working folder when it lies below."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(f"The configuration {_shown(path)} cannot be read: {reason}.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{_shown(path)}:{line}: this is not UTF-8; save the file as UTF-8."
        ) from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
        line = place[1] if place and place[1] else len(text.splitlines())
        reason = str(error)[: place.start()] if place else str(error)
        raise UserError(f"{_shown(path)}:{line}: this is not valid TOML: {reason}.") from error


def _no_table(path: Path, text: str, way: tuple[str, ...]) -> UserError:
    name = ".".join(way)
    message = f"{name} is no table; the settings stand below a line [{'.'.join(TABLE)}]."
    return _error(path, text, way, Flaw((), message))


def _with_advice(table: dict[str, Any], found: Flaw) -> Flaw:
    """The same with what to write, when a text stands where a list of texts belongs."""
    value: Any = table
    try:
        for part in found.path:
            value = value[part]
    except (KeyError, IndexError, TypeError):  # the flaw is that it is missing
        return found
    if not isinstance(value, str) or not found.message.endswith("is not of type array."):
        return found
    key = str(found.path[-1])
    written = key if _BARE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)
    right = f"{written} = [{json.dumps(value, ensure_ascii=False)}]"
    return Flaw(found.path, f"{found.message.removesuffix('.')}; write {right}.")


def _refuse_no_notes(path: Path, text: str, inside: tuple[str, ...], table: dict[str, Any]) -> None:
    """An empty list of notes is a slip: there would be nothing to read."""
    for way, notes in _lists_of_notes(table):
        if not notes:
            message = "notes: the list is empty; name files, folders or globs, or take it out."
            raise _error(path, text, inside, Flaw(way, message))


def _refuse_no_rules(path: Path, text: str, inside: tuple[str, ...], lint: dict[str, Any]) -> None:
    """An empty list of rules is a slip, too, unless others are named beside it."""
    if lint.get("select") == [] and not lint.get("extend-select"):
        message = "lint.select: the list is empty, so no rule would run; name some, or take it out."
        raise _error(path, text, inside, Flaw(("lint", "select"), message))


def _refuse_twins(path: Path, text: str, inside: tuple[str, ...], decks: list[Any]) -> None:
    """Two decks of one name would be one in Anki; two of one slug would be one file."""
    for key, values in (
        ("name", [deck["name"].casefold() for deck in decks]),
        ("slug", [_slug(deck).casefold() for deck in decks]),
    ):
        for index, value in enumerate(values):
            if value in values[:index]:
                message = f"another deck has the same {key}; give this one a {key} of its own."
                raise _error(path, text, inside, Flaw(("deck", index, key), message))


def _error(path: Path, text: str, inside: tuple[str, ...], found: Flaw) -> UserError:
    line = _line(text, (*inside, *found.path))
    return UserError(f"{_shown(path)}:{line}: {found.message}")


def _line(text: str, path: Sequence[str | int]) -> int:
    """The line on which the value at ``path`` begins, or the nearest one around it.

    TOML parsers give no positions. But a value is there as soon as its last line has been
    read, and its first line follows the longest beginning of the text that is TOML without it.
    """
    import tomllib

    lines = text.splitlines(keepends=True)
    before = 0
    for number in range(1, len(lines) + 1):
        try:
            table = tomllib.loads("".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue
        if _depth(table, path) == len(path):
            return before + 1
        before = number
    return _line(text, path[:-1]) if path else 1


def _depth(value: Any, path: Iterable[str | int]) -> int:
    """How many steps of ``path`` can be gone from ``value``."""
    depth = 0
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            break
        depth += 1
    return depth
