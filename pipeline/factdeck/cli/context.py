"""The settings and folders that a command works with."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from factdeck.errors import UserError

if TYPE_CHECKING:
    from factdeck.config import Config


def settings(options: argparse.Namespace) -> tuple[Config, Path]:
    """The settings that apply, and the working folder; UserError when one cannot be read."""
    from factdeck.config import load

    folder = working_folder()
    return load(folder, options.config), folder


def working_folder() -> Path:
    """The working folder; UserError when it is gone."""
    try:
        return Path.cwd()
    except OSError as error:
        raise UserError(
            "The working folder is gone or closed to you. Change to another one, then try again."
        ) from error


def dist(config: Config, folder: Path) -> Path:
    """The folder of the packages of a project, as seen from ``folder``."""
    from factdeck.config import DIST

    try:
        return Path(os.path.relpath(config.root / DIST, folder))
    except ValueError:  # another drive
        return config.root / DIST
