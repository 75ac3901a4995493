"""What the arguments of the commands have in common."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_PATHS = "files, folders or globs of notes (.md, .txt); default: what the configuration names"


def command(commands: Commands, name: str, summary: str) -> argparse.ArgumentParser:
    """A command with a one-line summary, and no arguments yet."""
    return commands.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + "."
    )


def of_notes(commands: Commands, name: str, summary: str) -> argparse.ArgumentParser:
    """A command over the notes at PATHS."""
    parser = command(commands, name, summary)
    parser.add_argument("paths", nargs="*", type=path, metavar="PATHS", help=_PATHS)
    with_notes(parser)
    return parser


def with_notes(parser: argparse.ArgumentParser) -> None:
    """Let a command that reads the notes be told how, and where the settings are."""
    parser.add_argument("--no-cache", action="store_true", help="read all notes anew")
    with_settings(parser)


def with_settings(parser: argparse.ArgumentParser) -> None:
    """Let a command be told where the settings are."""
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="read the settings from this file"
    )


def path(text: str) -> str:
    """A path that is not empty."""
    if not text:
        raise argparse.ArgumentTypeError("a path is empty")
    return text


def codes(text: str) -> tuple[str, ...]:
    """Comma-separated codes of rules, or beginnings of codes."""
    found = tuple(code.strip() for code in text.split(",") if code.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"there is no code in {text!r}; write it as in C,T1")
    return found
