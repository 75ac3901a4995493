"""One template of claims per module."""
