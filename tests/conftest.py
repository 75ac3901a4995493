"""Fixtures that many tests ask for."""

from commands import run

__all__ = ["run"]
