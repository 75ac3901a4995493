"""Notes in other languages are held against the Hunspell dictionaries of the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdeck.config import load
from factdeck.errors import UserError
from factdeck.lint.spellcheck import hunspell
from linting import findings, read_notes, write_notes

AFF = """\
SET UTF-8
SFX N Y 2
SFX N 0 en [^e]
SFX N e en e
SFX T Y 1
SFX T en t en
"""
DIC = """\
17
der
Sicherung/N
täglich
schützen/T
Daten
Übung/N
verschicken/T
Netz
Werkzeug
Straße
Bericht
berichten/T
spielen/T
spülen/T
Kranich
streiten
streifen
"""
SETTINGS = '[lint.dictionaries]\nde = "words/de.dic"\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_notes(tmp_path, SETTINGS, "factdeck.toml")
    write_notes(tmp_path, AFF, "words/de.aff")
    write_notes(tmp_path, DIC, "words/de.dic")
    return tmp_path


def messages(project: Path, text: str, lang: str = "de") -> list[str]:
    write_notes(project, f"---\nlang: {lang}\n---\n\n# Daten\n\n- {text}\n")
    return [finding.message for finding in findings("T105", read_notes(project))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sicherung Übung täglich schützen", id="as listed"),
        pytest.param("Täglich schützt der Kranich Sicherungen", id="inflected, opening a sentence"),
        pytest.param("Datensicherung Netzwerkzeug Sicherungsbericht", id="compounds"),
        pytest.param("taeglich, Strasse", id="without umlauts"),
        pytest.param("Sicherun Kicherung", id="another end, another beginning"),
        pytest.param("streien, kranish", id="two words near, or none"),
        pytest.param("Anthropozän Zürich", id="names"),
        pytest.param("SICHRUNG SichRung `Sichrung` sichrung.sh", id="acronyms, names and code"),
        pytest.param("Sichrung Sichrung Sichrung", id="written again and again"),
        pytest.param("provider containers", id="English"),
    ],
)
def test_silent(project: Path, text: str) -> None:
    assert messages(project, text) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Sichrung", "Sicherung"),
        ("Sicherrung", "Sicherung"),
        ("Sichreungen", "Sicherungen"),
        ("taglich", "täglich"),
        ("vershickt", "verschickt"),
        ("Schutzt", "Schützt"),
    ],
)
@pytest.mark.parametrize("lang", ["de", "de-AT", "DE"])
def test_found(project: Path, wrong: str, right: str, lang: str) -> None:
    assert messages(project, wrong, lang) == [f'"{wrong}" should be "{right}"']


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_other_languages_are_left_alone(project: Path, lang: str) -> None:
    assert messages(project, "Sichrung", lang) == []


def test_words_tell_the_language(project: Path) -> None:
    write_notes(project, "# Daten\n\n- Das ist nicht der Kranich und sich auch eine Sichrung\n")
    assert [each.message for each in findings("T105", read_notes(project))] == [
        '"Sichrung" should be "Sicherung"'
    ]


def test_words_of_the_author_are_right(project: Path) -> None:
    write_notes(project, "Sichrung\n", "words.txt")
    assert messages(project, "Sichrung") == []


def test_file_that_is_hardly_in_its_language_is_left_alone(project: Path) -> None:
    strange = "wszystko zawsze bardzo dobrze jutro"
    assert messages(project, f"Sichrung {strange} mieszkanie") == []


@pytest.mark.parametrize("name", ["de.dic", "de.aff"])
def test_missing_file(project: Path, name: str) -> None:
    (project / "words" / name).unlink()
    with pytest.raises(UserError, match=rf"^lint\.dictionaries\.de: .*/{name} cannot be read: No"):
        messages(project, "Sicherung", "en")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("de.dic", ""),
        ("de.dic", "Haus\n"),
        ("de.dic", "0\n"),
        ("de.aff", "SET UTF-8\0\n"),
        ("de.aff", "SFX N Y many\n"),
        ("de.aff", "SET nothing\n"),
    ],
)
def test_damaged_file(project: Path, name: str, text: str) -> None:
    write_notes(project, text, f"words/{name}")
    with pytest.raises(UserError, match=r"^lint\.dictionaries\.de: .*is no Hunspell dictionary"):
        messages(project, "Sicherung")


@pytest.mark.parametrize("line", ['en = "a.dic"', 'de = "a.txt"', "de = 1", 'Deutsch = "a.dic"'])
def test_settings_that_are_wrong(tmp_path: Path, line: str) -> None:
    write_notes(tmp_path, f"[lint.dictionaries]\n{line}\n", "factdeck.toml")
    with pytest.raises(UserError, match=r"^factdeck\.toml:|/factdeck\.toml:"):
        load(tmp_path)


def test_near_changes_neither_first_nor_last_letter() -> None:
    made = set(hunspell.near("abc", "abc", lambda _: True))
    assert made
    assert all(word.startswith("a") and word.endswith("c") for word in made)
