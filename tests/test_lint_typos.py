"""The program typos is asked once, about words, and its failures are told in words."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from factdeck.errors import UserError
from factdeck.lint import typos
from factdeck.lint.typos import corrections


def test_corrections() -> None:
    assert corrections(["recieve", "receive", "Seperate", "achived", "größe", "x"]) == {
        "recieve": ("receive",),
        "Seperate": ("Separate",),
        "achived": ("achieved", "archived"),
    }


def test_nothing_is_asked_about_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typos, "_answer", lambda _: pytest.fail("asked"))
    assert corrections([]) == {}


def test_a_users_own_settings_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "typos.toml").write_text('[default.extend-words]\nrecieve = "recieve"\n')
    monkeypatch.chdir(tmp_path)
    assert corrections(["recieve"]) == {"recieve": ("receive",)}


def test_missing_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match=r"pip install typos.*--ignore T1,T302"):
        corrections(["recieve"])


def test_failing_program(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1, "", "it broke\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(UserError, match="typos failed: it broke"):
        corrections(["recieve"])
