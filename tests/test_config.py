"""Where the settings come from, what they become, and what is said about wrong ones."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck import config, schemas
from factdeck.config import SELECT, Config, DeckSettings, LintSettings
from factdeck.errors import UserError
from factdeck.model import Severity

FULL = """
notes = ["notes", "extra/*.md"]
exclude = ["notes/drafts/**"]
max-bytes = 1000

[[deck]]
name = "AWS::Solutions Architect"
slug = "aws-notes"
notes = ["notes/aws"]
tags = ["aws", "exam"]
language = "de"
description = "For the exam."
source_url = "https://example.org/{version}/{path}#L{line}"

[[deck]]
name = "Netzwerke Ä"

[lint]
select = ["E", "C3"]
ignore = ["E202"]
extend-select = ["T102"]
words = ["kubelet"]

[lint.per-file-ignores]
"notes/old/*" = ["T"]

[lint.severity]
C304 = "warning"
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_key(tmp_path: Path) -> None:
    root = write(tmp_path, factdeck=FULL)
    assert config.load(root) == Config(
        root=root,
        file=root / "factdeck.toml",
        notes=("notes", "extra/*.md"),
        exclude=("notes/drafts/**",),
        max_bytes=1000,
        decks=(
            DeckSettings(
                name="AWS::Solutions Architect",
                slug="aws-notes",
                notes=("notes/aws",),
                tags=("aws", "exam"),
                lang="de",
                description="For the exam.",
                source_url="https://example.org/{version}/{path}#L{line}",
            ),
            DeckSettings("Netzwerke Ä", "netzwerke-a", notes=("notes", "extra/*.md")),
        ),
        lint=LintSettings(
            select=("E", "C3"),
            ignore=("E202",),
            extend_select=("T102",),
            words=("kubelet",),
            per_file_ignores=(("notes/old/*", ("T",)),),
            severity=(("C304", Severity.WARNING),),
        ),
    )


