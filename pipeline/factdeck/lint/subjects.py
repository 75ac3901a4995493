"""What rules are called with: ``rule.over`` is one of these."""

from __future__ import annotations

from factdeck.cards import Deck
from factdeck.corpus import Corpus, File
from factdeck.package import Package

__all__ = ["Corpus", "Deck", "File", "Package"]
