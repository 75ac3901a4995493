"""Real Anki at work: commands to a fresh collection in a process of its own, see anki/driver.py."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
_BIN = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
ANKIS = {"newest": Path(sys.executable), "24.11": ROOT.joinpath(".venv-anki-24.11", *_BIN)}
"""The interpreters that have Anki, by its version; `make test` sets up those of old versions."""
DRIVER = Path(__file__).parent / "anki" / "driver.py"
SOUND = {"message": "Database rebuilt and optimized.", "sound": True, "empty_cards": 0}


def do(name: str, **arguments: Any) -> dict[str, Any]:
    return {"do": name, **arguments}


def anki(*commands: dict[str, Any], version: str = "newest") -> list[Any]:
    """What a fresh collection of real Anki answers to the commands."""
    python = ANKIS[version]
    assert python.exists(), f"{python} is missing: `make test` sets it up"
    ran = subprocess.run(
        [python, DRIVER], input=json.dumps(commands), capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    answers: list[Any] = json.loads(ran.stdout)
    return answers
