"""The pages on linting and configuration agree with the program."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from factdeck import cli, config
from factdeck.parse.dialects.directives import FORMS
from factdeck.report import REPORTERS

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "linting.md").read_text(encoding="utf-8")
SETTINGS = (DOCS / "configuration.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def first_column(text: str) -> list[str]:
    return re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE)


@pytest.fixture
def usage(capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit, match="0"):
        cli.main(["lint", "--help"])
    return capsys.readouterr().out


def test_flags_on_the_page_exist(usage: str) -> None:
    flags = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE))
    assert len(flags) > 15
    assert flags <= {*re.findall(r"--[a-z][a-z-]+", usage)}


def test_formats_on_the_page_are_those_there_are(usage: str) -> None:
    told = [name.strip("`") for name in first_column(section("Output"))]
    assert [name for name in told if name != "--output-format"] == list(REPORTERS)
    assert f"{{{','.join(REPORTERS)}}}" in usage


def test_suppressions_on_the_page_are_those_there_are() -> None:
    told = re.findall(r"`(ignore[a-z-]*)", "".join(first_column(section("Suppressions"))))
    assert set(told) | {"ignore-end"} == set(FORMS)


def test_page_on_configuration_is_fresh() -> None:
    [(path, text)] = runpy.run_path(str(DOCS / "generate.py"))["configuration"]().items()
    assert path == DOCS / "configuration.md"
    assert text == SETTINGS, "run `python docs/generate.py`"


EXAMPLES = re.findall(
    r"^(?:## (?P<table>\S+)\n.*?)?^### (?P<key>\S+)\n.*?```toml\n(?P<text>.*?)```",
    SETTINGS,
    re.MULTILINE | re.DOTALL,
)


def test_every_setting_has_an_example_that_is_read(tmp_path: Path) -> None:
    table = ""
    for heading, key, text in EXAMPLES:
        table = heading or table
        name = 'name = "X"\n' if table == "[[deck]]" and key != "name" else ""
        (tmp_path / "factdeck.toml").write_text(f"{table}\n{name}{text}")
        assert key in tomllib.loads(text)
        assert config.load(tmp_path).file
    assert len(EXAMPLES) > 15
