"""Lists of two files that are alike but for a member or a number."""

from __future__ import annotations

import pytest

from factdeck.corpus.copies import Difference
from making import corpus

PARTS = """\
# Clusters

## Control plane

- Key components:
  - api server
  - store
  - scheduler
  - controller manager
"""
KINDS = """\
# Links

## Virtual links

- 3 kinds of virtual links:
  - Private link
  - Public link
  - Transit link
"""
TWICE = """\
# Clusters

## Control plane

- Parts:
  - api server
  - store
  - scheduler
  - manager

Later:

- Parts:
  - api server
  - store
  - scheduler
  - proxy
"""


def differences(one: str, other: str) -> list[Difference]:
    return [copy.difference for copy in corpus(a=one, b=other).copies]


@pytest.mark.parametrize(
    ("one", "old", "new"),
    [
        (PARTS, "store", "store"),
        (PARTS, "store", "key-value store"),
        (PARTS, "store", "store\n  - proxy"),
        (PARTS, "Control plane", "Node"),
        (PARTS, "Key components", "Alternatives"),
        (PARTS, "store\n  - scheduler", "proxy\n  - kubelet"),
        (PARTS, "store\n  - scheduler", "scheduler\n  - store"),
        (PARTS.replace("manager", "manager\n  - etc."), "store", "proxy"),
        (KINDS, "Private link", "private link"),
        (TWICE, "nothing", ""),
        ("# Circle\n\n## Unit circle\n\n**Radians:** 0, π/2, π, 3π/2, 2π\n", "0, π/2", "0, π/2"),
    ],
)
def test_silent(one: str, old: str, new: str) -> None:
    assert differences(one, one.replace(old, new)) == []


@pytest.mark.parametrize(
    ("one", "old", "new", "difference"),
    [
        (PARTS, "store", "proxy", Difference.MEMBER),
        (PARTS, "store\n  - scheduler", "scheduler\n  - proxy", Difference.MEMBER),
        (KINDS, "3 kinds", "4 kinds", Difference.COUNT),
    ],
)
def test_told(one: str, old: str, new: str, difference: Difference) -> None:
    assert differences(one, one.replace(old, new)) == [difference]


def test_both_members_are_named() -> None:
    (copy,) = corpus(a=PARTS, b=PARTS.replace("store", "proxy")).copies
    assert copy.texts == ("store", "proxy")
