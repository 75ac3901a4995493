"""Study notes in, facts that agree with each other, Anki decks that update in place out."""

__version__ = "0.1.0"
