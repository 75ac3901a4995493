"""Known misspellings, as the program ``typos`` knows them.

https://github.com/crate-ci/typos: a list of misspellings with their corrections. It is
asked about distinct words, each once and in one process, so that its time does not grow
with the length of the notes and nothing around a word can lead it astray.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from factdeck.errors import UserError

_FOUND = 2  # its exit code when a word is misspelled


def corrections(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The misspelled among the words, each with its corrections, the likeliest first.

    Raises UserError when the program is missing or fails.
    """
    asked = sorted(set(words))
    if not asked:
        return {}
    found = {}
    for line in _answer("\n".join(asked)).splitlines():
        typo = json.loads(line)
        if typo.get("type") == "typo" and typo["typo"] == asked[typo["line_num"] - 1]:
            found[typo["typo"]] = tuple(typo["corrections"])
    return found


def _answer(text: str) -> str:
    """Its JSON lines about the text; ``--isolated`` keeps a user's own typos.toml out of it."""
    done = subprocess.run(  # noqa: S603 - a program of ours, and no shell
        [_program(), "--isolated", "--format", "json", "-"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, _FOUND):
        reason = done.stderr.strip() or f"exit code {done.returncode}"
        raise UserError(f"The spelling checker typos failed: {reason}")
    return done.stdout


def _program() -> str:
    """The program of the environment that we run in, else the one on the PATH."""
    ours = (sysconfig.get_path("scripts"), str(Path(sys.executable).parent))
    path = os.pathsep.join((*ours, os.environ.get("PATH", os.defpath)))
    program = shutil.which("typos", path=path)
    if not program:
        raise UserError(
            "The spelling checker typos is not installed. Run `pip install typos`, "
            "or leave its rules out with `--ignore T1,T302`."
        )
    return program
