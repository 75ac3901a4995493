"""Fingerprints that tell apart what says the same twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factdeck.model import Finding


def unique(findings: Iterable[Finding]) -> list[str]:
    """The fingerprint of each finding; the second of two equal ones ends in ``-2``, and so on.

    Other programs take one fingerprint for one finding, and would drop the second.
    """
    seen: Counter[str] = Counter()
    told = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        told.append(finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}")
    return told
