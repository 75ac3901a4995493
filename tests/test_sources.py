"""Which files are read, under which names."""

import os
from pathlib import Path

import pytest

from factdeck import config as settings
from factdeck.config import Config
from factdeck.errors import UserError
from factdeck.sources import collect, members, read
from source_files import project, tree


def paths(config: Config, *asked: str, folder: Path | None = None) -> list[str]:
    return [file.path for file in collect(config, asked, folder)]


# --- which files --------------------------------------------------------------------------


def test_markdown_and_text_below_notes_sorted(tmp_path: Path) -> None:
    tree(tmp_path, "notes/b.md", "notes/a.txt", "notes/a/z.MARKDOWN", "notes/x.py", "other.md")
    assert paths(settings.load(tmp_path)) == ["notes/a.txt", "notes/a/z.MARKDOWN", "notes/b.md"]


def test_nothing_to_read_is_no_error_when_nobody_asked(tmp_path: Path) -> None:
    assert paths(settings.load(tmp_path)) == []
    (tmp_path / "notes").mkdir()
    assert paths(project(tmp_path)) == []


ASKED = [
    (["notes"], ["notes/a.md", "notes/b.txt", "notes/deep/a.md"]),
    (["./notes/"], ["notes/a.md", "notes/b.txt", "notes/deep/a.md"]),
    (["notes/deep", "notes"], ["notes/a.md", "notes/b.txt", "notes/deep/a.md"]),
    (["notes/b.txt", "notes/a.md", "notes/b.txt"], ["notes/a.md", "notes/b.txt"]),
    (["notes/*.md"], ["notes/a.md"]),
    (["notes/**/*.md"], ["notes/a.md", "notes/deep/a.md"]),
    (["**/a.md"], ["notes/a.md", "notes/deep/a.md"]),
    (["no*/deep"], ["notes/deep/a.md"]),
    (["notes/[ab].*"], ["notes/a.md", "notes/b.txt"]),
    (["[odd]"], ["[odd]/c.md"]),
]


@pytest.mark.parametrize(("asked", "expected"), ASKED)
def test_files_folders_and_globs(tmp_path: Path, asked: list[str], expected: list[str]) -> None:
    tree(tmp_path, "notes/a.md", "notes/b.txt", "notes/deep/a.md", "[odd]/c.md")
    assert paths(settings.load(tmp_path), *asked, folder=tmp_path) == expected
    globs = str(asked).replace("'", '"')
    assert paths(project(tmp_path, f"notes = {globs}")) == expected


WRONG = [
    ("gone.md", r"There is no file or folder gone\.md \(looked for in /.*\)\."),
    ("gone/*.md", r"No file of notes matches gone/\*\.md\."),
    ("notes/*.txt", r"No file of notes matches notes/\*\.txt\."),
    ("notes/a.docx", r"notes/a\.docx is no file of notes: its name ends in none of \.md, "),
]


@pytest.mark.parametrize(("asked", "message"), WRONG)
def test_what_is_not_there_is_told(tmp_path: Path, asked: str, message: str) -> None:
    tree(tmp_path, "notes/a.docx", "notes/a.md")
    with pytest.raises(UserError, match=f"^{message}"):
        collect(settings.load(tmp_path), [asked], tmp_path)
    with pytest.raises(UserError, match=rf"factdeck\.toml:1: the settings .* notes: {message}"):
        collect(project(tmp_path, f'notes = ["{asked}"]'))


IGNORED = [
    # patterns of .gitignore and of exclude, and what is left of a.md, x/a.md, x/b.md, y/a.md
    ("", [], ["a.md", "x/a.md", "x/b.md", "y/a.md"]),
    ("/a.md\n# x\n\n", [], ["x/a.md", "x/b.md", "y/a.md"]),
    ("a.md\r\n", [], ["x/b.md"]),
    ("x/", [], ["a.md", "y/a.md"]),
    ("a.md\n!/x/a.md", [], ["x/a.md", "x/b.md"]),
    ("x\n!x/a.md", [], ["a.md", "y/a.md"]),  # a folder left out stays so, as in git
    ("!\n\\\nx/b.md", [], ["a.md", "x/a.md", "y/a.md"]),  # git passes over what is no pattern
    ("", ["notes/x/**"], ["a.md", "y/a.md"]),
    ("", ["a.md"], ["x/b.md"]),
    ("", ["notes/*/b.md", "y"], ["a.md", "x/a.md"]),
    ("!a.md", ["a.md"], ["x/b.md"]),
]


