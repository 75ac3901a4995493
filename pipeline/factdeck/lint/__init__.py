"""What is wrong with the notes: rules, which of them run, and what they find."""

from factdeck.lint.engine import lint, run
from factdeck.lint.rule import Rule, all_rules, documentation

__all__ = ["Rule", "all_rules", "documentation", "lint", "run"]
