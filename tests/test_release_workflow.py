"""The workflows that publish a deck, ours and the example: their scripts at work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
RELEASES = [ROOT / ".github/workflows/release.yml", ROOT / "docs/examples/github-release.yml"]
FACTDECK = f'#!/bin/sh\nexec "{sys.executable}" -m factdeck "$@"\n'
GH = '#!/bin/sh\nprintf "%s\\n" "$@"\n'


@pytest.mark.parametrize("file", RELEASES, ids=lambda file: file.parent.name)
def test_a_tag_publishes_all_files_of_the_release(tmp_path: Path, file: Path) -> None:
    """The scripts of the workflow at work, with a gh that says what it was told."""
    notes, programs = tmp_path / "notes", tmp_path / "bin"
    for program, text in ((programs / "factdeck", FACTDECK), (programs / "gh", GH)):
        programs.mkdir(exist_ok=True)
        program.write_text(text)
        program.chmod(0o755)
    notes.mkdir()
    (notes / "a.md").write_text("# Ports\n\nQ: Which port does SSH use?\nA: 22\n")
    (tmp_path / "factdeck.toml").write_text('[[deck]]\nname = "Deck"\nslug = "aws-notes"\n')
    search = os.pathsep.join([str(ROOT / "pipeline"), *sys.path])
    environ = {**os.environ, "PYTHONPATH": search, "GITHUB_REF_NAME": "aws-notes-1.0.0"}
    environ["PATH"] = os.pathsep.join([str(programs), os.environ["PATH"]])

    def run(script: str) -> str:
        command = ["bash", "-e", "-c", script]
        ran = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    run("factdeck release && rm -r dist")
    (steps,) = (job["steps"] for job in yaml.safe_load(file.read_text())["jobs"].values())
    scripts = [step["run"] for step in steps if "pip install" not in step.get("run", "pip install")]
    *_, published = [run(script) for script in scripts]
    assert published.split() == [
        *("release", "create", "aws-notes-1.0.0", "--verify-tag", "--title", "aws-notes-1.0.0"),
        *("--notes-file", "aws-notes-1.0.0.changelog.md", "SHA256SUMS", "aws-notes-1.0.0.apkg"),
        *("aws-notes-1.0.0.changelog.md", "aws-notes-1.0.0.facts.jsonl", "manifest.json"),
    ]