@pytest.mark.parametrize(("gitignore", "exclude", "left"), IGNORED)
def test_ignored_files(tmp_path: Path, gitignore: str, exclude: list[str], left: list[str]) -> None:
    notes = tree(tmp_path / "notes", "a.md", "x/a.md", "x/b.md", "y/a.md")
    (notes / ".gitignore").write_bytes(gitignore.encode())
    globs = str(exclude).replace("'", '"')
    found = paths(project(tmp_path, f"exclude = {globs}"))
    assert found == [f"notes/{path}" for path in left]


def test_gitignore_files_above_and_below_hold(tmp_path: Path) -> None:
    tree(tmp_path, "p/notes/a.md", "p/notes/b.md", "p/notes/x/b.md", "p/notes/x/c.md")
    tree(tmp_path, **{".gitignore": "b.md", "p/.gitignore": "c.md"})
    (tmp_path / "p/notes/x/.gitignore").write_text("!b.md")
    assert paths(project(tmp_path / "p")) == ["notes/a.md", "notes/b.md", "notes/x/b.md"]
    (tmp_path / ".git").mkdir()  # the repository reaches further than the project
    assert paths(project(tmp_path / "p")) == ["notes/a.md", "notes/x/b.md"]


def test_what_is_asked_for_by_name_is_read_though_git_ignores_it(tmp_path: Path) -> None:
    tree(tmp_path, "out/a.md", "out/b.md", ".gitignore", "out/.gitignore")
    (tmp_path / ".gitignore").write_text("out/")
    (tmp_path / "out/.gitignore").write_text("b.md")
    config = project(tmp_path, 'exclude = ["a.md"]')
    assert paths(config, "out/a.md", folder=tmp_path) == ["out/a.md"]
    assert paths(project(tmp_path), "out", folder=tmp_path) == ["out/a.md"]
    assert paths(project(tmp_path), ".", folder=tmp_path) == []


def test_what_is_no_notes_is_not_entered(tmp_path: Path) -> None:
    tree(tmp_path, ".a/a.md", "node_modules/a.md", "env/pyvenv.cfg", "env/a.md", "dist/a.md")
    tree(tmp_path, "x/.hidden.md", "x/dist/a.md", "x/pyvenv.cfgs", "x/b.md")
    assert paths(project(tmp_path, 'notes = ["."]')) == ["x/b.md", "x/dist/a.md"]
    assert paths(project(tmp_path), ".a", "dist", folder=tmp_path) == [".a/a.md", "dist/a.md"]


def test_wrong_exclude_names_the_settings(tmp_path: Path) -> None:
    tree(tmp_path, "notes/a.md")
    with pytest.raises(UserError, match=r"factdeck\.toml: under exclude, '!' is no glob"):
        collect(project(tmp_path, 'exclude = ["!"]'))


# --- names --------------------------------------------------------------------------------


def names(config: Config, folder: Path, *asked: str) -> list[str]:
    return [file.name for file in collect(config, asked, folder)]


def test_name_with_settings_is_that_from_the_root(tmp_path: Path) -> None:
    config = project(tree(tmp_path / "p", "notes/x/a.md"))
    tree(tmp_path, "other/b.md")
    for folder, asked in (("p", "notes"), ("p/notes", "x"), (".", "p/notes/x/a.md")):
        assert names(config, tmp_path / folder, asked) == ["notes/x/a.md"]
    found = collect(config, ["other", "p"], tmp_path)
    assert [(file.path, file.name) for file in found] == [
        ("../other/b.md", "other/b.md"),
        ("notes/x/a.md", "notes/x/a.md"),
    ]


def test_name_without_settings_does_not_depend_on_the_working_folder(tmp_path: Path) -> None:
    tree(tmp_path, "notes/a.md", "notes/x/a.md", "notes/x/b.md")
    for folder, asked in (
        (".", "notes"),
        ("notes", "."),
        ("notes/x", ".."),
        (".", "notes/**/*.md"),
    ):
        here = tmp_path / folder
        assert names(settings.load(here), here, asked) == ["a.md", "x/a.md", "x/b.md"]
    config = settings.load(tmp_path)
    assert names(config, tmp_path) == ["a.md", "x/a.md", "x/b.md"]
    assert names(config, tmp_path, "notes/x/b.md") == ["b.md"]
    assert names(config, tmp_path, "notes/x", "notes/a.md") == ["a.md", "x/a.md", "x/b.md"]


