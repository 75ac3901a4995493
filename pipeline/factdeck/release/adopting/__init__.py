"""Decks of others → notes: what their fields say in Markdown, and what becomes of each note."""
