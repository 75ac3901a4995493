"""What was found, as text for people or as what other programs read.

A reporter is a function from a :class:`Report` to what is printed; :data:`REPORTERS` holds
them by the name that the command line knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factdeck.report import github, gitlab, json, junit, sarif, text
from factdeck.report.report import Report
from factdeck.report.style import wants_colour

__all__ = ["REPORTERS", "Report", "wants_colour"]

REPORTERS: Mapping[str, Callable[[Report], str]] = {
    "full": text.full,
    "concise": text.concise,
    "json": json.render,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
}