def test_pyproject_says_the_same_under_tool_factdeck(tmp_path: Path) -> None:
    inside = FULL.replace("[[deck]]", "[[tool.factdeck.deck]]").replace(
        "[lint", "[tool.factdeck.lint"
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    alone = config.load(write(tmp_path / "a", factdeck=FULL))
    within = config.load(write(tmp_path / "b", pyproject=f"[tool.factdeck]{inside}"))
    assert (within.decks, within.lint, within.notes) == (alone.decks, alone.lint, alone.notes)
    assert within.file == tmp_path / "b" / "pyproject.toml"


def test_nothing_is_needed(tmp_path: Path) -> None:
    root = tmp_path / "My Notes"
    root.mkdir()
    assert config.load(root) == Config(
        root=root, file=None, decks=(DeckSettings("My Notes", "my-notes", unnamed=True),)
    )
    assert config.load(root).notes == ("notes",)
    assert config.load(root).lint.select == SELECT


def test_rules_may_be_named_one_by_one(tmp_path: Path) -> None:
    root = write(tmp_path, factdeck='[lint]\nselect = []\nextend-select = ["C"]')
    assert config.load(root).lint == LintSettings(select=(), extend_select=("C",))


def test_decks_name_the_notes_when_nothing_else_does(tmp_path: Path) -> None:
    decks = '[[deck]]\nname = "A"\nnotes = ["a", "x"]\n[[deck]]\nname = "B"\nnotes = ["b", "x"]'
    assert config.load(write(tmp_path, factdeck=decks)).notes == ("a", "x", "b")


NEAREST = [
    # files of the outer folder, of the inner folder, and the one that counts
    ({"factdeck": ""}, {}, "factdeck.toml"),
    ({"pyproject": "[tool.factdeck]"}, {}, "pyproject.toml"),
    ({"factdeck": ""}, {"pyproject": "[project]\nname = 'factdeck'"}, "factdeck.toml"),
    ({"factdeck": ""}, {"pyproject": "this is [ no TOML"}, "factdeck.toml"),
    ({"factdeck": ""}, {"pyproject": "[tool.other] # factdeck"}, "factdeck.toml"),
    ({"factdeck": "", "pyproject": "[tool.factdeck]"}, {}, "factdeck.toml"),
    ({"factdeck": ""}, {"pyproject": "[tool.factdeck]"}, "inner/pyproject.toml"),
    ({"pyproject": "[tool.factdeck]"}, {"factdeck": ""}, "inner/factdeck.toml"),
]


@pytest.mark.parametrize(("outer", "inner", "file"), NEAREST)
def test_nearest_file_counts(
    tmp_path: Path, outer: dict[str, str], inner: dict[str, str], file: str
) -> None:
    deep = tmp_path / "inner" / "deep"
    deep.mkdir(parents=True)
    write(tmp_path, **outer)
    write(deep.parent, **inner)
    found = config.load(deep)
    assert found.file == tmp_path / file
    assert found.root == found.file.parent


def test_given_file_counts(tmp_path: Path) -> None:
    write(tmp_path, factdeck="", other='notes = ["x"]')
    found = config.load(tmp_path / "elsewhere", Path("../other.toml"))
    assert (found.root, found.notes) == (tmp_path, ("x",))


WRONG = [
    ('note = ["x"]', 1, 'unknown key "note"; did you mean "notes"?'),
    ('# head\n\nnotes = "x"', 3, 'notes: "x" is not of type array; write notes = ["x"].'),
    (
        '[[deck]]\nname = "A"\nnotes = "a"',
        3,
        'deck[0].notes: "a" is not of type array; write notes = ["a"].',
    ),
    (
        '[lint.per-file-ignores]\n"notes/a.md" = "T"',
        2,
        'lint.per-file-ignores.notes/a.md: "T" is not of type array; write "notes/a.md" = ["T"].',
    ),
    ("notes = 1", 1, "notes: 1 is not of type array."),
    ("# none\nnotes = []", 2, "notes: the list is empty; name files, folders or globs"),
    ('[[deck]]\nname = "A"\nnotes = []', 3, "notes: the list is empty;"),
    ('[lint]\nignore = ["T"]\nselect = []', 3, "lint.select: the list is empty, so no rule"),
    ("[lint]\nselect = []\nextend-select = []", 2, "lint.select: the list is empty, so no rule"),
    ('notes = [\n  "x",\n  1,\n]', 1, "notes[1]: 1 is not of type string."),
    ("notes = []\nmax-bytes = 0", 2, "max-bytes: 0 is less than the minimum of 1."),
    ("notes = []\nexclude = 2020-01-01", 2, 'exclude: "2020-01-01" is not of type array; '),
    ('[[deck]]\nname = "A"\n\n[[deck]]\nslug = "b"', 4, 'deck[1]: the key "name" is missing.'),
    ('[[deck]]\nname = "A"\ntag = []', 3, 'unknown key "tag" in deck[0]; did you mean "tags"?'),
    (
        'deck = [\n  { name = "A" },\n  { nam = "B" },\n]',
        1,
        'unknown key "nam" in deck[1]; did',
    ),
    (
        '[[deck]]\nname = "A"\n[[deck]]\nname = "a"',
        4,
        "another deck has the same name; give this",
    ),
    (
        '[[deck]]\nname = "A b"\n[[deck]]\nname = "A-b"',
        3,
        "another deck has the same slug; give",
    ),
    ("lint.words = [1]", 1, "lint.words[0]: 1 is not of type string."),
    (
        '[lint]\nselect = ["E"]\nselekt = 1',
        3,
        'unknown key "selekt" in lint; did you mean "sel',
    ),
    ('[lint.per-file-ignores]\n"a" = ["E"]\n"b" = ["e"]', 3, "lint.per-file-ignores.b[0]: "),
    ("notes = [\n\n", 2, "this is not valid TOML: "),
    ('notes = ["a"]\nlint', 2, "this is not valid TOML: "),
    ("a = 1\na = 2", 2, "this is not valid TOML: Cannot overwrite a value."),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
def test_wrong_settings_are_told_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: int, message: str
) -> None:
    monkeypatch.chdir(write(tmp_path, factdeck=text))
    with pytest.raises(UserError, match=f"^factdeck.toml:{line}: {re.escape(message)}"):
        config.load(tmp_path)


def test_line_in_pyproject_counts_from_its_top(tmp_path: Path) -> None:
    write(tmp_path, pyproject='[project]\nname = "x"\n\n[tool.factdeck]\nnotes = []\nnots = []\n')
    with pytest.raises(UserError, match=r'pyproject\.toml:6: unknown key "nots"; did you'):
        config.load(tmp_path)


NO_TABLE = [
    ("[tool]\n\nfactdeck = 1", 3, "tool.factdeck is no table; the settings stand below a line"),
    ('[tool.x]\n[[tool.factdeck]]\nnotes = ["a"]', 2, "tool.factdeck is no table;"),
    ("# factdeck\ntool = 1", 2, "tool is no table;"),
]


@pytest.mark.parametrize(("text", "line", "message"), NO_TABLE)
def test_settings_that_are_no_table_are_told(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    write(tmp_path, pyproject=text)
    with pytest.raises(UserError, match=rf"pyproject\.toml:{line}: {re.escape(message)}"):
        config.load(tmp_path)


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "factdeck.toml").write_bytes(b'\xef\xbb\xbfnotes = ["x"]\r\n')
    assert config.load(tmp_path).notes == ("x",)


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.toml cannot be read: No such file or directory"):
        config.load(tmp_path, Path("none.toml"))
    (tmp_path / "factdeck.toml").write_bytes(b'notes = [\n"caf\xe9"]')
    with pytest.raises(UserError, match=r"factdeck\.toml:2: this is not UTF-8"):
        config.load(tmp_path)


SLUGS = [
    ("aws", "aws"),
    ("AWS::Solutions Architect", "aws-solutions-architect"),
    ("  Öffentliche Prüfung, Teil 2 ", "offentliche-prufung-teil-2"),
    ("日本語 N5", "n5"),
    ("日本語", "deck-77710aed"),
]


@pytest.mark.parametrize(("name", "slug"), SLUGS)
def test_slugify(name: str, slug: str) -> None:
    assert config.slugify(name) == slug


@given(st.text())
def test_slug_is_a_file_name_on_every_system(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", config.slugify(name))


@given(st.text(st.characters(exclude_characters="/\0", codec="utf-8")))
def test_deck_named_after_any_folder_is_one_that_settings_may_hold(name: str) -> None:
    with tempfile.TemporaryDirectory() as top:
        folder = Path(top, f"a{name}"[:60])
        folder.mkdir()
        deck = config.deck_named_after([folder])
    assert schemas.flaw("config", {"deck": [{"name": deck.name, "slug": deck.slug}]}) is None


def test_deck_named_after_what_was_given(tmp_path: Path) -> None:
    folder = tmp_path / "Cloud: notes"
    (folder / "deep").mkdir(parents=True)
    for name in ("a.md", "b.md", "deep/c.md"):
        (folder / name).touch()
    named = config.deck_named_after
    assert named([folder]).name == "Cloud  notes"
    assert named([folder / "a.md"]).name == "Cloud  notes"
    assert named([folder / "a.md", folder / "deep" / "c.md"]).slug == "cloud-notes"
    assert named([folder / "deep"]).slug == "deep"
    assert named([folder / "deep" / "**" / "*.md"]).slug == "deep"
