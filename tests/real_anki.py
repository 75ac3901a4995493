"""Real Anki at work: commands to a fresh collection in a process of its own, see anki/driver.py."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

DRIVER = Path(__file__).parent / "anki" / "driver.py"
SOUND = {"message": "Database rebuilt and optimized.", "sound": True, "empty_cards": 0}


def do(name: str, **arguments: Any) -> dict[str, Any]:
    return {"do": name, **arguments}


def anki(*commands: dict[str, Any]) -> list[Any]:
    """What a fresh collection of real Anki answers to the commands."""
    ran = subprocess.run(
        [sys.executable, DRIVER], input=json.dumps(commands), capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    answers: list[Any] = json.loads(ran.stdout)
    return answers