def test_file_names_of_all_kinds(tmp_path: Path) -> None:
    tree(tmp_path, "notes/zwei wörter.md", "notes/e\u0301.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/notes/caf\xe9.md")).touch()
    found = collect(project(tmp_path))
    assert [file.name for file in found] == [
        "notes/caf\\xe9.md",
        "notes/\xe9.md",  # the same on a system that takes names apart
        "notes/zwei wörter.md",
    ]
    assert all(not read(file).problems for file in found)


# --- links --------------------------------------------------------------------------------


def test_linked_files_and_folders_are_read_once(tmp_path: Path) -> None:
    tree(tmp_path, "notes/z/a.md", "far/b.md", "far/c.md")
    (tmp_path / "notes/a.md").symlink_to("z/a.md")
    (tmp_path / "notes/b.md").symlink_to("../far/b.md")
    (tmp_path / "notes/far").symlink_to("../far")
    (tmp_path / "notes/again").symlink_to("z")
    assert paths(project(tmp_path)) == ["notes/b.md", "notes/far/c.md", "notes/z/a.md"]
    assert paths(project(tmp_path), "notes/a.md", folder=tmp_path) == ["notes/a.md"]


def test_project_that_is_reached_by_a_link(tmp_path: Path) -> None:
    tree(tmp_path, "real/notes/a.md")
    (tmp_path / "link").symlink_to("real")
    config = project(tmp_path / "real")
    assert paths(config, f"{tmp_path}/link/notes") == ["notes/a.md"]


def test_links_that_lead_nowhere_are_problems(tmp_path: Path) -> None:
    notes = tree(tmp_path / "notes", "x/a.md")
    (notes / "up").symlink_to("..")
    (notes / "x/round").symlink_to("../x")
    (notes / "self.md").symlink_to("self.md")
    (notes / "gone.md").symlink_to("not-there.md")
    (notes / "gone-folder").symlink_to("/not/there")
    (notes / "gone.png").symlink_to("not-there.png")
    found = {file.path: file.trouble for file in collect(project(tmp_path))}
    assert found == {
        "notes/x/a.md": "",
        "notes/up": "this symbolic link leads back to a folder that it lies in",
        "notes/x/round": "this symbolic link leads back to a folder that it lies in",
        "notes/self.md": "this symbolic link leads back to itself",
        "notes/gone.md": "this symbolic link leads to not-there.md, which does not exist",
        "notes/gone-folder": "this symbolic link leads to /not/there, which does not exist",
    }
    asked = collect(project(tmp_path), ["notes/gone.md", "notes/self.md"], tmp_path)
    assert [read(file).problems[0].code for file in asked] == ["E101", "E101"]


def test_deep_folders(tmp_path: Path) -> None:
    tree(tmp_path, f"notes/{'d/' * 400}a.md")
    assert len(collect(project(tmp_path))) == 1


def test_a_path_of_the_settings_is_told_with_its_line(tmp_path: Path) -> None:
    tree(tmp_path, "a.md")
    lists = 'exclude = []\nnotes = [\n  "a.md",\n  "b.md",\n]\n'
    decks = '[[deck]]\nname = "A"\n\n[[deck]]\nname = "B"\nnotes = ["b.md"]\n'
    for text, line in ((lists, 2), (decks, 6)):
        with pytest.raises(UserError, match=rf"factdeck\.toml:{line}: .*There is no file .* b\.md"):
            collect(project(tmp_path, text))


def test_a_glob_whose_files_are_excluded_is_told_so(tmp_path: Path) -> None:
    tree(tmp_path, "notes/a.md")
    with pytest.raises(UserError, match=r"matches notes/\*\.md that exclude does not leave out\."):
        collect(project(tmp_path, 'notes = ["notes/*.md"]\nexclude = ["notes"]'))


# --- decks --------------------------------------------------------------------------------

MEMBERS = [
    (["."], ["a.md", "x/b.md"]),
    (["x"], ["x/b.md"]),
    (["./x/../x/"], ["x/b.md"]),
    (["{root}/x"], ["x/b.md"]),
    (["../p/x/*.md"], ["x/b.md"]),
    (["link"], ["x/b.md"]),
    (["*.md"], ["a.md"]),
    (["**/*.md"], ["a.md", "x/b.md"]),
]


@pytest.mark.parametrize(("notes", "expected"), MEMBERS)
def test_members_of_a_deck(tmp_path: Path, notes: list[str], expected: list[str]) -> None:
    root = tree(tmp_path / "p", "a.md", "x/b.md")
    (root / "link").symlink_to("x")
    notes = [each.format(root=root) for each in notes]
    assert members(project(root), notes) == {str(root / path) for path in expected}
