"""The stages composed: paths in, values out. Nothing here prints."""

from factdeck.run.building import Build, build
from factdeck.run.linting import Linted, lint
from factdeck.run.notes import read_corpus
from factdeck.run.packing import make_decks

__all__ = ["Build", "Linted", "build", "lint", "make_decks", "read_corpus"]
