"""What a rule is, and how the rules are found.

A rule is a module in ``lint/rules`` that ends in ``RULE = Rule(...)``. Its docstring is
its documentation: a first line, why it matters, then ``Bad:`` and ``Good:`` examples.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import pkgutil
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from factdeck.model import Finding, Fix, Related, Severity, Span

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A check over one kind of subject.

    ``over`` says what ``check`` is called with: ``File`` (once for each source), ``Corpus``,
    ``Deck`` of cards, or ``Package``. ``check`` yields findings made by :meth:`finding`.
    A rule with ``default`` False runs only when its full code is selected.
    """

    code: str
    name: str
    severity: Severity
    over: type[Subject]
    check: Callable[[Rule[Subject], Subject], Iterable[Finding]]
    default: bool = True

    def finding(
        self,
        span: Span,
        message: str,
        *content: str,
        related: Iterable[Related] = (),
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule; its fingerprint is made of ``content``, else of the message.

        ``content`` is what the finding speaks of, never where: no path, no line, no key of a fact
        (which names its source and headings), or what was accepted once is found again when it
        moves. White space is all one.
        """
        made_of = "\x1f".join((self.code, *map(_normalised, content or (message,))))
        return Finding(
            span=span,
            code=self.code,
            name=self.name,
            severity=self.severity,
            message=message,
            related=tuple(related),
            fingerprint=hashlib.sha256(made_of.encode()).hexdigest()[:16],
            fix=fix,
        )


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def all_rules() -> tuple[Rule[Any], ...]:
    """Every rule, sorted by code."""
    package = importlib.import_module("factdeck.lint.rules")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.code))


def documentation(rule: Rule[Any]) -> str:
    """The page of a rule: the docstring of its module."""
    return inspect.cleandoc(inspect.getmodule(rule.check).__doc__ or "")
