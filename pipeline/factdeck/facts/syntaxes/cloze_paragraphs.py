"""Clozes over a whole paragraph: several sentences with ``{{c1::…}}`` stay one card."""

from __future__ import annotations

from factdeck.facts.draft import Shape, Syntax
from factdeck.facts.syntaxes.clozes import read

SYNTAX = Syntax("cloze-paragraphs", 5, Shape.PARAGRAPH, read, explicit=True)
